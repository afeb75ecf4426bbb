package org.wardbeat.simulator.replay;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wardbeat.simulator.device.BedSource;
import org.wardbeat.simulator.wfdb.BidmcTable;
import org.wardbeat.simulator.wfdb.SegmentSpec;
import org.wardbeat.simulator.wfdb.WfdbException;
import org.wardbeat.simulator.wfdb.WfdbRecord;
import org.wardbeat.wire.ward.Patient;

/**
 * The records of a folder, in the order of their names: WFDB records, with the vital signs of a
 * record of the same name and an {@code n} at its end, and the tables of the BIDMC dataset.
 * Segments of a divided record are not records of their own. Each record is read once to the end
 * when the library is opened, so that a damaged one is known before the ward starts. Immutable.
 */
public final class RecordLibrary {
  private static final String HEADER = ".hea";
  private static final String NUMERICS = "_Numerics.csv";
  private static final String SIGNALS = "_Signals.csv";

  /** Records with at most so many frames per second hold vital signs, not waves. */
  private static final double NUMERIC_HERTZ = 1;

  private final List<Entry> entries;

  /** One record, opened anew for each bed that replays it. */
  private record Entry(
      String name,
      @Nullable WfdbRecord waves,
      @Nullable BidmcTable waveTable,
      Optional<NumericTrack> numerics) {

    BedSource newSource() throws WfdbException {
      WaveTrack track = new NoWaves();
      if (waves != null) {
        track = new WfdbTrack(waves);
      } else if (waveTable != null) {
        track = new TableTrack(waveTable);
      }
      return new RecordSource(track, numerics, new Patient(name, "Record " + name, ""));
    }
  }

  private RecordLibrary(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Opens all records of a folder and proves that they can be read.
   *
   * @throws IOException with one sentence when there is none, or one cannot be read
   */
  public static RecordLibrary open(Path folder) throws IOException {
    Map<String, Path> headers = new TreeMap<>();
    Map<String, Path> tables = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.endsWith(HEADER)) {
          headers.put(name.substring(0, name.length() - HEADER.length()), file);
        } else if (name.endsWith(NUMERICS)) {
          tables.put(name.substring(0, name.length() - NUMERICS.length()), file);
        }
      }
    } catch (IOException e) {
      throw new IOException(
          folder + ": cannot be listed; give a folder that holds WFDB records (.hea).", e);
    }
    List<Entry> entries = new ArrayList<>(wfdbEntries(headers));
    for (Map.Entry<String, Path> table : tables.entrySet()) {
      entries.add(tableEntry(table.getKey(), table.getValue()));
    }
    if (entries.isEmpty()) {
      throw new IOException(
          folder
              + ": holds neither WFDB records (.hea) nor BIDMC tables (*_Numerics.csv); give a"
              + " folder that does.");
    }
    return new RecordLibrary(entries);
  }

  private static List<Entry> wfdbEntries(Map<String, Path> headers) throws WfdbException {
    Map<String, WfdbRecord> records = openRecords(headers);
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, WfdbRecord> record : records.entrySet()) {
      String name = record.getKey();
      if (!isNumeric(record.getValue())) {
        WfdbRecord companion = records.get(name + "n");
        entries.add(
            new Entry(
                name,
                record.getValue(),
                null,
                companion != null && isNumeric(companion)
                    ? Optional.of(NumericTrack.of(companion))
                    : Optional.empty()));
      } else if (!name.endsWith("n")
          || !records.containsKey(name.substring(0, name.length() - 1))) {
        entries.add(new Entry(name, null, null, Optional.of(NumericTrack.of(record.getValue()))));
      }
    }
    return entries;
  }

  private static Map<String, WfdbRecord> openRecords(Map<String, Path> headers)
      throws WfdbException {
    Map<String, WfdbRecord> records = new TreeMap<>();
    Set<String> segments = new HashSet<>();
    for (Map.Entry<String, Path> header : headers.entrySet()) {
      if (header.getKey().endsWith("_layout")) {
        continue;
      }
      WfdbRecord record = WfdbRecord.open(header.getValue());
      records.put(header.getKey(), record);
      record.header().segments().stream().map(SegmentSpec::name).forEach(segments::add);
    }
    records.keySet().removeAll(segments);
    records.values().removeIf(record -> record.signals().isEmpty());
    for (WfdbRecord record : records.values()) {
      record.verify();
    }
    return records;
  }

  private static boolean isNumeric(WfdbRecord record) {
    return record.header().framesPerSecond() <= NUMERIC_HERTZ;
  }

  private static Entry tableEntry(String name, Path numerics) throws WfdbException {
    NumericTrack track = NumericTrack.of(BidmcTable.read(numerics));
    for (String suffix : List.of(SIGNALS, SIGNALS + ".gz")) {
      Path signals = numerics.resolveSibling(name + suffix);
      if (Files.exists(signals)) {
        return new Entry(name, null, BidmcTable.read(signals), Optional.of(track));
      }
    }
    return new Entry(name, null, null, Optional.of(track));
  }

  /** How many records there are, at least one. */
  public int size() {
    return entries.size();
  }

  /** The name of a record, without an ending. */
  public String name(int record) {
    return entries.get(record).name();
  }

  /** A record from its beginning, for one bed. */
  public BedSource newSource(int record) throws WfdbException {
    return entries.get(record).newSource();
  }
}
