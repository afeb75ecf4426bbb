package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.presentation.Arrangement;
import org.wardbeat.station.presentation.MinePlace;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.BedWatch;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Operation;

/** Going from bed to bed, finding them, and arranging them, by mouse and by keyboard. */
class ArrangeScreenTest {
  private FakeWard ward;
  private Window window;

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void open() {
    ward = FakeWard.still(32);
    IntStream.range(16, 32)
        .forEach(i -> ward.change(i, bed -> FakeWard.at("4 West", bed.id().bed(), bed)));
    ward.feed();
    window = Window.open(ward, 1920, 1080);
    settle();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void settle() {
    window.pulse();
    window.pulse();
  }

  private void press(KeyCode code) {
    window.press(code, false);
    settle();
  }

  private void shortcut(KeyCode code) {
    window.press(code, true);
    settle();
  }

  private void fire(String selector) {
    window.fire(selector);
    settle();
  }

  private String selected() {
    return Window.onFx(
        () -> {
          BedId bed = window.board().selected();
          return bed == null ? "" : bed.bed();
        });
  }

  private List<String> order() {
    return Window.onFx(() -> window.board().order().stream().map(BedId::bed).toList());
  }

  private Arrangement arrangement() {
    return Window.onFx(() -> window.board().arrangement());
  }

  @Test
  void arrowsGoFromBedToBedAndOnToTheNextPage() {
    shortcut(KeyCode.DIGIT4);
    press(KeyCode.RIGHT);
    assertThat(selected()).isEqualTo("401");
    press(KeyCode.DOWN);
    press(KeyCode.RIGHT);
    assertThat(selected()).isEqualTo("406");
    assertThat(window.focusedId()).isEqualTo("bed-406");
    assertThat(window.node("#selected-bed").isVisible()).isTrue();
    press(KeyCode.UP);
    press(KeyCode.LEFT);
    press(KeyCode.LEFT);
    assertThat(selected()).isEqualTo("401");
    press(KeyCode.END);
    assertThat(selected()).isEqualTo("432");
    assertThat(window.text("#bed-432-hr")).isNotEmpty();
    assertThat(window.words("#bed-count .words")).isNotNull();
    press(KeyCode.HOME);
    assertThat(selected()).isEqualTo("401");
    assertThat(window.find("#bed-432")).isEmpty();
  }

  @Test
  void theFocusGoesFromTheStripToTheBedsByRowAndThenToTheTopBar() {
    List<String> path =
        Window.onFx(
            () -> {
              window.lookup("#bed-401").requestFocus();
              return IntStream.range(0, 36).mapToObj(_ -> next()).toList();
            });
    List<String> beds = IntStream.rangeClosed(402, 432).mapToObj(bed -> "bed-" + bed).toList();
    assertThat(path.subList(0, 31)).isEqualTo(beds);
    assertThat(path.get(31)).startsWith("tab-");
  }

  private String next() {
    Node owner = window.screen().getScene().getFocusOwner();
    owner.requestFocusTraversal(TraversalDirection.NEXT);
    String id = window.screen().getScene().getFocusOwner().getId();
    return id == null ? "" : id;
  }

  @Test
  void tabGoesToTheBedItReaches() {
    press(KeyCode.RIGHT);
    window.press(KeyCode.TAB, false);
    Window.onFx(() -> window.lookup("#bed-401").requestFocusTraversal(TraversalDirection.NEXT));
    settle();
    assertThat(selected()).isEqualTo("402");
  }

  @Test
  void noBedIsGoneToBecauseTheFocusWasLost() {
    press(KeyCode.RIGHT);
    press(KeyCode.RIGHT);
    Window.onFx(
        () -> {
          window.lookup("#bed-420").requestFocus();
          return true;
        });
    settle();
    assertThat(selected()).isEqualTo("402");
  }

  @Test
  void findsABedByItsLabelOrANameAndGoesThereByEnter() {
    shortcut(KeyCode.DIGIT3);
    shortcut(KeyCode.F);
    assertThat(window.isShown("#view-card")).isTrue();
    assertThat(window.focusedId()).isEqualTo("find-bed");
    window.type("#find-bed", "419");
    press(KeyCode.ENTER);
    assertThat(selected()).isEqualTo("419");
    assertThat(window.isShown("#view-card")).isFalse();
    assertThat(window.find("#bed-419")).isNotEmpty();
    shortcut(KeyCode.F);
    window.type("#find-bed", "hADd");
    assertThat(window.words("#found-0")).startsWith("407   Haddad, R");
    press(KeyCode.DOWN);
    press(KeyCode.DOWN);
    assertThat(window.focusedId()).isEqualTo("found-1");
    fire("#found-1");
    assertThat(selected()).isEqualTo("423");
  }

  @Test
  void saysThatNothingIsFoundAndClosesWithEscape() {
    fire("#view-open");
    window.type("#find-bed", "Nobody");
    settle();
    assertThat(window.words("#found-nothing")).isEqualTo("No bed and no name is like this.");
    window.save("arrange-card");
    press(KeyCode.ESCAPE);
    assertThat(window.isShown("#view-card")).isFalse();
  }

  @Test
  void laysOutForSoManyBedsByMouseAndByKeyboard() {
    fire("#view-open");
    fire("#layout-2");
    assertThat(window.find(".sector")).hasSize(4);
    fire("#page-on");
    assertThat(window.find("#bed-405")).isNotEmpty();
    fire("#layout-0");
    assertThat(window.find(".sector")).hasSize(32);
    fire("#view-close");
    shortcut(KeyCode.DIGIT3);
    assertThat(window.find(".sector")).hasSize(8);
    press(KeyCode.PAGE_DOWN);
    assertThat(window.find("#bed-409")).isNotEmpty();
    fire("#turn-back");
    assertThat(window.find("#bed-401")).isNotEmpty();
    fire("#turn-on");
    assertThat(window.find("#bed-409")).isNotEmpty();
    shortcut(KeyCode.DIGIT0);
    assertThat(window.find(".sector")).hasSize(32);
  }

  @Test
  void showsTheUnitsThatAreChosen() {
    fire("#view-open");
    fire("#unit-2");
    assertThat(order()).hasSize(16).startsWith("417");
    assertThat(window.text("#unit")).isEqualTo("4 West");
    fire("#unit-1");
    assertThat(order()).hasSize(32);
    fire("#unit-all");
    assertThat(arrangement().units()).isEmpty();
    assertThat(window.text("#unit")).isEqualTo("2 units");
  }

  @Test
  void marksTheUsersPatientsPutsThemFirstOrShowsThemAlone() {
    assertThat(window.isShown("#mine-toggle")).isFalse();
    Window.onFx(
        () -> {
          window.board().setMine(Set.of(new BedId("4 East", "403"), new BedId("4 West", "420")));
          return true;
        });
    settle();
    assertThat(window.words("#mine-toggle")).isEqualTo("My patients 2");
    assertThat(window.isShown("#bed-403-mine")).isTrue();
    assertThat(window.isShown("#bed-404-mine")).isFalse();
    assertThat(window.accessible("#bed-403")).endsWith(", my patient");
    window.save("arrange-mine");
    shortcut(KeyCode.M);
    assertThat(order()).startsWith("403", "420", "401");
    fire("#mine-toggle");
    assertThat(order()).containsExactly("403", "420");
    shortcut(KeyCode.M);
    assertThat(order()).hasSize(32).startsWith("401");
    fire("#view-open");
    fire("#mine-2");
    assertThat(arrangement().mine()).isEqualTo(MinePlace.ONLY);
  }

  @Test
  void goesToAnAlarmOutOfSightWithOneClick() {
    shortcut(KeyCode.DIGIT3);
    assertThat(window.isShown("#away")).isFalse();
    ward.change(29, Alarms.with(BedWatch.NONE, Alarms.asystole(14)));
    ward.change(20, Alarms.with(BedWatch.NONE, Alarms.desaturation(9)));
    settle();
    assertThat(window.words("#away")).isEqualTo("*** 2 elsewhere");
    fire("#away");
    assertThat(selected()).isEqualTo("430");
    assertThat(window.text("#bed-430-message")).isEqualTo("*** ASYSTOLE");
    assertThat(window.words("#away")).isEqualTo("** 1 elsewhere");
  }

  @Test
  void movesBedsByKeyboardOnlyWhileThatIsWanted() {
    press(KeyCode.RIGHT);
    window.pressShift(KeyCode.RIGHT);
    settle();
    assertThat(order()).startsWith("401", "402");
    fire("#view-open");
    fire("#move-beds");
    assertThat(window.isShown("#move-bar")).isTrue();
    window.pressShift(KeyCode.RIGHT);
    settle();
    assertThat(order()).startsWith("402", "401", "403");
    window.pressShift(KeyCode.DOWN);
    settle();
    assertThat(order().get(9)).isEqualTo("401");
    assertThat(selected()).isEqualTo("401");
    press(KeyCode.ESCAPE);
    assertThat(window.isShown("#move-bar")).isFalse();
    fire("#view-open");
    fire("#order-by-number");
    assertThat(order()).startsWith("401", "402");
  }

  @Test
  void movesBedsByMouse() {
    window.drag("401", "412");
    settle();
    assertThat(order()).startsWith("401");
    fire("#view-open");
    fire("#move-beds");
    window.drag("401", "412");
    settle();
    assertThat(order().getFirst()).isEqualTo("412");
    assertThat(order().get(11)).isEqualTo("401");
    window.save("arrange-move");
    fire("#move-done");
    assertThat(window.isShown("#move-bar")).isFalse();
  }

  @Test
  void sharesTheBedsBetweenTwoScreensWithTheAlarmsOnBoth() {
    fire("#view-open");
    fire("#screens-1");
    try (Window second = Window.openSecond(window, ward, 1920, 1080)) {
      second.pulse();
      second.pulse();
      assertThat(window.find(".sector")).hasSize(16);
      assertThat(second.find(".sector")).hasSize(16);
      assertThat(second.find("#bed-417")).isNotEmpty();
      ward.change(29, Alarms.with(BedWatch.NONE, Alarms.asystole(14)));
      settle();
      second.pulse();
      second.pulse();
      assertThat(window.stripEntries()).isEqualTo(second.stripEntries()).hasSize(1);
      assertThat(window.isShown("#away")).isFalse();
      window.fire("#view-close");
      press(KeyCode.F2);
      second.pulse();
      assertThat(second.node("#selected-bed").isVisible()).isTrue();
      assertThat(window.node("#selected-bed").isVisible()).isFalse();
      second.save("arrange-second");
    }
  }

  @Test
  void endsAStandbyByAClickOnItsButton() {
    InactivationState away = Alarms.hold("403", Inactivation.STANDBY, 960);
    ward.hold(away);
    shortcut(KeyCode.DIGIT4);
    window.clickOnGrid("#bed-403-resume");
    settle();
    assertThat(ward.acts()).hasSize(1);
    assertThat(ward.acts().getFirst().operation())
        .isEqualTo(
            new Operation.Inactivate(
                "4 East", "403", Inactivation.STANDBY, away.sinceMicros(), 0, ""));
    String other = "Okafor, A set standby of 403 meanwhile.";
    ward.acts().getFirst().answer().complete(new ActResult(ActResult.Status.CONFLICT, other));
    settle();
    window.save("arrange-resume-conflict");
    assertThat(window.text("#pause-audio-message")).isEqualTo("Not done: " + other);
    window.clickBed("404");
    settle();
    assertThat(ward.acts()).hasSize(1);
    assertThat(selected()).isEqualTo("404");
  }

  @Test
  void saysThatTheStandbyOfAWholeUnitIsNotOneBedsToEnd() {
    ward.hold(Alarms.hold("", Inactivation.STANDBY, 960));
    shortcut(KeyCode.DIGIT4);
    window.clickOnGrid("#bed-403-resume");
    settle();
    assertThat(ward.acts()).isEmpty();
    assertThat(window.words("#pause-audio-message")).startsWith("The whole unit is in standby");
  }

  @Test
  void whatIsToBeTouchedIsLargeEnoughForFingersAndHasAName() {
    fire("#view-open");
    ward.change(29, Alarms.with(BedWatch.NONE, Alarms.asystole(14)));
    shortcut(KeyCode.DIGIT3);
    List<String> small =
        Window.onFx(
            () ->
                window.screen().lookupAll(".button, .toggle-button, .text-field").stream()
                    .filter(ArrangeScreenTest::isSeen)
                    .filter(node -> isSmall((Region) node) || isNameless(node))
                    .map(Node::toString)
                    .toList());
    assertThat(small).isEmpty();
  }

  private static boolean isSeen(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSmall(Region region) {
    return region.getHeight() < 44 || region.getWidth() < 44;
  }

  private static boolean isNameless(Node node) {
    boolean written = node instanceof Labeled labeled && !labeled.getText().isBlank();
    return !written && (node.getAccessibleText() == null || node.getAccessibleText().isBlank());
  }
}
