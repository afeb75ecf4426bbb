package org.wardbeat.bridge.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.wire.frame.Frame.Hop;
import org.wardbeat.wire.frame.Frame.HopLatency;

class FiguresTest {
  private final LatencyWindow window = new LatencyWindow();

  @ParameterizedTest
  @CsvSource({
    // recorded from, to, p50, p95, p99
    "1, 100, 50, 95, 99",
    "-100, -1, -51, -6, -2",
    "-50, 49, -1, 44, 48",
  })
  void percentilesAreOfAllThatWasRecorded(int from, int to, long p50, long p95, long p99) {
    for (int micros = from; micros <= to; micros++) {
      window.record(micros, 0);
    }
    assertThat(window.summary(Hop.IN_BRIDGE, 0, 0))
        .isEqualTo(new HopLatency(Hop.IN_BRIDGE, 100, p50, p95, p99));
    assertThat(window.summary(Hop.IN_BRIDGE, 10, 0).p50Micros()).isEqualTo(p50 - 10);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "29, 1", "31, 1", "59, 1", "61, 0", "600, 0"})
  void whatIsOverAMinuteOldCountsNoMore(long seconds, long count) {
    window.record(5, 0);
    long now = TimeUnit.SECONDS.toNanos(seconds);
    assertThat(window.summary(Hop.IN_BRIDGE, 0, now).count()).isEqualTo(count);
  }

  @Test
  void gapsCountForAnHour() {
    HourlyGaps gaps = new HourlyGaps();
    for (int minute = 0; minute < 90; minute++) {
      gaps.add(10, TimeUnit.MINUTES.toNanos(minute));
    }
    long now = TimeUnit.MINUTES.toNanos(89);
    assertThat(gaps.gaps(now)).isEqualTo(60);
    assertThat(gaps.lostSamples(now)).isEqualTo(600);
    assertThat(gaps.gaps(now + TimeUnit.MINUTES.toNanos(59))).isEqualTo(1);
    assertThat(gaps.gaps(now + TimeUnit.MINUTES.toNanos(61))).isZero();
  }
}
