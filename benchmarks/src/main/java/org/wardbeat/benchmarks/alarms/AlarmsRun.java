package org.wardbeat.benchmarks.alarms;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.wardbeat.benchmarks.fanout.source.Publisher;
import org.wardbeat.benchmarks.fanout.source.Publisher.Rates;
import org.wardbeat.benchmarks.fanout.source.Stamps;
import org.wardbeat.benchmarks.fanout.source.WardPlan;
import org.wardbeat.benchmarks.fanout.subject.Rig;
import org.wardbeat.benchmarks.report.Figure;
import org.wardbeat.launcher.program.ProgramCommands;

/**
 * Raises alarms one after the other on a loaded ward, each when the one before is off the screen
 * and silent again, at random in time.
 */
final class AlarmsRun {
  /** Beds on the screen, all with an ECG. */
  static final int BEDS = 64;

  /** The beds on the screen. */
  static final WardPlan SHOWN = new WardPlan(BEDS, 16, true);

  private static final WardPlan OTHERS = new WardPlan(300, 12, false, SHOWN.units());
  private static final Rates USUAL = Rates.of(Duration.ofSeconds(2));
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long LEAST_PAUSE_MILLIS = 200;
  private static final int PAUSE_SPREAD_MILLIS = 150;
  private static final int STRIDE = 37;

  private final Path home;
  private final ProgramCommands commands;
  private final int warm;
  private final int alarms;

  /**
   * @param home the folder with Wardbeat's modules
   * @param commands how Wardbeat's programs are started
   * @param warm how many alarms are raised before any is measured
   * @param alarms how many are measured
   */
  AlarmsRun(Path home, ProgramCommands commands, int warm, int alarms) {
    this.home = home;
    this.commands = commands;
    this.warm = warm;
    this.alarms = alarms;
  }

  /**
   * Runs it with processes of its own that end with it.
   *
   * @throws IOException in one sentence, if a process does not start or fails
   */
  List<Figure> run(AlarmPath path) throws IOException, InterruptedException {
    try (Rig rig = Rig.start(path.servers(), home, commands);
        Publisher shown = new Publisher(SHOWN, rig.brokerPort(), new Stamps(SHOWN.sources()));
        Publisher others = new Publisher(OTHERS, rig.brokerPort(), new Stamps(OTHERS.sources()))) {
      for (Publisher devices : List.of(shown, others)) {
        devices.announce();
        devices.pace(USUAL);
      }
      URI server =
          path == AlarmPath.WARDBEAT
              ? rig.server()
              : URI.create("tcp://127.0.0.1:" + rig.brokerPort());
      try (ScreenProcess screen =
              ScreenProcess.start(path, server, SHOWN.unitsFrom(0, SHOWN.units()));
          AlarmSource source = new AlarmSource(SHOWN, shown.birth(), rig.brokerPort())) {
        screen.awaitReady(START);
        return raise(source, screen).figures(path);
      }
    }
  }

  private AlarmTimes raise(AlarmSource source, ScreenProcess screen)
      throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(4);
    AlarmTimes times = new AlarmTimes();
    for (int i = 0; i < warm + alarms; i++) {
      Thread.sleep(LEAST_PAUSE_MILLIS + random.nextInt(PAUSE_SPREAD_MILLIS));
      int bed = i * STRIDE % BEDS;
      String text = "A" + i;
      long raised = source.raise(bed, text);
      OptionalLong painted = screen.awaitText(bed, text, PATIENCE);
      OptionalLong heard = screen.awaitSound(raised, PATIENCE);
      source.end(bed, text);
      if (i >= warm) {
        times.add(raised, painted, heard);
      }
      if (!screen.awaitOtherText(bed, text, PATIENCE)) {
        throw new IOException("an alarm that has ended stays on the screen");
      }
    }
    return times;
  }
}
