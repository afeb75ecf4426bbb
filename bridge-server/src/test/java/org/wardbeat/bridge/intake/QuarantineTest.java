package org.wardbeat.bridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Counting everything, keeping samples. */
class QuarantineTest {
  private static final long LATER_NANOS = 11_000_000_000L;

  private final AtomicLong nanos = new AtomicLong();
  private final Quarantine quarantine = new Quarantine(nanos::get);

  private void refuse(Reason reason, int times) {
    for (int i = 0; i < times; i++) {
      quarantine.refuse(new Refusal(reason, "place", "expected something else"));
    }
  }

  @Test
  void everythingIsCountedButAFloodIsOnlySampled() {
    refuse(Reason.JSON, 10_000);
    refuse(Reason.TOPIC, 1);
    assertThat(quarantine.refused(Reason.JSON)).isEqualTo(10_000);
    assertThat(quarantine.recent()).hasSize(4);
    nanos.addAndGet(LATER_NANOS);
    refuse(Reason.JSON, 100);
    assertThat(quarantine.recent()).hasSize(7);
  }

  @Test
  void memoryStaysBounded() {
    for (int i = 0; i < 100; i++) {
      nanos.addAndGet(LATER_NANOS);
      refuse(Reason.JSON, 3);
    }
    assertThat(quarantine.recent()).hasSize(50);
  }
}
