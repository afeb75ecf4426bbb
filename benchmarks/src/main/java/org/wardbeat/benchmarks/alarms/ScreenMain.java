package org.wardbeat.benchmarks.alarms;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.wardbeat.render.toolkit.ToolkitSettings;
import org.wardbeat.station.sound.AlarmSound;
import org.wardbeat.station.sound.Volume;

/** A screen as a process of its own; it ends with its standard input. */
public final class ScreenMain {
  private ScreenMain() {}

  /**
   * Shows the beds and tells what is seen and heard.
   *
   * @param args the path, the server's URI, and the names of the units
   */
  public static void main(String[] args) throws IOException {
    AlarmPath path = AlarmPath.ofLabel(args[0]);
    URI server = URI.create(args[1]);
    List<String> units = Arrays.asList(args).subList(2, args.length);
    Sightings sightings = new Sightings(System.out);
    AlarmSound sound =
        new AlarmSound(
            new PacedSound(System::nanoTime, sightings::heard), Volume.DEFAULT, System::nanoTime);
    sound.start();
    ToolkitSettings.prepare();
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          switch (path) {
            case WARDBEAT -> new WholeStation(server, units, sound, sightings).start(stage);
            case DIRECT -> new DirectScreen(server.getPort(), units, sound, sightings).start(stage);
          }
        });
    System.in.transferTo(OutputStream.nullOutputStream());
    Runtime.getRuntime().halt(0);
  }
}
