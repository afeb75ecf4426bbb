package org.wardbeat.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.util.BitSet;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.wire.ward.BedId;

/** From what a device tells beside its ECG to the marks on the wave in the picture. */
class WaveMarksIT {
  private static final int TICK = 0xFFF2F5F8;
  private static final int CAP = 0xFFFFB648;

  /** A triangle is beyond the limit for 0.2 to 0.32 s. */
  private static final int LEAST_CAP = StationScreen.PIXELS_PER_SECOND / 5 - 1;

  @BeforeAll
  static void startToolkit() {
    StationScreen.startToolkit();
  }

  @Test
  void aPulseIsATickAtItsTimeAndSaturatedSamplesHaveACap() throws MqttException {
    BedId bed = new BedId("paced", "1");
    try (LiveWard ward = LiveWard.start();
        TestDevice _ = TestDevice.startPaced(bed, ward.brokerPort());
        StationScreen screen = StationScreen.open(ward.bridge(), List.of(bed.unit()))) {
      await("ticks amid caps")
          .atMost(Child.PATIENCE)
          .untilAsserted(() -> assertTicksAmidCaps(screen, bed));
    }
  }

  /** The pacemaker fires at the top of each triangle, where the tick may be in the cap's way. */
  private static void assertTicksAmidCaps(StationScreen screen, BedId bed) {
    List<BitSet> marks = screen.columns(bed, argb -> argb == TICK, argb -> argb == CAP);
    BitSet ticks = marks.getFirst();
    BitSet caps = marks.getLast();
    caps.or(ticks);
    int whole = 0;
    int to = 0;
    for (int from = caps.nextSetBit(0); from >= 0; from = caps.nextSetBit(to)) {
      to = caps.nextClearBit(from);
      if (to - from >= LEAST_CAP) {
        int tick = ticks.nextSetBit(from);
        assertThat(tick).as("tick amid %d to %d", from, to).isCloseTo((from + to) / 2, within(2));
        whole++;
      }
    }
    assertThat(whole).as("whole caps").isGreaterThanOrEqualTo(2);
  }
}
