package org.wardbeat.station.overview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import javafx.css.PseudoClass;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.fixture.BedCopy;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Inactivation;

/**
 * What is drawn is a function of link, broker, bed and age: every cell of that table, on the scene
 * graph and on the picture.
 */
class StateTableScreenTest {
  private static final String NONE = "-";

  /**
   * Bed, header's message, header's age, wave's text, what is below it, the wave area's state,
   * whether a wave moves, HR, SpO₂, NIBP, and whether numbers are grey.
   */
  private static final List<String> HEARD =
      List.of(
          "401 | -               | -        | -                       | -                      | -         | wave | 60  | 94  | 108/62 | -",
          "402 | -               | -        | -                       | -                      | -         | wave | 67  | 95  | 111/67 | -",
          "403 | age 7 s         | -        | No wave for 7 s         | -                      | -         | -    | 74  | 96  | 114/72 | grey",
          "404 | !! DATA OLD     | age 14 s | Last known at 09:41:53  | HR 81   SpO₂ 97   RR 15 | -         | -    | --- | --- | 117/77 | grey",
          "405 | !!! NO DATA     | 38 s     | NO DATA FROM BED 38 s   | -                      | lost      | -    | --- | --- | 120/82 | grey",
          "406 | ! LEADS OFF     | 1:00     | LEADS OFF: RA, LL       | -                      | leads-off | -    | --- | 99  | 123/62 | -",
          "407 | !! DATA OLD +1  | age 14 s | Last known at 09:41:53  | HR ---   SpO₂ 94   RR --- | -       | -    | --- | --- | 126/67 | grey",
          "410 | !!! DEVICE OFF  | 1:00     | DEVICE OFF              | since 09:41:08         | -         | -    | --- | --- | 135/82 | grey",
          "412 | -               | -        | Waiting for first data 0 s | -                   | -         | -    | --- | --- | ---    | grey",
          "413 | !! CHECK PATIENT | 0:00    | No values until checked | Confirm two identifiers: Ctrl+P | - | - | --- | --- | --- | grey");

  private static final List<String> STANDBY =
      List.of(
          "408 | STANDBY         | 15:00    | No alarms until 09:57:08 | by Okafor, A at 09:40 | -         | -    | --- | --- | ---    | grey");

  private static final List<String> EMPTY =
      List.of(
          "409 | -               | -        | Admit patient           | -                      | -         | -    | --- | --- | ---    | grey");

  private static final List<String> EMPTY_NOT_LIVE =
      List.of(
          "409 | -               | -        | -                       | -                      | -         | -    | --- | --- | ---    | grey");

  private static final List<String> FRESH_ONLY =
      List.of(
          "411 | -               | -        | -                       | -                      | -         | wave | 70  | 98  | 138/62 | -");

  private static final List<String> NOT_LIVE_YET =
      List.of(
          "411 | -               | -        | NOT LIVE                | -                      | not-live  | -    | --- | --- | ---    | grey");

  /** A condition at the loss stays, as what it was. */
  private static final List<String> NOT_LIVE =
      List.of(
          "401 | -               | -        | NOT LIVE                | -                      | not-live  | -    | --- | --- | ---    | grey",
          "402 | -               | -        | NOT LIVE                | -                      | not-live  | -    | --- | --- | ---    | grey",
          "403 | -               | -        | NOT LIVE                | -                      | not-live  | -    | --- | --- | ---    | grey",
          "404 | !! DATA OLD     | -        | NOT LIVE                | -                      | not-live  | -    | --- | --- | ---    | grey",
          "405 | !!! NO DATA     | -        | NOT LIVE                | -                      | not-live  | -    | --- | --- | ---    | grey",
          "406 | ! LEADS OFF     | -        | NOT LIVE                | -                      | not-live  | -    | --- | --- | ---    | grey",
          "407 | !! DATA OLD     | -        | NOT LIVE                | -                      | not-live  | -    | --- | --- | ---    | grey",
          "410 | !!! DEVICE OFF  | -        | NOT LIVE                | -                      | not-live  | -    | --- | --- | ---    | grey",
          "411 | -               | -        | NOT LIVE                | -                      | not-live  | -    | --- | --- | ---    | grey",
          "412 | -               | -        | NOT LIVE                | -                      | not-live  | -    | --- | --- | ---    | grey",
          "413 | !! CHECK PATIENT | -       | NOT LIVE                | -                      | not-live  | -    | --- | --- | ---    | grey");

  private static final List<String> STANDBY_NOT_LIVE =
      List.of(
          "408 | STANDBY         | -        | Standby, planned end 09:57:08 | by Okafor, A at 09:40 | - | - | --- | --- | --- | grey");

