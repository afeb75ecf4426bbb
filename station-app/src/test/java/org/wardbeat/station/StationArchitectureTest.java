package org.wardbeat.station;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "org.wardbeat.station",
    importOptions = ImportOption.DoNotIncludeTests.class)
class StationArchitectureTest {
  private static final String[] SCREENS = {
    "org.wardbeat.station.overview..",
    "org.wardbeat.station.diagnostics..",
    "org.wardbeat.station.review..",
    "org.wardbeat.station.topbar..",
    "org.wardbeat.station.truth..",
    "org.wardbeat.station.strip..",
    "org.wardbeat.station.panel..",
    "org.wardbeat.station.limits..",
    "org.wardbeat.station.observations..",
    "org.wardbeat.station.pauses..",
    "org.wardbeat.station.screen..",
    "org.wardbeat.station.wall..",
    "org.wardbeat.station.patient..",
    "org.wardbeat.station.wave..",
    "org.wardbeat.station.theme.."
  };

  @ArchTest
  static final ArchRule WHAT_IS_SHOWN_IS_DECIDED_WITHOUT_JAVAFX =
      noClasses()
          .that()
          .resideInAPackage("org.wardbeat.station.presentation..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "org.wardbeat.render..", "org.wardbeat.station.link..");

  @ArchTest
  static final ArchRule WHAT_DIAGNOSTICS_SHOW_IS_DECIDED_WITHOUT_JAVAFX =
      noClasses()
          .that()
          .resideInAPackage("org.wardbeat.station.diagnostics..")
          .and()
          .haveNameMatching(".*(Presenter|View|Log|Export|Watchdog|Facts)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx..");

  @ArchTest
  static final ArchRule WHAT_FORMS_SEND_IS_DECIDED_WITHOUT_JAVAFX =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.wardbeat.station.panel..",
              "org.wardbeat.station.limits..",
              "org.wardbeat.station.observations..",
              "org.wardbeat.station.pauses..")
          .and()
          .haveNameMatching(".*(Form|View|Draft|Effect|PauseKind|Words)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx..");

  @ArchTest
  static final ArchRule WHAT_THE_REVIEW_SHOWS_IS_DECIDED_WITHOUT_JAVAFX =
      noClasses()
          .that()
          .resideInAPackage("org.wardbeat.station.review..")
          .and()
          .haveNameMatching(
              ".*\\.(Alarm(Book|Csv|Detail|Words)|Breach|Burden(Csv|Words)?|Csv|CsvFolder|Figures"
                  + "|HistoryRun|Ordering|Period|Place|Review(Filter|Question|Status|View)"
                  + "|Spans|StateChoice)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx..");

  @ArchTest
  static final ArchRule WHAT_THE_PATIENT_WINDOW_SHOWS_IS_DECIDED_WITHOUT_JAVAFX =
      noClasses()
          .that()
          .resideInAPackage("org.wardbeat.station.trend..")
          .or()
          .haveNameMatching(
              ".*\\.(patient\\.(Calipers|Freeze|FrozenLane|LanePlace|Patient(Presenter|View|Words)"
                  + "|ScreenRuler)|wave\\.(Band|Gain|Hum|SweepSpeed))(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("javafx..");

  @ArchTest
  static final ArchRule LINK_AND_WARD_KNOW_NO_SCREEN =
      noClasses()
          .that()
          .resideInAnyPackage("org.wardbeat.station.link..", "org.wardbeat.station.ward..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "org.wardbeat.station.presentation..")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(SCREENS);

  @ArchTest
  static final ArchRule SOUND_KNOWS_NO_SCREEN =
      noClasses()
          .that()
          .resideInAPackage("org.wardbeat.station.sound..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "org.wardbeat.station.presentation..")
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage(SCREENS);

  @ArchTest
  static final ArchRule SCREENS_KNOW_NO_LINK =
      noClasses()
          .that()
          .resideInAnyPackage(SCREENS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.wardbeat.station.link..", "java.net.http..", "java.awt..");
}
