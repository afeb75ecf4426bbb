package org.wardbeat.bridge.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;

/** An answer that is not whole is never taken for a whole one. */
class AlarmQueriesTest {
  private static final Recording OFF = new Recording(false, TestTime.START_MICROS, "full.");

  private final TestTime time = new TestTime();
  private final VolatileStore store = new VolatileStore();
  private final AtomicReference<Recording> recording = new AtomicReference<>(Recording.ON);
  private final AlarmQueries queries = new AlarmQueries(store, recording::get, time.clock());

  @AfterEach
  void close() {
    queries.close();
  }

  private void stored(int count) throws Exception {
    List<AlarmFact> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Alarm alarm =
          Alarm.raised("C" + i, AlarmKind.TECHNICAL, AlarmPriority.LOW, null, "x", 1 + i, 1 + i);
      facts.add(new AlarmFact.OfAlarm(new BedId("4 East", "407"), alarm, false, 1, 1));
    }
    store.commit(facts);
  }

  private List<Frame.AlarmRecords> ask() throws Exception {
    List<Frame.AlarmRecords> parts = new ArrayList<>();
    CompletableFuture<List<Frame.AlarmRecords>> answer = new CompletableFuture<>();
    queries.ask(
        new Frame.AlarmQuery(7, "", "", 0, Long.MAX_VALUE, 1_000),
        part -> {
          parts.add(part);
          if (part.last()) {
            answer.complete(parts);
          }
        });
    return answer.get(60, TimeUnit.SECONDS);
  }

  @Test
  void aWholeAnswerLacksNothing() throws Exception {
    stored(300);
    assertThat(ask()).extracting(Frame.AlarmRecords::missing).containsOnly("");
  }

  @Test
  void aStoreThatCannotBeReadIsNoQuietNight() throws Exception {
    stored(3);
    store.unreadable(true);
    assertThat(ask())
        .containsExactly(
            new Frame.AlarmRecords(
                7, true, "The bridge cannot read its store of alarms.", List.of()));
  }

  @Test
  void whatWaitsToBeRecordedIsMissing() throws Exception {
    stored(300);
    recording.set(OFF);
    time.pass(Duration.ofSeconds(40));
    assertThat(ask().getLast().missing())
        .isEqualTo("The bridge could not record alarms in the last 40 s: those are missing.");
    time.pass(Duration.ofMinutes(12));
    assertThat(ask().getLast().missing()).contains("in the last 12 min");
    assertThat(ask().getFirst().missing()).isEmpty();
    recording.set(Recording.ON);
    assertThat(ask().getLast().missing()).isEmpty();
  }
}
