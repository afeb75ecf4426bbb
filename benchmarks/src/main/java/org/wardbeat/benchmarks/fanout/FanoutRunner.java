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
    try (Rig rig = Rig.start(subject, home, commands);
        Ward ward = Ward.open(rig, subject, plan)) {
      Sheet sheet = new Sheet(one, subject, one.sessions(quick));
      OptionalDouble emptyResident = ward.server().residentMegabytes();
      OptionalDouble emptyHeap =
          one == FanoutCase.SESSIONS ? heap(ward, subject) : OptionalDouble.empty();
      ward.connect(one, plan, one.sessions(quick));
      ward.warm(Pace.USUAL.times(one.warmFactor(subject)), pace.warm());
      switch (one) {
        case SATURATION -> new Saturation(ward, pace, sheet).run();
        case NEVER_READING -> new NeverReading(ward, pace, subject, sheet).run();
        case VITALS, SELECTIVE, ECG, SESSIONS -> {
          steady(ward, sheet);
          sheet.add(FanoutMetric.LIVE_HEAP, heap(ward, subject));
        }
      }
      if (one == FanoutCase.SESSIONS) {
        perSession(sheet, emptyResident, emptyHeap);
      }
      return sheet.figures();
    }
  }

  private static OptionalDouble heap(Ward ward, Subject subject)
      throws IOException, InterruptedException {
    return subject == Subject.WARDBEAT ? ward.server().liveHeapMegabytes() : OptionalDouble.empty();
  }

  private void steady(Ward ward, Sheet sheet) throws IOException, InterruptedException {
    ward.run(Pace.USUAL, pace.settle());
    Ward.Measurement measured = ward.measure(pace.measured());
    sheet.add(FanoutMetric.RESIDENT, ward.server().residentMegabytes());
    long missing = ward.stop();
    sheet.steady(measured, missing);
    sheet.add(FanoutMetric.LATENESS, ward.devices().latenessP99Millis());
    sheet.add(FanoutMetric.PAYLOAD, ward.devices().meanPayloadBytes());
  }

  private void perSession(Sheet sheet, OptionalDouble emptyResident, OptionalDouble emptyHeap) {
    int sessions = FanoutCase.SESSIONS.sessions(quick);
    sheet.addGrowth(
        FanoutMetric.RESIDENT_PER_SESSION,
        FanoutMetric.RESIDENT,
        emptyResident,
        KB_PER_MB / sessions);
    sheet.addGrowth(
        FanoutMetric.LIVE_HEAP_PER_SESSION,
        FanoutMetric.LIVE_HEAP,
        emptyHeap,
        KB_PER_MB / sessions);
  }
}