  /** A column of the table. */
  record Column(String name, LongFunction<LinkSnapshot> link, List<String> rows) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Column> columns() {
    List<String> fresh = rows(List.of(HEARD, STANDBY, EMPTY, FRESH_ONLY));
    List<String> resumed = rows(List.of(HEARD, STANDBY, EMPTY, NOT_LIVE_YET));
    List<String> lost = rows(List.of(NOT_LIVE, STANDBY_NOT_LIVE, EMPTY_NOT_LIVE));
    return List.of(
        new Column("streaming", _ -> Links.streaming(), fresh),
        new Column("degraded", _ -> Links.degraded(), fresh),
        new Column("over-http", _ -> Links.overHttp(), fresh),
        new Column("stalled", now -> Links.stalled(4, now), fresh),
        new Column("resuming", _ -> Links.resuming(), resumed),
        new Column("offline", now -> Links.offline(now - 23_000_000), lost),
        new Column("broker-lost", now -> Links.brokerLost(now - 23_000_000), lost),
        new Column("never-connected", _ -> Links.neverConnected(), lost));
  }

  private static List<String> rows(List<List<String>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  private static FakeWard ward;
  private static Window window;

  @BeforeAll
  static void open() throws Exception {
    FxToolkit.registerPrimaryStage();
    DeviceStatus leadsOff = new DeviceStatus(true, Set.of(Electrode.RA, Electrode.LL), 64);
    ward = FakeWard.still(13);
    ward.feed();
    ward.advance(Duration.ofSeconds(60));
    ward.feed();
    long now = ward.bridgeNowMicros();
    ward.silence(1, now - 3_400_000);
    ward.silence(2, now - 7_400_000);
    ward.silence(3, now - 14_400_000);
    ward.silence(4, now - 38_400_000);
    ward.change(5, FakeWard.status(leadsOff));
    ward.change(6, FakeWard.status(leadsOff));
    ward.silence(6, now - 14_400_000);
    ward.hold(Alarms.hold("408", Inactivation.STANDBY, 960));
    ward.change(8, FakeWard::empty);
    ward.change(9, FakeWard.status(new DeviceStatus(false, Set.of(), -1)));
    ward.change(10, FakeWard::unheard);
    ward.change(11, bed -> BedCopy.of(bed).readings(Map.of(), 0).bed());
    ward.change(12, bed -> BedCopy.of(bed).check(true).bed());
    window = Window.open(ward, 1920, 1080);
    window.settle();
  }

  @AfterAll
  static void close() {
    window.close();
  }

  @ParameterizedTest
  @MethodSource("columns")
  void drawsEveryCell(Column column) {
    ward.setLink(Links.streaming());
    window.settle();
    ward.setLink(column.link.apply(ward.bridgeNowMicros()));
    window.settle();
    int[] pixels = window.pixels();
    SoftAssertions cells = new SoftAssertions();
    for (String row : column.rows) {
      List<String> cell = split(row);
      String bed = cell.getFirst();
      cells.assertThat(drawn(bed, pixels)).as("bed %s", bed).isEqualTo(cell);
    }
    window.save("states-" + column.name());
    cells.assertAll();
  }

  private static List<String> split(String row) {
    List<String> cells = new ArrayList<>();
    for (String cell : row.split("\\|", -1)) {
      cells.add(cell.strip());
    }
    return cells;
  }

  private static List<String> drawn(String bed, int[] pixels) {
    String id = "#bed-" + bed;
    boolean numbers = window.isShown(id + "-hr");
    boolean away = !window.find(id + "-away-left").isEmpty();
    return List.of(
        bed,
        or(window.saying(id + "-message")),
        or(window.saying(id + (away ? "-away-left" : "-age"))),
        or(window.saying(id + (away ? "-away-until" : "-wave"))),
        or(window.saying(id + (away ? "-away-by" : "-wave-detail"))),
        state(window.node(id + "-waves")),
        waves(bed, pixels) ? "wave" : NONE,
        numbers ? window.text(id + "-hr") : "---",
        numbers ? window.text(id + "-spo2") : "---",
        numbers ? window.text(id + "-nibp") : "---",
        numbers && !isDim(id) ? NONE : "grey");
  }

  private static String or(String text) {
    return text.isEmpty() ? NONE : text;
  }

  private static String state(Node waves) {
    Set<PseudoClass> states = waves.getPseudoClassStates();
    if (states.contains(States.LOST)) {
      return "lost";
    }
    if (states.contains(States.LEADS_OFF)) {
      return "leads-off";
    }
    return states.contains(States.NOT_LIVE) ? "not-live" : NONE;
  }

  private static boolean isDim(String id) {
    return window.isDim(id + "-hr") && window.isDim(id + "-spo2") && window.isDim(id + "-nibp");
  }

  /** Whether there is anything of a wave, in the colour of one, in the bed's wave area. */
  private static boolean waves(String bed, int[] pixels) {
    Bounds at = Window.onFx(() -> wave(bed));
    for (int y = (int) at.getMinY(); y < at.getMaxY(); y++) {
      for (int x = (int) at.getMinX() + 20; x < at.getMaxX() - 6; x++) {
        int argb = pixels[y * 1920 + x];
        int green = argb >> 8 & 0xFF;
        boolean ecg = green > 120 && (argb & 0xFF) < 0.8 * green;
        if (ecg && (argb >> 16 & 0xFF) < 0.6 * green) {
          return true;
        }
      }
    }
    return false;
  }

  private static Bounds wave(String bed) {
    Node waves = window.lookup("#bed-" + bed + "-waves");
    return waves.localToScene(
        new BoundingBox(0, 0, ((Region) waves).getWidth(), ((Region) waves).getHeight()));
  }
}
