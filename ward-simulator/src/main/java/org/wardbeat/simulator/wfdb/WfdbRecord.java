package org.wardbeat.simulator.wfdb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A record on disk, opened by its header. Opening reads every header of the record and proves that
 * the signal files are there and long enough; samples are read only through {@link #stored} and
 * {@link #aligned}. Immutable; any number of readers may be open at once.
 */
public final class WfdbRecord {
  private static final String HEADER_SUFFIX = ".hea";

  private final Path headerFile;
  private final RecordHeader header;
  private final List<SignalSpec> signals;
  private final Map<String, WfdbRecord> segments;
  private final long frames;

  private WfdbRecord(
      Path headerFile,
      RecordHeader header,
      List<SignalSpec> signals,
      Map<String, WfdbRecord> segments,
      long frames) {
    this.headerFile = headerFile;
    this.header = header;
    this.signals = List.copyOf(signals);
    this.segments = Map.copyOf(segments);
    this.frames = frames;
  }

  /**
   * Opens a record.
   *
   * @param file the header file, with or without {@code .hea}
   * @throws WfdbException when a header is malformed or a file is missing or too short
   */
  public static WfdbRecord open(Path file) throws WfdbException {
    Path headerFile = withSuffix(file);
    RecordHeader header = HeaderParser.parse(headerFile);
    return header.isMultiSegment()
        ? openDivided(headerFile, header)
        : new WfdbRecord(
            headerFile,
            header,
            header.signals(),
            Map.of(),
            StoredSamples.provenFrames(headerFile, header));
  }

  private static Path withSuffix(Path file) {
    return file.toString().endsWith(HEADER_SUFFIX)
        ? file
        : file.resolveSibling(file.getFileName() + HEADER_SUFFIX);
  }

  private static WfdbRecord openDivided(Path headerFile, RecordHeader header) throws WfdbException {
    Map<String, WfdbRecord> segments = new HashMap<>();
    List<SignalSpec> signals = List.of();
    for (SegmentSpec segment : header.segments()) {
      if (segment.isGap() || segments.containsKey(segment.name())) {
        continue;
      }
      WfdbRecord opened = openSegment(headerFile, header, segment);
      if (signals.isEmpty()) {
        signals = opened.signals();
      }
      if (segment.frames() > 0) {
        segments.put(segment.name(), opened);
      }
    }
    if (signals.size() != header.signalCount()) {
      throw WfdbException.at(
          headerFile,
          "announces "
              + header.signalCount()
              + " signals, but its first segment has "
              + signals.size()
              + "; correct the header.");
    }
    WfdbRecord record = new WfdbRecord(headerFile, header, signals, segments, header.frames());
    record.parts();
    return record;
  }

  private static WfdbRecord openSegment(Path headerFile, RecordHeader parent, SegmentSpec segment)
      throws WfdbException {
    Path file = Siblings.resolve(headerFile, segment.line(), segment.name() + HEADER_SUFFIX);
    if (!Files.isRegularFile(file)) {
      throw WfdbException.at(
          headerFile,
          segment.line(),
          "names the segment " + file + ", which is missing; fetch it into the same folder.");
    }
    RecordHeader header = HeaderParser.parse(file);
    if (header.isMultiSegment()) {
      throw WfdbException.at(
          headerFile,
          segment.line(),
          "expected an undivided record as a segment, but "
              + segment.name()
              + " has segments itself; correct the header.");
    }
    if (header.framesPerSecond() != parent.framesPerSecond()) {
      throw WfdbException.at(
          file,
          "expected "
              + parent.framesPerSecond()
              + " frames per second as in "
              + headerFile.getFileName()
              + ", found "
              + header.framesPerSecond()
              + "; correct the headers.");
    }
    boolean layout = segment.frames() == 0;
    long frames = layout ? 0 : StoredSamples.provenFrames(file, header);
    if (frames != segment.frames()) {
      throw WfdbException.at(
          headerFile,
          segment.line(),
          "expected "
              + segment.frames()
              + " frames in segment "
              + segment.name()
              + ", which has "
              + frames
              + "; fetch the record again.");
    }
    return new WfdbRecord(file, header, header.signals(), Map.of(), frames);
  }

  private List<AlignedSamples.Part> parts() throws WfdbException {
    if (!header.isMultiSegment()) {
      int[] all = IntStream.range(0, signals.size()).toArray();
      return List.of(new AlignedSamples.Part(this, all, frames));
    }
    List<AlignedSamples.Part> parts = new ArrayList<>();
    for (SegmentSpec spec : header.segments()) {
      WfdbRecord segment = segments.get(spec.name());
      if (segment != null) {
        parts.add(new AlignedSamples.Part(segment, channelsOf(segment), spec.frames()));
      } else if (spec.frames() > 0) {
        parts.add(new AlignedSamples.Part(null, new int[0], spec.frames()));
      }
    }
    return parts;
  }

  private int[] channelsOf(WfdbRecord segment) throws WfdbException {
    int[] channels = new int[segment.signals().size()];
    for (int i = 0; i < channels.length; i++) {
      channels[i] = header.isVariableLayout() ? channelOf(segment, i) : i;
      if (channels[i] >= signals.size()
          || signals.get(channels[i]).samplesPerFrame()
              != segment.signals().get(i).samplesPerFrame()) {
        throw WfdbException.at(
            segment.headerFile,
            segment.signals().get(i).line(),
            "expected the signals and samples per frame of "
                + headerFile.getFileName()
                + "; correct the headers.");
      }
    }
    return channels;
  }

  private int channelOf(WfdbRecord segment, int signal) throws WfdbException {
    String name = segment.signals().get(signal).description();
    for (int i = 0; i < signals.size(); i++) {
      if (signals.get(i).description().equals(name)) {
        return i;
      }
    }
    throw WfdbException.at(
        segment.headerFile,
        segment.signals().get(signal).line(),
        "expected a signal of the layout of "
            + headerFile.getFileName()
            + ", found \""
            + name
            + "\"; correct the headers.");
  }

  /** The header file. */
  public Path headerFile() {
    return headerFile;
  }

  /** The record's header. */
  public RecordHeader header() {
    return header;
  }

  /** The signals; of a multi-segment record those of its layout or first segment. */
  public List<SignalSpec> signals() {
    return signals;
  }

  /** Frames of the record, also where the header leaves them open. */
  public long frames() {
    return frames;
  }

  /** Length of the record in seconds. */
  public double durationSeconds() {
    return frames / header.framesPerSecond();
  }

  /**
   * The record of a segment.
   *
   * @throws IllegalArgumentException for a gap, a layout or another record's segment
   */
  public WfdbRecord segment(SegmentSpec segment) {
    WfdbRecord record = segments.get(segment.name());
    if (record == null) {
      throw new IllegalArgumentException(segment.name() + " holds no samples");
    }
    return record;
  }

  /**
   * The samples exactly as stored.
   *
   * @throws IllegalStateException when the record has segments; ask these
   */
  public StoredSamples stored() throws WfdbException {
    if (header.isMultiSegment()) {
      throw new IllegalStateException(header.name() + " is divided into segments");
    }
    return StoredSamples.open(headerFile, header, frames);
  }

  /** The samples lined up in time over all segments. */
  public AlignedSamples aligned() throws WfdbException {
    return new AlignedSamples(signals, parts());
  }

  /**
   * Reads the record once to the end.
   *
   * @throws WfdbException when a sample cannot be read or a checksum is wrong
   */
  public void verify() throws WfdbException {
    int[][] block = new int[signals.size()][];
    for (int i = 0; i < block.length; i++) {
      block[i] = new int[1024 * signals.get(i).samplesPerFrame()];
    }
    try (AlignedSamples samples = aligned()) {
      int read = 0;
      while (read >= 0) {
        read = samples.read(block, 1024);
      }
    }
  }
}
