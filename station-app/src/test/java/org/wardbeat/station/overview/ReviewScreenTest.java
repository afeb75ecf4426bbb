package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.ward.BedWatch;
import org.wardbeat.station.ward.HistoryQuery;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;

/** The page with the alarms of now and before, and what they burden the ward with. */
class ReviewScreenTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static FakeWard ward() {
    FakeWard ward = FakeWard.still(16);
    ward.feed();
    ward.change(6, Alarms.with(BedWatch.NONE, Alarms.asystole(14)));
    ward.change(10, Alarms.with(BedWatch.NONE, Alarms.acknowledged(Alarms.desaturation(38), 20)));
    ward.change(4, FakeWard::empty);
    ward.past(PastAlarms.of(60, 300));
    return ward;
  }

  private static Window open(FakeWard ward, int width, int height) {
    Window window = Window.open(ward, width, height);
    window.settle();
    window.press(KeyCode.F5, false);
    window.settle();
    return window;
  }

  private static List<Frame.AlarmRecord> rows(Window window) {
    return Window.onFx(
        () -> {
          List<Frame.AlarmRecord> rows = new ArrayList<>();
          for (Object each : ((TableView<?>) window.lookup("#alarms")).getItems()) {
            rows.add((Frame.AlarmRecord) each);
          }
          return rows;
        });
  }

  private static Window openRead(FakeWard ward) {
    Window window = open(ward, 1920, 1080);
    window.until(() -> window.words("#review-status").startsWith("All alarms since"));
    window.until(() -> !rows(window).isEmpty());
    return window;
  }

  @Test
  void opensByItsKeyAndItsTabAndClosesByEscape() {
    try (Window window = open(ward(), 1920, 1080)) {
      assertThat(window.isShown("#review")).isTrue();
      assertThat(window.isShown("#bed-401")).isFalse();
      assertThat(window.isShown("#strip")).isTrue();
      window.press(KeyCode.ESCAPE, false);
      assertThat(window.isShown("#review")).isFalse();
      window.click("#tab-review");
      assertThat(window.isShown("#review")).isTrue();
      window.click("#tab-diagnostics");
      assertThat(window.isShown("#review")).isFalse();
      assertThat(window.isShown("#diagnostics")).isTrue();
    }
  }

  @Test
  void tellsWhatIsNotOverAndWhatWasTheNewestFirst() {
    try (Window window = openRead(ward())) {
      List<Frame.AlarmRecord> rows = rows(window);
      assertThat(rows).hasSize(62);
      assertThat(rows.getFirst().alarm().text()).isEqualTo("ASYSTOLE");
      assertThat(rows)
          .isSortedAccordingTo(
              Comparator.comparingLong((Frame.AlarmRecord each) -> each.alarm().onsetMicros())
                  .reversed());
      assertThat(window.words("#review-status"))
          .startsWith("All alarms since Tue 10 Mar 2026 01:41");
    }
  }

  private static List<String> conditions(Window window) {
    return rows(window).stream().map(each -> each.alarm().condition()).distinct().sorted().toList();
  }

  /** Waits until only these conditions are listed. */
  private static void untilOnly(Window window, String... conditions) {
    window.until(() -> conditions(window).equals(List.of(conditions)));
  }

  @Test
  void filtersByPriorityKindStatePlaceAndWords() {
    try (Window window = openRead(ward())) {
      window.click("#priority-medium");
      window.click("#priority-low");
      untilOnly(window, "ASYSTOLE", "VTACH");
      window.click("#priority-medium");
      window.click("#priority-low");
      window.click("#kind-technical");
      untilOnly(window, "LEADS_OFF");
      assertThat(window.words("#priority-low .count")).isEqualTo("10");
      window.click("#kind-technical");
      untilOnly(window, "LEADS_OFF"); // one of them is always chosen
      window.click("#kind-all");
      choose(window, "#state", 1);
      untilOnly(window, "ASYSTOLE", "SPO2_LOW");
      choose(window, "#state", 0);
      choose(window, "#place", 8);
      window.until(() -> rows(window).stream().allMatch(each -> each.bed().bed().equals("408")));
      assertThat(rows(window)).isNotEmpty();
      choose(window, "#place", 0);
      type(window, "124 ruiz");
      untilOnly(window, "HR_HIGH");
      assertThat(rows(window))
          .allMatch(each -> AssertedUser.of(each.alarm()).equals("Ruiz, C"))
          .isNotEmpty();
    }
  }

  /** Who acknowledged an alarm. */
  private static final class AssertedUser {
    static String of(Alarm alarm) {
      Acknowledgement seen = alarm.acknowledgement();
      return seen == null ? "" : seen.user();
    }
  }

  private static void choose(Window window, String box, int index) {
    Window.onFx(
        () -> {
          ((ComboBox<?>) window.lookup(box)).getSelectionModel().select(index);
          return true;
        });
  }

  private static void type(Window window, String words) {
    Window.onFx(
        () -> {
          ((TextField) window.lookup("#search")).setText(words);
          return true;
        });
  }

  /** By its head, or by what lies in that for those who use no pointer. */
  static Stream<Arguments> ways() {
    return Stream.of(
        way("a click", (window, column) -> window.click("#column-" + column)),
        way("Space", (window, column) -> pressOn(window, column, KeyCode.SPACE)),
        way("Enter", (window, column) -> pressOn(window, column, KeyCode.ENTER)),
        way("a screen reader", (window, column) -> window.fireAccessibly("#sort-" + column)));
  }

  private static Arguments way(String name, BiConsumer<Window, String> sort) {
    return Arguments.of(name, sort);
  }

  private static void pressOn(Window window, String column, KeyCode key) {
    window.focus("#sort-" + column);
    window.press(key, false);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void sortsByAColumn(String name, BiConsumer<Window, String> sort) {
    try (Window window = openRead(ward())) {
      Frame.AlarmRecord newest = rows(window).getFirst();
      sort.accept(window, "duration");
      window.until(() -> isSorted(window, false));
      sort.accept(window, "duration");
      window.until(() -> isSorted(window, true));
      sort.accept(window, "duration");
      window.until(() -> rows(window).getFirst().equals(newest));
      assertThat(window.isShown("#review")).isTrue();
    }
  }

  private static boolean isSorted(Window window, boolean longestFirst) {
    List<Long> ended =
        rows(window).stream()
            .map(Frame.AlarmRecord::alarm)
            .filter(Alarm::over)
            .map(each -> each.endedMicros() - each.onsetMicros())
            .toList();
    Comparator<Long> order = longestFirst ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return ended.equals(ended.stream().sorted(order).toList());
  }

  @Test
  void theHeadsAreReachedByTab() {
    try (Window window = openRead(ward())) {
      window.focus("#alarms");
      List<String> reached = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        window.press(KeyCode.TAB, false);
        reached.add(window.focusedId());
      }
      assertThat(reached).containsExactly("sort-onset", "sort-bed", "sort-priority");
    }
  }

  @Test
  void tellsAllOfTheSelectedAlarmAndGoesToItsBed() {
    try (Window window = openRead(ward())) {
      assertThat(window.isShown("#detail-hint")).isTrue();
      window.focus("#alarms");
      window.press(KeyCode.DOWN, false);
      window.press(KeyCode.DOWN, false);
      window.settle();
      assertThat(window.words("#detail-title")).isEqualTo("SpO₂ 86 < 90");
      assertThat(window.words("#detail-place")).isEqualTo("Bed 411, 4 East\nLindqvist, R");
      assertThat(details(window))
          .contains(
              "Onset: Tue 10 Mar 2026 09:40:30",
              "Ended: lasts",
              "Acknowledged: Okafor, A",
              "at: Tue 10 Mar 2026 09:40:48",
              "Response time: 0:18",
              "Value at onset: 86",
              "Limit: below 90");
      window.press(KeyCode.ENTER, false);
      window.settle();
      assertThat(window.isShown("#review")).isFalse();
      assertThat(window.isShown("#bed-411")).isTrue();
      assertThat(window.screen().lookupAll(".focus-ring")).isNotEmpty();
      window.press(KeyCode.F5, false);
      window.select("#alarms", 0);
      window.click("#go-to-bed");
      assertThat(window.isShown("#bed-407")).isTrue();
    }
  }

  private static List<String> details(Window window) {
    return Window.onFx(
        () -> {
          List<String> pairs = new ArrayList<>();
          List<Node> nodes = ((Parent) window.lookup("#detail")).getChildrenUnmodifiable();
          for (int i = 0; i + 1 < nodes.size(); i += 2) {
            pairs.add(
                ((Label) nodes.get(i)).getText() + ": " + ((Label) nodes.get(i + 1)).getText());
          }
          return pairs;
        });
  }

  @Test
  void namesNobodyWhereNamesAreHiddenOrSomebodyElseMayHaveLain() {
    FakeWard ward = ward();
    try (Window window = openRead(ward)) {
      window.select("#alarms", 2);
      window.settle();
      assertThat(window.words("#detail-place")).isEqualTo("Bed 401, 4 East");
      ward.change(6, FakeWard::nameless);
      window.runForASecond();
      window.select("#alarms", 0);
      window.settle();
      assertThat(window.words("#detail-place")).isEqualTo("Bed 407, 4 East");
    }
  }

  @Test
  void readsOnUntilThePeriodIsWholeAndSaysHowFarItHasCome() {
    FakeWard ward = ward();
    ward.past(PastAlarms.of(450, 60));
    ward.setSlow(true);
    try (Window window = open(ward, 1920, 1080)) {
      window.settle();
      ward.answerHistory();
      window.until(() -> window.words("#review-status").startsWith("Reading alarms, 200 so far"));
      assertThat(window.words("#review-status")).endsWith("back to 06:21:08");
      window.save("review-reading");
      ward.setSlow(false);
      ward.answerHistory();
      window.until(() -> rows(window).size() == 452);
      assertThat(window.words("#review-status")).startsWith("All alarms since");
      assertThat(ward.asked()).extracting(HistoryQuery::most).contains(200, 201);
    }
  }

  @Test
  void saysThatItIsIncompleteWhenTheBridgeCannotReadItsStore() {
    FakeWard ward = ward();
    ward.past(List.of());
    ward.missing("The bridge cannot read its store of alarms.");
    try (Window window = open(ward, 1920, 1080)) {
      window.until(() -> window.words("#review-status").startsWith("INCOMPLETE"));
      assertThat(window.words("#review-status"))
          .isEqualTo(
              "INCOMPLETE  The bridge cannot read its store of alarms. No alarm of the past could"
                  + " be read.");
      window.until(() -> rows(window).size() == 2);
      window.save("review-incomplete");
      ward.missing("");
      ward.past(PastAlarms.of(60, 300));
      window.click("#read-again");
      window.until(() -> rows(window).size() == 62);
      assertThat(window.words("#review-status")).startsWith("All alarms since");
      assertThat(window.isShown("#read-again")).isFalse();
    }
  }

  @Test
  void whatWasOpenWhenTheLinkWasLostIsNotCalledActive() {
    FakeWard ward = ward();
    try (Window window = openRead(ward)) {
      ward.setLink(Links.offline(ward.bridgeNowMicros() - 23_000_000));
      window.until(() -> window.words("#review-status").startsWith("NOT LIVE"));
      assertThat(cells(window)).contains("Was open").doesNotContain("Active", "Active, seen");
      assertThat(window.find("#alarms .chip"))
          .as("nothing is filled as if it were active now")
          .noneMatch(chip -> chip.getPseudoClassStates().toString().contains("solid"));
      window.save("review-offline");
      ward.setLink(Links.streaming());
      window.until(() -> window.words("#review-status").startsWith("All alarms since"));
      window.until(() -> cells(window).contains("Active"));
    }
  }

  private static List<String> cells(Window window) {
    return window.find("#alarms .table-cell").stream()
        .map(cell -> Window.onFx(() -> String.valueOf(((Labeled) cell).getText())))
        .toList();
  }

  @Test
  void showsWhatEndsWhileOneLooksThoughNobodySawToIt() {
    FakeWard ward = ward();
    try (Window window = openRead(ward)) {
      Alarm over = Alarms.ended(Alarms.asystole(14), false, 1);
      ward.past(List.of(new Frame.AlarmRecord(new BedId("4 East", "407"), over)));
      ward.change(6, Alarms.with(BedWatch.NONE));
      window.until(() -> rows(window).getFirst().alarm().over());
      assertThat(rows(window)).hasSize(62);
      assertThat(rows(window).getFirst().alarm().text()).isEqualTo("ASYSTOLE");
    }
  }

  @Test
  void writesTheListAndTheBurden() throws IOException {
    clearExports();
    try (Window window = openRead(ward())) {
      window.press(KeyCode.S, true);
      Path list = awaitExport("wardbeat-alarms-");
      assertThat(Files.readAllLines(list))
          .hasSize(63)
          .first()
          .asString()
          .startsWith("onset_utc,unit,bed");
      window.until(() -> window.words("#review-export").equals("Saved to " + list));
      window.click("#mode-burden");
      window.until(() -> window.words("#burden-alarms").equals("62"));
      window.click("#save-csv");
      assertThat(Files.readString(awaitExport("wardbeat-burden-")))
          .startsWith("group,period_from_utc")
          .doesNotContain("Haddad", "MRN");
    }
  }

  private static void clearExports() throws IOException {
    for (Path file : exports("wardbeat-")) {
      Files.delete(file);
    }
  }

  private static Path awaitExport(String name) throws IOException {
    await().atMost(PATIENCE).until(() -> exports(name).size() == 1);
    return exports(name).getFirst();
  }

  private static List<Path> exports(String name) throws IOException {
    if (!Files.isDirectory(Window.EXPORTS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(Window.EXPORTS)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(name))
          .filter(file -> file.toString().endsWith(".csv"))
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"1920,1080", "1366,768", "1280,720", "2560,1440", "3840,2160"})
  void cutsNoWordInAnyWindow(int width, int height) {
    FakeWard ward = ward();
    ward.past(PastAlarms.of(400, 1_400));
    try (Window window = open(ward, width, height)) {
      window.click("#period-week");
      window.until(() -> rows(window).size() > 300);
      window.select("#alarms", 1);
      window.settle();
      window.save("review-alarms-" + width);
      assertThat(window.cutLabels()).isEmpty();
      assertThat(window.topBarProblems()).isEmpty();
      Region strip = (Region) window.node("#strip");
      Region review = (Region) window.node("#review");
      assertThat(review.getBoundsInParent().getMaxY())
          .as("the strip of alarms is never covered")
          .isLessThanOrEqualTo(strip.getBoundsInParent().getMinY());
      assertThat(review.minHeight(width)).isLessThanOrEqualTo(review.getHeight());
      window.click("#mode-burden");
      window.settle();
      window.save("review-burden-" + width);
      assertThat(window.cutLabels()).isEmpty();
    }
  }

  @Test
  void targetsAreLargeEnoughForAFinger() {
    try (Window window = openRead(ward())) {
      for (String target :
          List.of(
              "#period-hour",
              "#mode-burden",
              "#kind-technical",
              "#priority-high",
              "#place",
              "#state",
              "#search",
              "#save-csv",
              "#go-to-bed",
              "#alarms .table-row-cell")) {
        assertThat(((Region) window.node(target)).getHeight())
            .as(target)
            .isGreaterThanOrEqualTo(44);
      }
    }
  }
}
