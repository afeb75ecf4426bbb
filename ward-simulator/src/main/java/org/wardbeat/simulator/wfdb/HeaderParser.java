package org.wardbeat.simulator.wfdb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses one header file, after header(5) of the WFDB Applications Guide. */
final class HeaderParser {
  private static final int MAX_HEADER_BYTES = 16 << 20;
  private static final int MAX_SIGNALS = 4096;
  private static final int MAX_SAMPLES_PER_FRAME = 65_536;
  private static final int MAX_SKEW_FRAMES = 1 << 20;
  private static final long MAX_FRAMES = 1L << 40;
  private static final double DEFAULT_FRAMES_PER_SECOND = 250;
  private static final double DEFAULT_GAIN = 200;
  private static final int DEFAULT_ADC_BITS = 12;
  private static final String UNSIGNED_REAL = "[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?";
  private static final String REAL = "[-+]?" + UNSIGNED_REAL;
  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
  private static final Pattern NAME = Pattern.compile("([A-Za-z0-9_-]+)(?:/([0-9]{1,9}))?");
  private static final Pattern FREQUENCY =
      Pattern.compile("(" + UNSIGNED_REAL + ")(?:/(" + REAL + ")(?:\\((" + REAL + ")\\))?)?");
  private static final Pattern TIME =
      Pattern.compile("(?:(?:([0-9]{1,2}):)?([0-9]{1,2}):)?([0-9]{1,2})(?:\\.([0-9]{1,9}))?");
  private static final Pattern DATE = Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{1,4})");
  private static final Pattern FORMAT =
      Pattern.compile("([0-9]{1,9})(?:x([0-9]{1,9}))?(?::([0-9]{1,9}))?(?:\\+([0-9]{1,15}))?");
  private static final Pattern GAIN =
      Pattern.compile("(" + REAL + ")(?:\\(([-+]?[0-9]{1,10})\\))?(?:/(\\S+))?");

  private final Path file;
  private final List<Line> lines = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();

  private record Line(int number, String text) {}

  private HeaderParser(Path file) {
    this.file = file;
  }

  static RecordHeader parse(Path file) throws WfdbException {
    return new HeaderParser(file).read();
  }

  private RecordHeader read() throws WfdbException {
    splitIntoLines(text());
    if (lines.isEmpty()) {
      throw WfdbException.at(
          file, "has no record line; a header starts with name, signals, frequency and length.");
    }
    return recordLine(lines.getFirst());
  }

  private String text() throws WfdbException {
    try {
      long size = Files.size(file);
      if (size > MAX_HEADER_BYTES) {
        throw WfdbException.at(
            file,
            "holds " + size + " bytes, too many for a header; give the .hea file of a record.");
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (WfdbException e) {
      throw e;
    } catch (IOException e) {
      throw WfdbException.unreadable(file, e);
    }
  }

  private void splitIntoLines(String text) {
    int number = 0;
    for (String raw : text.split("\n", -1)) {
      number++;
      String line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
      if (line.startsWith("#")) {
        comments.add(line.substring(1));
      } else if (!line.isBlank()) {
        lines.add(new Line(number, line.strip()));
      }
    }
  }

  private RecordHeader recordLine(Line line) throws WfdbException {
    String[] fields = BLANKS.split(line.text(), 0);
    Matcher name = match(NAME, fields[0], line, "a record name of letters, digits, - and _");
    if (fields.length < 2) {
      throw fail(line, "the number of signals after the record name", "the end of the line");
    }
    int signalCount = integer(fields[1], line, "the number of signals", 0, MAX_SIGNALS);
    double framesPerSecond = DEFAULT_FRAMES_PER_SECOND;
    double counterFrequency = framesPerSecond;
    OptionalDouble baseCounter = OptionalDouble.empty();
    if (fields.length > 2) {
      Matcher frequency = match(FREQUENCY, fields[2], line, "a sampling frequency in Hz");
      framesPerSecond = positive(frequency.group(1), line, "a sampling frequency above 0 Hz");
      counterFrequency =
          frequency.group(2) == null
              ? framesPerSecond
              : real(frequency.group(2), line, "a counter frequency in Hz");
      if (frequency.group(3) != null) {
        baseCounter = OptionalDouble.of(real(frequency.group(3), line, "a base counter value"));
      }
    }
    long frames = fields.length > 3 ? wide(fields[3], line, "the number of frames") : 0;
    Optional<LocalTime> time =
        fields.length > 4 ? Optional.of(time(fields[4], line)) : Optional.empty();
    Optional<LocalDate> date =
        fields.length > 5 ? Optional.of(date(fields[5], line)) : Optional.empty();
    List<SignalSpec> signals = List.of();
    List<SegmentSpec> segments = List.of();
    if (name.group(2) == null) {
      signals = signals(signalCount, frames, name.group(1));
    } else {
      segments = segments(integer(name.group(2), line, "the number of segments", 1, 1 << 24));
      frames = checkedLength(line, frames, segments);
    }
    return new RecordHeader(
        name.group(1),
        framesPerSecond,
        counterFrequency,
        baseCounter,
        frames,
        time,
        date,
        signalCount,
        signals,
        segments,
        comments);
  }

  private List<SignalSpec> signals(int count, long frames, String record) throws WfdbException {
    requireLines(count, "signal");
    List<SignalSpec> signals = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      SignalSpec signal = signalLine(lines.get(1 + i), record, i);
      if (frames > 0 && signal.skewFrames() > frames) {
        throw fail(
            lines.get(1 + i),
            "a skew within the record's " + frames + " frames",
            Integer.toString(signal.skewFrames()));
      }
      signals.add(signal);
    }
    return signals;
  }

  private void requireLines(int count, String kind) throws WfdbException {
    if (lines.size() - 1 != count) {
      throw WfdbException.at(
          file,
          lines.getFirst().number(),
          "announces "
              + count
              + " "
              + kind
              + " lines, but "
              + (lines.size() - 1)
              + " follow; fetch the header again.");
    }
  }

  private SignalSpec signalLine(Line line, String record, int index) throws WfdbException {
    String[] fields = BLANKS.split(line.text(), 9);
    if (fields.length < 2) {
      throw fail(line, "a signal file and its storage format", line.text());
    }
    Matcher format = match(FORMAT, fields[1], line, "a storage format such as 16 or 212");
    Matcher gain =
        match(
            GAIN,
            fields.length > 2 ? fields[2] : "0",
            line,
            "a gain such as 200 or 12.84(-1605)/mmHg");
    double givenGain = real(gain.group(1), line, "a gain");
    int adcZero = fields.length > 4 ? integer(fields[4], line, "an ADC zero") : 0;
    return new SignalSpec(
        fields[0],
        format(format.group(1), fields[0], line),
        orElse(format.group(2), 1, line, "1 or more samples per frame", MAX_SAMPLES_PER_FRAME),
        orElse(format.group(3), 0, line, "a skew in frames", MAX_SKEW_FRAMES),
        format.group(4) == null ? 0 : wide(format.group(4), line, "a byte offset"),
        givenGain == 0 ? DEFAULT_GAIN : givenGain,
        givenGain != 0,
        gain.group(2) == null ? adcZero : integer(gain.group(2), line, "a baseline"),
        gain.group(3) == null ? "mV" : gain.group(3),
        fields.length > 3
            ? integer(fields[3], line, "an ADC resolution in bits", 0, 32)
            : DEFAULT_ADC_BITS,
        adcZero,
        fields.length > 5 ? integer(fields[5], line, "an initial value") : adcZero,
        fields.length > 6
            ? OptionalInt.of((short) integer(fields[6], line, "a 16-bit checksum", -32768, 65535))
            : OptionalInt.empty(),
        fields.length > 7 ? integer(fields[7], line, "a block size", 0, 1 << 24) : 0,
        fields.length > 8 ? fields[8].strip() : "record " + record + ", signal " + index,
        line.number());
  }

  private Optional<SignalFormat> format(String code, String fileName, Line line)
      throws WfdbException {
    int wanted = integer(code, line, "a storage format", 0, 99_999);
    if (wanted == 0 && fileName.equals("~")) {
      return Optional.empty();
    }
    for (SignalFormat known : SignalFormat.values()) {
      if (known.code() == wanted) {
        return Optional.of(known);
      }
    }
    throw fail(line, "one of the formats 8, 16, 24, 32, 61, 80, 160, 212, 310, 311", code);
  }

  private int orElse(@Nullable String text, int otherwise, Line line, String what, int max)
      throws WfdbException {
    return text == null ? otherwise : integer(text, line, what, otherwise, max);
  }

  private List<SegmentSpec> segments(int count) throws WfdbException {
    requireLines(count, "segment");
    List<SegmentSpec> segments = new ArrayList<>();
    long start = 0;
    for (Line line : lines.subList(1, lines.size())) {
      String[] fields = BLANKS.split(line.text(), 0);
      if (fields.length != 2) {
        throw fail(line, "a segment name and its length in frames", line.text());
      }
      long length = wide(fields[1], line, "a segment length in frames");
      if (length == 0 && !segments.isEmpty()) {
        throw fail(line, "a length of at least 1 frame after the first segment", "0");
      }
      if (!fields[0].equals("~")) {
        match(NAME, fields[0], line, "a segment's record name or ~");
      }
      segments.add(new SegmentSpec(fields[0], start, length, line.number()));
      start += length;
    }
    return segments;
  }

  private long checkedLength(Line line, long frames, List<SegmentSpec> segments)
      throws WfdbException {
    SegmentSpec last = segments.getLast();
    long sum = last.startFrame() + last.frames();
    if (frames != 0 && frames != sum) {
      throw fail(line, "a length of " + sum + " frames, as the segments have", "" + frames);
    }
    return sum;
  }

  private LocalTime time(String text, Line line) throws WfdbException {
    Matcher time = match(TIME, text.replaceAll("[\\[\\]]", ""), line, "a base time HH:MM:SS");
    String fraction = time.group(4) == null ? "" : time.group(4);
    try {
      return LocalTime.of(
          time.group(1) == null ? 0 : Integer.parseInt(time.group(1)),
          time.group(2) == null ? 0 : Integer.parseInt(time.group(2)),
          Integer.parseInt(time.group(3)),
          Integer.parseInt((fraction + "000000000").substring(0, 9)));
    } catch (DateTimeException e) {
      throw fail(line, "a base time HH:MM:SS", text);
    }
  }

  private LocalDate date(String text, Line line) throws WfdbException {
    Matcher date = match(DATE, text.replaceAll("[\\[\\]]", ""), line, "a base date DD/MM/YYYY");
    try {
      return LocalDate.of(
          Integer.parseInt(date.group(3)),
          Integer.parseInt(date.group(2)),
          Integer.parseInt(date.group(1)));
    } catch (DateTimeException e) {
      throw fail(line, "a base date DD/MM/YYYY", text);
    }
  }

  private Matcher match(Pattern pattern, String text, Line line, String expected)
      throws WfdbException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw fail(line, expected, text);
    }
    return matcher;
  }

  private int integer(String text, Line line, String expected) throws WfdbException {
    return integer(text, line, expected, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private int integer(String text, Line line, String expected, int min, int max)
      throws WfdbException {
    try {
      int value = Integer.parseInt(text);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw fail(line, expected, text);
    }
    throw fail(line, expected + " from " + min + " to " + max, text);
  }

  private long wide(String text, Line line, String expected) throws WfdbException {
    try {
      long value = Long.parseLong(text);
      if (value >= 0 && value <= MAX_FRAMES) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw fail(line, expected, text);
    }
    throw fail(line, expected + " from 0 to " + MAX_FRAMES, text);
  }

  private double real(String text, Line line, String expected) throws WfdbException {
    double value = Double.parseDouble(text);
    if (!Double.isFinite(value)) {
      throw fail(line, expected, text);
    }
    return value;
  }

  private double positive(String text, Line line, String expected) throws WfdbException {
    double value = real(text, line, expected);
    if (value <= 0) {
      throw fail(line, expected, text);
    }
    return value;
  }

  private WfdbException fail(Line line, String expected, String found) {
    String shown = found.length() > 40 ? found.substring(0, 40) + "…" : found;
    return WfdbException.at(
        file,
        line.number(),
        "expected " + expected + ", found \"" + shown + "\"; correct or fetch the header again.");
  }
}
