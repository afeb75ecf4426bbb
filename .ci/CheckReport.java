import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the report of a station: {@code CheckReport FILE BEDS SECONDS [short]}. What must be right
 * whatever the machine does (fields, link, samples, gaps) fails the check; speeds fail it only far
 * beyond their targets, because other load on the machine shows in them, and not at all after a short
 * run, which is mostly start.
 */
final class CheckReport {
  private static final double FRAMES_TARGET = 55;
  private static final double END_TO_END_TARGET_MILLIS = 25;
  private static final double FRAMES_FLOOR = FRAMES_TARGET / 10;
  private static final double END_TO_END_CEILING_MILLIS = END_TO_END_TARGET_MILLIS * 40;

  /** Every bed shows an ECG, whose rate is at least this. */
  private static final double SAMPLES_PER_BED_SECOND = 100;

  private final List<String> failures = new ArrayList<>();
  private final JsonNode report;

  private final boolean judgesSpeed;

  private CheckReport(JsonNode report, boolean judgesSpeed) {
    this.report = report;
    this.judgesSpeed = judgesSpeed;
  }

  public static void main(String[] args) throws Exception {
    JsonNode report = new JsonMapper().readTree(Path.of(args[0]).toFile());
    CheckReport check = new CheckReport(report, args.length == 3);
    check.run(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    check.failures.forEach(failure -> System.err.println("report: " + failure));
    System.exit(check.failures.isEmpty() ? 0 : 1);
  }

  private void run(int beds, int seconds) {
    require(report.path("beds").asInt(-1) == beds, "beds must be " + beds);
    require(report.path("link").asText().equals("STREAMING"), "link must be STREAMING");
    require(!report.path("transport").asText().isBlank(), "transport must be named");
    require(report.path("versions").size() > 0, "versions must be named");
    require(number("/gaps") == 0, "gaps must be 0");
    double enough = 0.5 * beds * seconds * SAMPLES_PER_BED_SECOND;
    require(number("/samplesReceived") >= enough, "samplesReceived must be " + enough + " or more");
    require(number("/bytesPerSecond") > 0, "bytesPerSecond must be positive");
    percentiles("endToEndMillis");
    percentiles("paintMillis");
    speed("/framesPerSecond", FRAMES_TARGET, FRAMES_FLOOR, true);
    speed("/endToEndMillis/p99", END_TO_END_TARGET_MILLIS, END_TO_END_CEILING_MILLIS, false);
  }

  private void percentiles(String field) {
    double p50 = number("/" + field + "/p50");
    double p99 = number("/" + field + "/p99");
    require(p50 > 0 && p50 <= p99, field + " must have 0 < p50 <= p99");
  }

  private void speed(String field, double target, double limit, boolean atLeast) {
    double value = number(field);
    String bound = atLeast ? " or more" : " or less";
    boolean met = atLeast ? value >= target : value <= target;
    String judged = met ? "met" : "missed, which other load on the machine explains too";
    System.out.printf("report: %s = %.2f, target %.0f%s: %s%n", field, value, target, bound, judged);
    if (judgesSpeed) {
      require(atLeast ? value >= limit : value <= limit, field + " is beyond " + limit);
    }
  }

  private double number(String pointer) {
    JsonNode value = report.at(pointer);
    require(value.isNumber(), pointer + " must be a number");
    return value.asDouble(Double.NaN);
  }

  private void require(boolean met, String otherwise) {
    if (!met) {
      failures.add(otherwise);
    }
  }
}
