package org.wardbeat.bridge.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wardbeat.bridge.mqtt.InboundMessage;
import org.wardbeat.wire.ward.BedId;

/** What waits, and what goes when too much does. */
class InboxTest {
  private static final IntakeLimits SMALL = new IntakeLimits(10, 10_000, 15_000, 3);

  private final Quarantine quarantine = new Quarantine(() -> 0);
  private final AtomicInteger filled = new AtomicInteger();
  private final Inbox inbox = new Inbox(SMALL, quarantine, filled::incrementAndGet);
  private final Intake intake = new Intake(List.of(inbox), quarantine, state -> {});
  private final List<Observation> drained = new ArrayList<>();

  private void offer(String bed, String leaf, byte[] payload) {
    intake.onMessage(
        new InboundMessage("wardbeat/v1/u/" + bed + "/" + leaf, payload, false, false, 0, 0));
  }

  private void wave(String bed, int channel, long first, int count) {
    offer(bed, "waveform/" + channel, Messages.waveform(4, 1, first, count));
  }

  private void status(String bed, int battery) {
    String json = "{\"birth\": 1, \"online\": true, \"batteryPercent\": %d}".formatted(battery);
    offer(bed, "status", json.getBytes(UTF_8));
  }

  private void alarm(String bed, String condition) {
    String json =
        "{\"birth\": 1, \"time\": \"2026-03-10T09:41:08Z\", \"priority\": \"low\", \"active\": true}";
    offer(bed, "alarm/" + condition, json.getBytes(UTF_8));
  }

  private void drain() {
    drained.clear();
    inbox.drain((observation, message) -> drained.add(observation));
  }

  private <T extends Observation> List<T> drained(Class<T> kind) {
    return drained.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void theOldestWaveformsGoFirstAndAreAnnouncedAsLost() {
    status("a", 50);
    for (int i = 0; i < 15; i++) {
      wave("a", i % 2, 20L * (i / 2), 20);
    }
    drain();
    BedId bed = new BedId("u", "a");
    assertThat(drained(Observation.Lost.class))
        .containsExactlyInAnyOrder(
            new Observation.Lost(bed, 1, 0, 0, 60), new Observation.Lost(bed, 1, 1, 0, 60));
    assertThat(drained(Observation.Samples.class)).hasSize(9);
    assertThat(drained(Observation.Status.class)).hasSize(1);
    assertThat(quarantine.refused(Reason.OVERFLOW)).isEqualTo(6);
  }

  @Test
  void ofTooManyStatesTheNewestStay() {
    for (int i = 0; i < 15; i++) {
      status("a", i);
    }
    wave("a", 0, 0, 10);
    drain();
    assertThat(drained(Observation.Status.class))
        .extracting(observation -> observation.status().batteryPercent())
        .containsExactly(5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
  }

  @Test
  void alarmsAreDroppedLast() {
    for (int i = 0; i < 4; i++) {
      alarm("a", "C" + i);
    }
    for (int i = 0; i < 15; i++) {
      status("a", i);
      wave("a", 0, 20L * i, 20);
    }
    drain();
    assertThat(drained(Observation.AlarmChange.class)).hasSize(4);
    assertThat(drained(Observation.Status.class)).hasSize(6);
  }

  @Test
  void aBedThatFloodsHarmsNoOther() {
    wave("quiet", 0, 0, 10);
    for (int i = 0; i < 1_000; i++) {
      wave("loud", 0, i * 2_000L, 2_000);
    }
    drain();
    assertThat(drained(Observation.Samples.class))
        .filteredOn(observation -> observation.bed().bed().equals("quiet"))
        .hasSize(1);
    assertThat(drained(Observation.Lost.class))
        .singleElement()
        .matches(lost -> lost.bed().bed().equals("loud"));
  }

  @Test
  void messagesForMoreBedsThanFitAreRefused() {
    for (int i = 0; i < 5; i++) {
      status("bed " + i, 1);
    }
    drain();
    assertThat(drained).hasSize(3);
    assertThat(quarantine.refused(Reason.OVERFLOW)).isEqualTo(2);
    status("bed 4", 1);
    drain();
    assertThat(drained).hasSize(1);
  }

  @Test
  void anOversizedPayloadNeverWaits() {
    offer("a", "numerics", new byte[10_000_000]);
    status("a", 1);
    drain();
    assertThat(drained).hasSize(1);
    assertThat(quarantine.refused(Reason.OVERSIZED)).isEqualTo(1);
    assertThat(quarantine.refused(Reason.OVERFLOW)).isZero();
  }

  @Test
  void aSinkThatFailsAtAMessageCostsThatMessage() {
    for (int i = 0; i < 3; i++) {
      status("a", i);
    }
    inbox.drain(
        (observation, message) -> {
          if (((Observation.Status) observation).status().batteryPercent() == 1) {
            throw new IllegalStateException("as a faulty handler might");
          }
          drained.add(observation);
        });
    assertThat(drained).hasSize(2);
    assertThat(quarantine.refused(Reason.INTERNAL)).isEqualTo(1);
  }

  @Test
  void whoDrainsIsCalledOnceForAllThatWaits() {
    drain();
    assertThat(filled).hasValue(0);
    status("a", 1);
    status("a", 2);
    status("b", 1);
    assertThat(filled).hasValue(1);
    drain();
    assertThat(drained).hasSize(3);
    status("b", 2);
    assertThat(filled).hasValue(2);
  }
}
