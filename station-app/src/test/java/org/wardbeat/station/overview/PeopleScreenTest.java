package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;
import org.wardbeat.station.fixture.BedCopy;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operation.BedVersion;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Stay;

/** Who lies in a bed and who sees to it: what is entered, what is sent, and what is said of it. */
class PeopleScreenTest {
  private static final int BED = 6;
  private static final BedId HERE = new BedId("4 East", "407");
  private static final BedId EMPTY = new BedId("4 East", "408");
  private static final LocalDate BORN = LocalDate.of(1951, 3, 9);
  private static final Patient NOOR = new Patient("MRN-1007", "Haddad", "Noor");

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static Stay stay(long version, String nurse, @Nullable Admission admission) {
    return new Stay(version, nurse, admission);
  }

  private static Admission admission() {
    return new Admission(NOOR, BORN, "patch-407", false, "Ruiz, C", FakeWard.START_MICROS);
  }

  private static UnaryOperator<BedSnapshot> said(Stay stay) {
    return bed -> BedCopy.of(bed).stay(stay).bed();
  }

  private static BedSnapshot admitted(BedSnapshot bed) {
    return BedCopy.of(bed).patient(NOOR).stay(stay(5, "Ruiz, C", admission())).bed();
  }

  /** Somebody was admitted to 407, 408 is empty, and three beds are assigned. */
  private static FakeWard ward() {
    FakeWard ward = FakeWard.still(16);
    ward.change(BED, PeopleScreenTest::admitted);
    ward.change(BED + 1, FakeWard::empty);
    ward.change(BED + 1, said(stay(2, "", null)));
    ward.change(0, said(stay(8, "Ruiz, C", null)));
    ward.change(1, said(stay(9, Alarms.USER, null)));
    return ward;
  }

  private static Window show(FakeWard ward) {
    ward.feed();
    Window window = Window.open(ward, 1920, 1080);
    window.settle();
    return window;
  }

  private static Window open(FakeWard ward) {
    Window window = show(ward);
    window.clickBed("407");
    window.press(KeyCode.P, true);
    window.settle();
    return window;
  }

  private static void answer(FakeWard ward, ActResult.Status status, String reason) {
    ward.acts().getLast().answer().complete(new ActResult(status, reason));
  }

  private static Operation last(FakeWard ward) {
    return ward.acts().getLast().operation();
  }

  private static String message(Window window) {
    return window.words("#panel-message");
  }

  private static void enterBand(Window window) {
    window.type("#people-identifier", NOOR.identifier());
    window.type("#people-birth-date", "9.3.1951");
  }

  /** Chooses an act by mouse or with the space bar. */
  private static void choose(Window window, int act, boolean byKey) {
    if (byKey) {
      window.focus("#people-act-" + act);
      window.press(KeyCode.SPACE, false);
    } else {
      window.click("#people-act-" + act);
    }
    window.settle();
  }

