package org.wardbeat.station.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;

/** Five new alarms a second at each of 32 beds, on the screen as it is. */
class AlarmFloodTest {
  private static final int BEDS = 32;
  private static final int ALARMS_PER_SECOND = 5;
  private static final int PULSES_PER_SECOND = 60;
  private static final int SECONDS = 12;
  private static final int LETHAL_BED = 21;
  private static final int MOST_LASTING = 25;
  private static final AlarmPriority[] PRIORITIES = AlarmPriority.values();

  private final FakeWard ward = FakeWard.still(BEDS);
  private final Random random = new Random(9);
  private final List<Deque<Alarm>> lasting = new ArrayList<>();
  private int raised;

  AlarmFloodTest() {
    for (int bed = 0; bed < BEDS; bed++) {
      lasting.add(new ArrayDeque<>());
    }
  }

  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private Alarm alarm(String code, AlarmKind kind, AlarmPriority priority) {
    long now = ward.bridgeNowMicros();
    return Alarm.raised(code, kind, priority, null, code, now, now);
  }

  /** Another alarm begins at a bed; the oldest end, others are acknowledged. */
  private void raise(int bed) {
    Deque<Alarm> alarms = lasting.get(bed);
    AlarmKind kind = random.nextInt(3) == 0 ? AlarmKind.TECHNICAL : AlarmKind.PHYSIOLOGICAL;
    Alarm next = alarm("C" + ++raised, kind, PRIORITIES[random.nextInt(PRIORITIES.length)]);
    boolean seen = random.nextInt(4) == 0;
    alarms.addLast(
        seen ? next.acknowledged(new Acknowledgement("noor", ward.bridgeNowMicros())) : next);
    if (alarms.size() > MOST_LASTING) {
      alarms.removeFirst();
    }
  }

  private void flood(int pulse, Optional<Alarm> lethal) {
    int period = PULSES_PER_SECOND / ALARMS_PER_SECOND;
    for (int bed = 0; bed < BEDS; bed++) {
      if ((pulse + bed) % period == 0) {
        raise(bed);
        List<Alarm> all = new ArrayList<>(lasting.get(bed));
        if (bed == LETHAL_BED) {
          lethal.ifPresent(all::add);
        }
        ward.change(bed, FakeWard.alarming(all.toArray(Alarm[]::new)));
      }
    }
  }

  private static void showNext(Window window) {
    Window.onFx(
        () -> {
          window.pulseOnce();
          return true;
        });
  }

  @Test
  void alarmFloodHidesTheLethalOne() {
    String bed = String.valueOf(401 + LETHAL_BED);
    try (Window window = Window.open(ward, 1920, 1080)) {
      window.pulse();
      int pulses = SECONDS * PULSES_PER_SECOND;
      int begins = pulses / 4;
      int ends = 3 * pulses / 4;
      Optional<Alarm> lethal = Optional.empty();
      for (int pulse = 0; pulse < pulses; pulse++) {
        ward.advance(Duration.ofNanos(1_000_000_000L / PULSES_PER_SECOND));
        if (pulse == begins) {
          lethal = Optional.of(alarm("ASYSTOLE", AlarmKind.PHYSIOLOGICAL, AlarmPriority.HIGH));
        } else if (pulse == ends) {
          lethal = Optional.empty();
        }
        flood(pulse, lethal);
        showNext(window);
        if (pulse >= begins + PULSES_PER_SECOND && pulse < ends) {
          String first = window.stripEntries().getFirst();
          assertThat(first).as("the first at pulse %d", pulse).startsWith(bed + " ASYSTOLE");
          assertThat(window.text("#bed-" + bed + "-message")).startsWith("*** ASYSTOLE");
          assertThat(window.sound().demanded().alarms())
              .as("what is to sound")
              .anyMatch(alarm -> alarm.id().contains("ASYSTOLE"));
        }
      }
      window.pulse();
      window.save("flood-32");
      assertThat(raised).isEqualTo(BEDS * ALARMS_PER_SECOND * SECONDS);
      assertThat(window.stripEntries()).noneMatch(entry -> entry.contains("ASYSTOLE"));
      assertThat(window.text("#strip-overflow")).contains("more");
      assertThat(window.problems()).isEmpty();
    }
  }
}
