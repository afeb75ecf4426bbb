package org.wardbeat.systemtests.account;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.wardbeat.systemtests.account.BedAccount.Run;
import org.wardbeat.systemtests.account.BedAccount.Wave;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.wire.frame.Frame;

/** One channel of a bed: runs of samples that came or will not, without a hole between them. */
final class WaveLedger {
  private static final long UNKNOWN = -1;

  private final String name;
  private final int channel;
  private final double frequencyHz;
  private final Consumer<String> violations;
  private final List<Run> runs = new ArrayList<>();
  private long resent;

  /** Where this session's last samples ended, if a WaveformNext may follow. */
  private long sentNext = UNKNOWN;

  private long sentEndMicros;
  private boolean mayJump = true;

  WaveLedger(String bed, int channel, double frequencyHz, Consumer<String> violations) {
    this.name = bed + " channel " + channel;
    this.channel = channel;
    this.frequencyHz = frequencyHz;
    this.violations = violations;
  }

  void beginSession() {
    sentNext = UNKNOWN;
  }

  /** Channels may be taken off and begin anew further on. */
  void beginSubscription() {
    mayJump = true;
  }

  void take(Frame.Waveform frame) {
    sentEndMicros = frame.endMicros();
    deliver(frame.firstSample(), frame.samples());
  }

  void take(Frame.WaveformNext frame) {
    if (sentNext == UNKNOWN || frame.firstCheck() != Frame.WaveformNext.check(sentNext)) {
      violations.accept("%s: %s follows sample %d".formatted(name, frame, sentNext));
      return;
    }
    sentEndMicros =
        Frame.WaveformNext.expectedEndMicros(sentEndMicros, frame.samples().length, frequencyHz)
            + frame.endDriftMicros();
    deliver(sentNext, frame.samples());
  }

  void take(Frame.Gap gap) {
    sentNext = UNKNOWN;
    long from = join(gap.firstSample(), gap.firstSample() + gap.count());
    long to = gap.firstSample() + gap.count();
    if (from < to) {
      append(new Run.Missing(from, to, gap.reason()));
    }
  }

  private void deliver(long first, int[] samples) {
    long to = first + samples.length;
    sentNext = to;
    for (int i = 0; i < samples.length; i++) {
      if (samples[i] != TestDevice.sample(channel, first + i)) {
        violations.accept("%s: sample %d is %d".formatted(name, first + i, samples[i]));
        break;
      }
    }
    long from = join(first, to);
    if (from < to) {
      append(new Run.Delivered(from, to));
    }
  }

  /** Where what is new of a range begins; a hole before it breaks the rules. */
  private long join(long first, long to) {
    if (runs.isEmpty()) {
      mayJump = false;
      return first;
    }
    long next = runs.getLast().to();
    if (first > next && !mayJump) {
      violations.accept("%s: sample %d follows %d unannounced".formatted(name, first, next));
    }
    mayJump = false;
    resent += Math.max(0, Math.min(to, next) - first);
    return Math.max(first, next);
  }

  private void append(Run run) {
    if (!runs.isEmpty() && runs.getLast().to() == run.from()) {
      Run last = runs.getLast();
      if (last instanceof Run.Delivered && run instanceof Run.Delivered) {
        runs.set(runs.size() - 1, new Run.Delivered(last.from(), run.to()));
        return;
      }
    }
    runs.add(run);
  }

  long next() {
    return runs.isEmpty() ? UNKNOWN : runs.getLast().to();
  }

  Wave wave() {
    return new Wave(runs, resent);
  }
}
