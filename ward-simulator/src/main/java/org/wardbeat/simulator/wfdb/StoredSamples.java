package org.wardbeat.simulator.wfdb;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The samples of an undivided record as its signal files hold them: in ADC units, invalid codes
 * included, not de-skewed. Read frame by frame, in bounded memory; the last frame proves the
 * checksums and initial values of the header. Not safe for several threads.
 */
public final class StoredSamples implements Closeable {
  private final Path headerFile;
  private final List<SignalSpec> signals;
  private final List<SignalFile> files;
  private final long frames;
  private final int[] accumulators;
  private final long[] sums;
  private long position;

  /** One signal file with the signals it holds, in the order of the header. */
  private static final class SignalFile {
    private final Path path;
    private final int[] signals;
    private final InputStream in;
    private final SampleDecoder decoder;

    SignalFile(Path path, List<Integer> signals, InputStream in, SignalFormat format) {
      this.path = path;
      this.signals = signals.stream().mapToInt(Integer::intValue).toArray();
      this.in = in;
      this.decoder = new SampleDecoder(in, format);
    }
  }

  private StoredSamples(
      Path headerFile, List<SignalSpec> signals, List<SignalFile> files, long frames) {
    this.headerFile = headerFile;
    this.signals = signals;
    this.files = files;
    this.frames = frames;
    this.accumulators = signals.stream().mapToInt(SignalSpec::initialValue).toArray();
    this.sums = new long[signals.size()];
  }

  static StoredSamples open(Path headerFile, RecordHeader header, long frames)
      throws WfdbException {
    List<SignalFile> files = new ArrayList<>();
    try {
      for (Map.Entry<String, List<Integer>> file : byFile(header.signals()).entrySet()) {
        SignalSpec first = header.signals().get(file.getValue().getFirst());
        Path path = resolve(headerFile, first);
        InputStream in = Files.newInputStream(path);
        files.add(new SignalFile(path, file.getValue(), in, formatOf(headerFile, first)));
        in.skipNBytes(first.byteOffset());
      }
      return new StoredSamples(headerFile, header.signals(), files, frames);
    } catch (IOException e) {
      closeQuietly(files, e);
      throw e instanceof WfdbException known ? known : WfdbException.unreadable(headerFile, e);
    }
  }

  /**
   * The frames that the signal files hold, proven to be all there.
   *
   * @return the header's length, or what the shortest file holds where the header leaves it open
   */
  static long provenFrames(Path headerFile, RecordHeader header) throws WfdbException {
    long frames = header.frames();
    boolean open = frames == 0;
    for (List<Integer> indices : byFile(header.signals()).values()) {
      SignalSpec first = header.signals().get(indices.getFirst());
      long samplesPerFrame = 0;
      for (int index : indices) {
        requireSameStorage(headerFile, first, header.signals().get(index));
        samplesPerFrame += header.signals().get(index).samplesPerFrame();
      }
      SignalFormat format = formatOf(headerFile, first);
      long stored = Math.max(0, size(headerFile, first) - first.byteOffset());
      if (open) {
        long held = format.samplesIn(stored) / samplesPerFrame;
        frames = frames == 0 ? held : Math.min(frames, held);
      } else if (stored < format.bytesFor(frames * samplesPerFrame)) {
        throw WfdbException.at(
            resolve(headerFile, first),
            "holds "
                + stored
                + " bytes of samples where "
                + headerFile.getFileName()
                + " line "
                + first.line()
                + " announces "
                + format.bytesFor(frames * samplesPerFrame)
                + "; fetch the file again.");
      }
    }
    return frames;
  }

  private static void requireSameStorage(Path headerFile, SignalSpec first, SignalSpec other)
      throws WfdbException {
    if (!first.format().equals(other.format()) || first.byteOffset() != other.byteOffset()) {
      throw WfdbException.at(
          headerFile,
          other.line(),
          "expected the format and byte offset of line "
              + first.line()
              + ", as both signals are in "
              + first.fileName()
              + "; correct the header.");
    }
  }

