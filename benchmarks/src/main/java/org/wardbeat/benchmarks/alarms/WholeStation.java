package org.wardbeat.benchmarks.alarms;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.wardbeat.station.StationApp;
import org.wardbeat.station.StationOptions;
import org.wardbeat.station.link.LinkSettings;
import org.wardbeat.station.link.StationLink;
import org.wardbeat.station.link.Subscription;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.station.settings.Setting;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.sound.SoundControl;
import org.wardbeat.station.ward.StationWard;
import org.wardbeat.wire.ward.LinkState;

/** The station with all it has: link, ward, waves, numbers, alarms and sound. */
final class WholeStation {
  private final StationWard ward;
  private final StationLink link;
  private final StationApp app;
  private final Sightings sightings;

  WholeStation(URI bridge, List<String> units, SoundControl sound, Sightings sightings) {
    this.sightings = sightings;
    StationReport report = new StationReport(System::nanoTime);
    ward =
        new StationWard(
            System::nanoTime, StationWard.DEFAULT_RETENTION, report, StationLink.initial());
    LinkSettings settings = LinkSettings.of(bridge, "bench", Subscription.ofUnits(units));
    link = new StationLink(settings, ward, report);
    ward.attach(link);
    StationOptions options = StationOptions.headless(settings);
    app =
        new StationApp(
            options,
            SettingsStore.inMemory(Settings.INITIAL.with(Setting.LAYOUT, AlarmsRun.BEDS)),
            ward,
            report,
            sound);
  }

  /** Shows the window, and watches it once all beds are there. */
  void start(Stage stage) {
    app.start(stage);
    link.start();
    Scene scene = stage.getScene();
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            List<Parent> headers = headers(scene);
            boolean live = ward.snapshot().link().state() == LinkState.STREAMING;
            if (live && headers.size() == AlarmsRun.BEDS) {
              scene.removePostLayoutPulseListener(this);
              sightings.watch(
                  scene,
                  headers.stream().<Supplier<String>>map(each -> () -> message(each)).toList());
            }
          }
        });
  }

  private static List<Parent> headers(Scene scene) {
    List<Parent> headers = new ArrayList<>();
    for (int bed = 0; bed < AlarmsRun.BEDS; bed++) {
      String label = AlarmsRun.SHOWN.bed(bed).bed();
      if (scene.lookup("#bed-" + label + " .sector-header") instanceof Parent header) {
        headers.add(header);
      }
    }
    return headers;
  }

  /** What a header says of alarms; its text is in the scene only while there is one. */
  private static String message(Parent header) {
    for (Node node : header.getChildrenUnmodifiable()) {
      if (node instanceof Text text && isMessage(text)) {
        return text.getText();
      }
    }
    return "";
  }

  private static boolean isMessage(Text text) {
    String id = text.getId();
    return id != null && id.endsWith("-message");
  }
}
