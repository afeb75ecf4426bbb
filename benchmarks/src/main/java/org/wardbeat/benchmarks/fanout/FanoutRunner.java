package org.wardbeat.benchmarks.fanout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.wardbeat.benchmarks.fanout.source.WardPlan;
import org.wardbeat.benchmarks.fanout.subject.Rig;
import org.wardbeat.benchmarks.fanout.subject.Subject;
import org.wardbeat.benchmarks.report.Figure;
import org.wardbeat.launcher.program.ProgramCommands;

/** Runs one subject in one case, with processes of its own that end with it. */
final class FanoutRunner {

  private static final double KB_PER_MB = 1e3;
  private static final long GONE_MILLIS = 2_000;

  private final Path home;
  private final ProgramCommands commands;
  private final boolean quick;
  private final Pace pace;

  /**
   * @param home the folder with Wardbeat's modules
   * @param commands how Wardbeat's programs are started
   */
  FanoutRunner(Path home, ProgramCommands commands, boolean quick) {
    this.home = home;
    this.commands = commands;
    this.quick = quick;
    this.pace = quick ? Pace.QUICK : Pace.FULL;
  }

  /**
   * Runs it.
   *
   * @throws IOException in one sentence, if a process does not start, fails or breaks its protocol
   */
  List<Figure> run(FanoutCase one, Subject subject) throws IOException, InterruptedException {
    WardPlan plan = one.plan(quick);
    Sheet sheet = new Sheet(one, subject, one.sessions(quick));
    try (Rig rig = Rig.start(subject, home, commands);
        Ward ward = Ward.open(rig, subject, plan)) {
      OptionalDouble empty = ward.server().residentMegabytes();
      ward.connect(one, plan, one.sessions(quick));
      ward.warm(Pace.USUAL.times(one.warmFactor(subject)), pace.warm(subject));
      switch (one) {
        case SATURATION -> new Saturation(ward, pace, sheet).run();
        case NEVER_READING -> new NeverReading(ward, pace, subject, sheet).run();
        case VITALS, SELECTIVE, ECG -> steady(ward, subject, sheet);
        case SESSIONS -> {
          steady(ward, subject, sheet);
          perSession(ward, subject, sheet, empty);
        }
      }
    }
    return sheet.figures();
  }

  private static OptionalDouble heap(Ward ward, Subject subject)
      throws IOException, InterruptedException {
    return subject == Subject.WARDBEAT ? ward.server().liveHeapMegabytes() : OptionalDouble.empty();
  }

  private void steady(Ward ward, Subject subject, Sheet sheet)
      throws IOException, InterruptedException {
    ward.run(Pace.USUAL, pace.accustom());
    Ward.Measurement measured = ward.measure(pace.measured());
    sheet.add(FanoutMetric.RESIDENT, ward.server().residentMegabytes());
    long missing = ward.stop();
    sheet.steady(measured, missing);
    sheet.add(FanoutMetric.LATENESS, ward.devices().latenessP99Millis());
    sheet.add(FanoutMetric.PAYLOAD, ward.devices().meanPayloadBytes());
    sheet.add(FanoutMetric.LIVE_HEAP, heap(ward, subject));
  }

  /** What is resident beyond the empty server, and what of the heap is free once all have gone. */
  private void perSession(Ward ward, Subject subject, Sheet sheet, OptionalDouble emptyResident)
      throws IOException, InterruptedException {
    double kbPerMbAndSession = KB_PER_MB / FanoutCase.SESSIONS.sessions(quick);
    sheet.addDifference(
        FanoutMetric.RESIDENT_PER_SESSION, FanoutMetric.RESIDENT, emptyResident, kbPerMbAndSession);
    ward.clients().close();
    Thread.sleep(GONE_MILLIS);
    sheet.addDifference(
        FanoutMetric.LIVE_HEAP_PER_SESSION,
        FanoutMetric.LIVE_HEAP,
        heap(ward, subject),
        kbPerMbAndSession);
  }
}