  private static SignalFormat formatOf(Path headerFile, SignalSpec signal) throws WfdbException {
    Optional<SignalFormat> format = signal.format();
    if (format.isEmpty()) {
      throw WfdbException.at(
          headerFile,
          signal.line(),
          "stores no samples (format 0), which only a layout segment may do; open the record"
              + " that lists this one as its layout.");
    }
    return format.get();
  }

  private static long size(Path headerFile, SignalSpec signal) throws WfdbException {
    Path path = resolve(headerFile, signal);
    if (!Files.isRegularFile(path)) {
      throw WfdbException.at(
          headerFile,
          signal.line(),
          "names the signal file " + path + ", which is missing; fetch it into the same folder.");
    }
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw WfdbException.unreadable(path, e);
    }
  }

  private static Path resolve(Path headerFile, SignalSpec signal) throws WfdbException {
    return Siblings.resolve(headerFile, signal.line(), signal.fileName());
  }

  private static Map<String, List<Integer>> byFile(List<SignalSpec> signals) {
    Map<String, List<Integer>> files = new LinkedHashMap<>();
    for (int i = 0; i < signals.size(); i++) {
      files.computeIfAbsent(signals.get(i).fileName(), name -> new ArrayList<>()).add(i);
    }
    return files;
  }

  /** Frames of the record. */
  public long frames() {
    return frames;
  }

  /**
   * Reads the next frames.
   *
   * @param into one array per signal with room for {@code maxFrames} × samples per frame
   * @param maxFrames at most so many frames, 1 or more
   * @return the frames read, or -1 at the end of the record
   * @throws WfdbException when a file ends early, or at the end when a checksum is wrong
   */
  public int read(int[][] into, int maxFrames) throws WfdbException {
    if (position == frames) {
      return -1;
    }
    int count = (int) Math.min(maxFrames, frames - position);
    for (SignalFile file : files) {
      try {
        for (int frame = 0; frame < count; frame++) {
          readFrame(file, into, frame);
        }
      } catch (EOFException e) {
        throw WfdbException.at(
            file.path, "ends before frame " + frames + " of the record; fetch the file again.");
      } catch (IOException e) {
        throw WfdbException.unreadable(file.path, e);
      }
    }
    position += count;
    if (position == frames) {
      proveChecksums();
    }
    return count;
  }

  private void readFrame(SignalFile file, int[][] into, int frame) throws IOException {
    for (int index : file.signals) {
      int perFrame = signals.get(index).samplesPerFrame();
      boolean differences = signals.get(index).format().orElseThrow() == SignalFormat.DIFFERENCE_8;
      int[] target = into[index];
      for (int i = frame * perFrame; i < (frame + 1) * perFrame; i++) {
        int sample = file.decoder.next();
        if (differences) {
          accumulators[index] += sample;
          sample = accumulators[index];
        }
        sums[index] += sample;
        target[i] = sample;
      }
    }
  }

  private void proveChecksums() throws WfdbException {
    for (int i = 0; i < sums.length; i++) {
      SignalSpec signal = signals.get(i);
      if (signal.checksum().isPresent() && signal.checksum().getAsInt() != (short) sums[i]) {
        throw WfdbException.at(
            headerFile,
            signal.line(),
            "expected the checksum "
                + signal.checksum().getAsInt()
                + " of signal "
                + signal.description()
                + ", but its samples in "
                + signal.fileName()
                + " add up to "
                + (short) sums[i]
                + "; fetch the record again.");
      }
    }
  }

  @Override
  public void close() throws WfdbException {
    for (SignalFile file : files) {
      try {
        file.in.close();
      } catch (IOException e) {
        throw WfdbException.unreadable(file.path, e);
      }
    }
  }

  private static void closeQuietly(List<SignalFile> files, IOException reason) {
    for (SignalFile file : files) {
      try {
        file.in.close();
      } catch (IOException e) {
        reason.addSuppressed(e);
      }
    }
  }
}