  private static void confirm(Window window, boolean byKey) {
    if (byKey) {
      window.press(KeyCode.ENTER, true);
    } else {
      window.click("#panel-confirm");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void emptyBedOffersToAdmitSomebody(boolean byKey) {
    FakeWard ward = ward();
    try (Window window = show(ward)) {
      assertThat(window.text("#bed-408-name")).isEqualTo("Empty");
      assertThat(window.text("#bed-408-wave")).isEqualTo("Admit patient");
      window.clickMiddleOf("408");
      window.settle();
      assertThat(window.isShown("#side-panel")).isTrue();
      if (byKey) {
        window.press(KeyCode.ESCAPE, false);
        window.press(KeyCode.P, true);
        window.settle();
      }
      assertThat(window.focusedId()).isEqualTo("people-identifier");
      enterBand(window);
      confirm(window, byKey);
      assertThat(message(window)).isEqualTo("Enter a family name or a given name.");
      window.type("#people-family-name", NOOR.familyName());
      window.type("#people-given-name", NOOR.givenName());
      window.settle();
      window.save("panel-people-admit");
      assertThat(window.words("#people-birth-date-note")).isEqualTo("9 March 1951, 75 years old");
      assertThat(window.cutLabels()).isEmpty();
      confirm(window, byKey);
      assertThat(last(ward)).isEqualTo(new Operation.Admit(new BedVersion(EMPTY, 2), NOOR, BORN));
      assertThat(window.words("#people-lies"))
          .as("before the answer")
          .isEqualTo("Nobody lies here");
      answer(ward, ActResult.Status.DONE, "");
      window.settle();
      assertThat(message(window)).isEqualTo("Admitted to 408. The bridge has confirmed it");
    }
  }

  @Test
  void panelFollowsTheAdmissionItBroughtAbout() {
    FakeWard ward = ward();
    ward.change(BED, FakeWard::empty);
    try (Window window = open(ward)) {
      enterBand(window);
      window.type("#people-family-name", NOOR.familyName());
      window.click("#panel-confirm");
      ward.change(BED, _ -> admitted(FakeWard.still(16).snapshot().beds().get(BED)));
      window.settle();
      assertThat(window.words("#people-trouble")).as("while asked").isEmpty();
      answer(ward, ActResult.Status.DONE, "");
      window.settle();
      assertThat(window.words("#people-lies"))
          .isEqualTo("Haddad, N, MRN-1007, born 9 March 1951. Admitted by Ruiz, C at 09:41:08");
      assertThat(window.words("#people-act-0")).isEqualTo("Nurse");
      assertThat(message(window)).startsWith("Admitted to 407.");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void patientIsTransferredToAnEmptyBed(boolean byKey) {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      choose(window, 2, byKey);
      enterBand(window);
      confirm(window, byKey);
      assertThat(message(window)).isEqualTo("Choose an empty bed.");
      assertThat(window.find("#people-to .choice")).hasSize(1);
      if (byKey) {
        window.focus("#people-to-0");
        window.press(KeyCode.SPACE, false);
      } else {
        window.click("#people-to-0");
      }
      window.settle();
      window.save("panel-people-transfer");
      confirm(window, byKey);
      assertThat(last(ward))
          .isEqualTo(
              new Operation.Transfer(
                  new BedVersion(HERE, 5), new BedVersion(EMPTY, 2), NOOR.identifier(), BORN));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void patientIsDischargedByBothIdentifiers(boolean byKey) {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      choose(window, 3, byKey);
      window.type("#people-identifier", NOOR.identifier());
      confirm(window, byKey);
      assertThat(ward.acts()).as("with one identifier").isEmpty();
      enterBand(window);
      confirm(window, byKey);
      assertThat(last(ward))
          .isEqualTo(new Operation.Discharge(new BedVersion(HERE, 5), NOOR.identifier(), BORN));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void doubtfulPatientIsCheckedAndNothingMeasuredIsShownBefore(boolean byKey) {
    FakeWard ward = ward();
    ward.change(BED, bed -> BedCopy.of(bed).check(true).bed());
    try (Window window = open(ward)) {
      assertThat(window.text("#bed-407-hr")).isEqualTo("---");
      assertThat(window.text("#bed-407-wave")).isEqualTo("No values until checked");
      assertThat(window.text("#bed-407-message")).contains("CHECK PATIENT");
      assertThat(window.words("#people-act-0")).isEqualTo("Check patient");
      assertThat(window.words("#people-trouble")).startsWith("CHECK PATIENT: ");
      enterBand(window);
      window.settle();
      window.save("panel-people-check");
      assertThat(window.cutLabels()).isEmpty();
      confirm(window, byKey);
      assertThat(last(ward))
          .isEqualTo(
              new Operation.Confirm(new BedVersion(HERE, 5), "patch-407", NOOR.identifier(), BORN));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void bedIsAssignedToTheOperatorUnlessSomebodyElseIsChosen(boolean byKey) {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      assertThat(window.words("#people-nurse-now")).isEqualTo("Ruiz, C sees to this bed");
      assertThat(window.words("#panel-confirm")).isEqualTo("Assign 407 to Okafor, A");
      confirm(window, byKey);
      assertThat(last(ward))
          .isEqualTo(new Operation.Assign(List.of(new BedVersion(HERE, 5)), Alarms.USER));
      answer(ward, ActResult.Status.DONE, "");
      window.settle();
      window.type("#people-nurse", "Berg, I");
      confirm(window, byKey);
      assertThat(last(ward))
          .isEqualTo(new Operation.Assign(List.of(new BedVersion(HERE, 5)), "Berg, I"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void allBedsOfANurseAreHandedOver(boolean byKey) {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      choose(window, 1, byKey);
      window.save("panel-people-hand-over");
      assertThat(window.words("#people-meaning"))
          .isEqualTo("Ruiz, C sees to 401, 407. All of them are handed over, or none.");
      confirm(window, byKey);
      assertThat(last(ward))
          .isEqualTo(
              new Operation.HandOver(
                  "4 East",
                  "Ruiz, C",
                  Alarms.USER,
                  List.of(new BedVersion(new BedId("4 East", "401"), 8), new BedVersion(HERE, 5))));
    }
  }

  @Test
  void whatWasMadeOnWhatSomebodyElseChangedIsSaidAndCanBeDecidedAgain() {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      window.type("#people-nurse", "Berg, I");
      ward.change(BED, said(stay(6, "Lind, E", admission())));
      window.settle();
      window.click("#panel-confirm");
      assertThat(((Operation.Assign) last(ward)).beds())
          .as("made on what was seen when it was entered")
          .containsExactly(new BedVersion(HERE, 5));
      answer(ward, ActResult.Status.CONFLICT, "Lind, E changed bed 407 meanwhile.");
      window.settle();
      assertThat(message(window)).isEqualTo("Not done: Lind, E changed bed 407 meanwhile.");
      assertThat(window.words("#people-nurse-now")).isEqualTo("Lind, E sees to this bed");
      window.click("#panel-confirm");
      assertThat(((Operation.Assign) last(ward)).beds()).containsExactly(new BedVersion(HERE, 6));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          09.03.51   | Enter day, month and all of the year: 1951-03-09 or 9.3.1951.
          1951-02-30 | Enter day, month and all of the year: 1951-03-09 or 9.3.1951.
          3/9/1951   | Enter day, month and all of the year: 1951-03-09 or 9.3.1951.
          2026-03-11 | The birth date is in the future.
          1951-3-9   | 9 March 1951, 75 years old
          """)
  void birthDateIsReadBackOrRefused(String typed, String note) {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      choose(window, 3, false);
      window.type("#people-identifier", NOOR.identifier());
      window.type("#people-birth-date", typed);
      window.settle();
      assertThat(window.words("#people-birth-date-note")).isEqualTo(note);
      window.click("#panel-confirm");
      assertThat(ward.acts()).hasSize(note.contains("75") ? 1 : 0);
    }
  }

  @Test
  void nothingEnteredForOnePatientReachesAnother() {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      choose(window, 3, false);
      enterBand(window);
      ward.change(BED, bed -> BedCopy.of(bed).patient(new Patient("MRN-2", "Berg", "Ida")).bed());
      window.settle();
      window.click("#panel-confirm");
      assertThat(ward.acts()).isEmpty();
      assertThat(message(window))
          .isEqualTo("Another patient or device: close this and open it again");
    }
  }

  @Test
  void dischargedBedShowsNothingOfWhoLayThere() {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      ward.change(BED, FakeWard::empty);
      ward.change(BED, said(stay(6, "Ruiz, C", null)));
      window.settle();
      assertThat(window.text("#bed-407-name")).isEqualTo("Empty");
      assertThat(window.words("#panel-patient")).isEqualTo("Empty");
      assertThat(window.words("#people-lies")).isEqualTo("Nobody lies here");
      assertThat(window.texts()).noneMatch(text -> text.getText().contains("Haddad"));
      assertThat(window.accessible("#bed-407")).doesNotContain("Haddad");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void allNamesAreHiddenWhileAVisitorIsAtTheDeskAndNothingElse(boolean byKey) {
    FakeWard ward = ward();
    ward.change(
        BED,
        bed ->
            Alarms.with(PanelFixtures.unit(), Alarms.acknowledged(Alarms.asystole(9), 3))
                .apply(bed));
    try (Window window = show(ward)) {
      assertThat(window.text("#bed-407-name")).isEqualTo("Haddad, N");
      toggleNames(window, byKey);
      window.save("names-hidden");
      assertThat(window.texts())
          .noneMatch(text -> text.getText().matches(".*(Haddad|Okafor|Almeida|Admit).*"));
      assertThat(window.text("#bed-407-message")).isEqualTo("*** ASYSTOLE");
      assertThat(window.text("#operator")).isEqualTo("Names hidden");
      for (KeyCode opens : List.of(KeyCode.F6, KeyCode.F5)) {
        window.press(opens, false);
        window.settle();
        assertThat(window.isShown("#side-panel")).isFalse();
        assertThat(window.isShown("#bed-grid")).isTrue();
        assertThat(window.words("#acknowledge-message"))
            .isEqualTo("Names are hidden. Ctrl+H shows them");
      }
      toggleNames(window, byKey);
      assertThat(window.text("#bed-407-name")).isEqualTo("Haddad, N");
      assertThat(window.text("#operator")).isEqualTo(Alarms.USER);
    }
  }

  private static void toggleNames(Window window, boolean byKey) {
    if (byKey) {
      window.press(KeyCode.H, true);
    } else {
      window.clickOn("#hide-names");
    }
    window.settle();
  }

  @Test
  void whatIsBeingEnteredIsHiddenTooAndStaysEntered() {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      window.type("#people-nurse", "Berg, I");
      window.press(KeyCode.H, true);
      window.settle();
      assertThat(window.isShown("#side-panel")).isFalse();
      window.press(KeyCode.H, true);
      window.settle();
      assertThat(window.typed("#people-nurse")).isEqualTo("Berg, I");
    }
  }

  @Test
  void bedsThatTheOperatorSeesToAreMarkedAsTheBridgeTells() {
    FakeWard ward = ward();
    try (Window window = show(ward)) {
      window.board().serve(Alarms.USER);
      window.settle();
      assertThat(window.isShown("#bed-402-mine")).isTrue();
      assertThat(window.isShown("#bed-407-mine")).isFalse();
      ward.change(BED, said(stay(6, Alarms.USER, admission())));
      window.settle();
      assertThat(window.isShown("#bed-407-mine")).isTrue();
      ward.setLink(Links.offline(FakeWard.START_MICROS));
      ward.change(BED, said(Stay.UNSAID));
      window.settle();
      assertThat(window.isShown("#bed-407-mine")).as("as last told").isTrue();
    }
  }

  @Test
  void everythingToTouchIsAtLeast44PixelsHigh() {
    FakeWard ward = ward();
    try (Window window = open(ward)) {
      for (int act = 0; act < 5; act++) {
        choose(window, act, false);
        for (Node node : window.find("#side-panel .panel-button, #side-panel .text-field")) {
          assertThat(((Region) node).getHeight()).as(act + " " + node).isGreaterThanOrEqualTo(44);
        }
      }
    }
  }
}
