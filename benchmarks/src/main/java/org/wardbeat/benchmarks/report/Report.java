package org.wardbeat.benchmarks.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * All figures of a run.
 *
 * @param name of the benchmark
 * @param machine on which it ran
 * @param notes what one must know to read the figures
 * @param results a row for each figure
 * @param expectations what was expected, and whether it came so
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Report(
    String name,
    String machine,
    List<String> notes,
    List<Figure> results,
    List<Expectation> expectations) {

  public Report {
    notes = List.copyOf(notes);
    results = List.copyOf(results);
    expectations = List.copyOf(expectations);
  }

  /** A report of figures that speak for themselves, measured on this machine. */
  public static Report of(String name, List<Figure> results) {
    return new Report(name, thisMachine(), List.of(), results, List.of());
  }

  /** The machine this runs on. */
  public static String thisMachine() {
    return "%d processors, %s %s %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            Runtime.version());
  }

  /** A figure, if it was measured. */
  public OptionalDouble value(String caseName, String subject, String metric) {
    return results.stream()
        .filter(figure -> figure.is(caseName, subject, metric))
        .mapToDouble(Figure::value)
        .findFirst();
  }

  /** What was expected and whether it came so, then the notes, a line each. */
  public String verdict() {
    StringBuilder text = new StringBuilder();
    for (Expectation one : expectations) {
      text.append(one.met() ? "met      " : "NOT MET  ")
          .append(String.join(": ", one.name(), one.expected(), one.measured()))
          .append(System.lineSeparator());
    }
    notes.forEach(note -> text.append(note).append(System.lineSeparator()));
    return text.toString();
  }

  /**
   * Writes it as JSON.
   *
   * @throws IOException if the file cannot be written
   */
  public void write(Path file) throws IOException {
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
  }
}
