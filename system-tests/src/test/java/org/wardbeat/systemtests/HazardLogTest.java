package org.wardbeat.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That each hazard of {@code docs/safety/HAZARDS.md} is tested by what it names. */
class HazardLogTest {
  private static final Path ROOT = Path.of(System.getProperty("wardbeat.root", ".."));
  private static final int HAZARDS = 16;
  private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\|.*\\| ([^|]*)\\|$");
  private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");

  /** A test that the hazard log names. */
  private record Named(String type, String method) {
    @Override
    public String toString() {
      return type + "." + method;
    }
  }

  @Test
  void everyHazardIsTested() throws IOException {
    List<String> rows = rows();
    assertThat(rows).hasSize(HAZARDS);
    for (int i = 0; i < HAZARDS; i++) {
      Matcher row = ROW.matcher(rows.get(i));
      assertThat(row.matches()).isTrue();
      assertThat(row.group(1)).isEqualTo(Integer.toString(i + 1));
      assertThat(tests(row.group(2))).as("tests of hazard %d", i + 1).isNotEmpty();
    }
  }

  @Test
  void everyTestThatIsNamedExists() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Named test : named()) {
      Optional<Path> source = source(test.type());
      if (source.isEmpty() || !declares(Files.readString(source.get()), test.method())) {
        missing.add(test.toString());
      }
    }
    assertThat(missing).as("tests that the hazard log names, but nobody wrote").isEmpty();
  }

  @Test
  void everyTestThatIsNamedRanWhereThereIsAReportOfItsClass() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Named test : named()) {
      for (Path report : reports(test.type())) {
        if (!ran(Files.readString(report), test.method())) {
          missing.add(test + " in " + report);
        }
      }
    }
    assertThat(missing).as("tests that the hazard log names, but that did not run").isEmpty();
  }

  private static List<String> rows() throws IOException {
    try (Stream<String> lines =
        Files.lines(ROOT.resolve("docs").resolve("safety").resolve("HAZARDS.md"))) {
      return lines.filter(line -> ROW.matcher(line).matches()).toList();
    }
  }

  private static List<Named> named() throws IOException {
    return rows().stream().flatMap(row -> tests(row).stream()).distinct().toList();
  }

  private static List<Named> tests(String cell) {
    return TEST.matcher(cell)
        .results()
        .map(found -> new Named(found.group(1), found.group(2)))
        .toList();
  }

  private static Optional<Path> source(String type) throws IOException {
    for (Path module : modules()) {
      Path tests = module.resolve("src").resolve("test").resolve("java");
      if (Files.isDirectory(tests)) {
        try (Stream<Path> files = Files.walk(tests)) {
          Optional<Path> found = files.filter(file -> file.endsWith(type + ".java")).findFirst();
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** A method with an annotation that makes it a test. */
  private static boolean declares(String source, String method) {
    List<String> lines = source.lines().toList();
    Pattern declaration = Pattern.compile("^\\s+void %s\\(.*".formatted(method));
    return IntStream.range(0, lines.size())
        .filter(i -> declaration.matcher(lines.get(i)).matches())
        .anyMatch(i -> isTest(lines, i));
  }

  private static boolean isTest(List<String> lines, int declaration) {
    for (int i = declaration - 1; i >= 0 && !lines.get(i).isBlank(); i--) {
      if (lines.get(i).matches("\\s+@(\\w*Test|Property)\\b.*")) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> reports(String type) throws IOException {
    List<Path> reports = new ArrayList<>();
    for (Path module : modules()) {
      for (String folder : List.of("surefire-reports", "failsafe-reports")) {
        Path reported = module.resolve("target").resolve(folder);
        if (Files.isDirectory(reported)) {
          try (Stream<Path> files = Files.list(reported)) {
            files
                .filter(file -> file.getFileName().toString().endsWith("." + type + ".xml"))
                .forEach(reports::add);
          }
        }
      }
    }
    return reports;
  }

  /** Whether a report has a run of the method that was neither skipped nor failed. */
  private static boolean ran(String report, String method) {
    Matcher run =
        Pattern.compile(
                "<testcase name=\"%s\\b[^>]*?(/>|>(.*?)</testcase>)".formatted(method),
                Pattern.DOTALL)
            .matcher(report);
    return run.results()
        .map(found -> Optional.ofNullable(found.group(2)).orElse(""))
        .anyMatch(inside -> !inside.matches("(?s).*<(skipped|failure|error)\\b.*"));
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml"))).toList();
    }
  }
}
