package org.wardbeat.benchmarks.fanout;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wardbeat.benchmarks.fanout.source.Publisher.Rates;

/**
 * Doubles the rate until the latency's 99th percentile exceeds 100 ms or something is lost, then
 * tries the rate between the last two, and reports the highest one that held.
 */
final class Saturation {

  static final double LIMIT_MILLIS = 100;

  private final Ward ward;
  private final Pace pace;
  private final Sheet sheet;
  private Ward.@Nullable Measurement held;
  private double heldMessages;
  private double peakClientCpu;

  Saturation(Ward ward, Pace pace, Sheet sheet) {
    this.ward = ward;
    this.pace = pace;
    this.sheet = sheet;
  }

  void run() throws IOException, InterruptedException {
    double factor = pace.firstFactor();
    boolean holds = true;
    for (int step = 0; step < pace.steps() && holds; step++) {
      holds = holdsAt(factor);
      factor *= holds ? 2 : Math.sqrt(0.5);
    }
    if (!holds) {
      holdsAt(factor);
    }
    Ward.Measurement best = held;
    sheet.add(FanoutMetric.HELD_MESSAGES, heldMessages);
    sheet.add(FanoutMetric.HELD_DELIVERIES, best == null ? 0 : best.deliveriesPerSecond());
    sheet.add(FanoutMetric.HELD_UPDATES, best == null ? 0 : best.updatesPerSecond());
    sheet.add(FanoutMetric.CLIENT_CPU, peakClientCpu);
    if (best != null) {
      sheet.add(FanoutMetric.P50, best.tally().latencyMillis(50));
      sheet.add(FanoutMetric.P99, best.tally().latencyMillis(99));
      sheet.add(
          FanoutMetric.CPU_PER_MILLION,
          1e6 * best.cpuSeconds() / Math.max(1, best.tally().deliveries()));
      sheet.add(FanoutMetric.CPU, 100 * best.cpuSeconds() / best.seconds());
    }
  }

  private boolean holdsAt(double factor) throws IOException, InterruptedException {
    Duration period = Pace.USUAL.vitals();
    Rates rates = Rates.of(Duration.ofNanos((long) (period.toNanos() / factor)));
    ward.run(rates, pace.settle());
    Ward.Measurement measured = ward.measure(pace.step());
    long missing = ward.stop();
    peakClientCpu = Math.max(peakClientCpu, measured.clientCpuPercent());
    boolean holds =
        measured.tally().deliveries() > 0
            && measured.tally().latencyMillis(99) <= LIMIT_MILLIS
            && measured.tally().lost() + missing == 0;
    if (holds) {
      held = measured;
      heldMessages = ward.messagesPerSecond(rates);
    } else {
      sheet.add(FanoutMetric.BROKEN_UPDATES, measured.updatesPerSecond());
    }
    return holds;
  }
}
