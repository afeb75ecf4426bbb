package org.wardbeat.bridge.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Role;

/** Acts and questions over real connections. */
@Timeout(120)
class ActsOverSocketsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final BedId BED = new BedId("4 East", "407");
  private static final Frame.Act ACT =
      new Frame.Act(
          1, new Operator("R. Okafor", Role.NURSE), new Operation.Acknowledge(BED, "ASYSTOLE", 1));

  private final FakeWard ward = new FakeWard();
  private final FakeDesk desk = new FakeDesk();
  private FakeBed bed;
  private DeliveryServer server;

  @BeforeEach
  void start() throws IOException {
    bed = ward.admit(BED.unit(), BED.bed(), 7);
    server =
        new DeliveryServer(
            new DeliveryOptions("127.0.0.1", 0, "bridge", "test", DeliveryLimits.STANDARD, null),
            DeliveryServer.eventLoops(1),
            ward,
            desk,
            BridgeClock.system());
    server.start(() -> new HttpReply(200, "application/json", "{}".getBytes(UTF_8)));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private TestStation station() {
    TestStation station =
        TestStation.connect(URI.create("ws://127.0.0.1:%d/ws".formatted(server.port())))
            .subscribe();
    await().atMost(PATIENCE).until(() -> !station.frames(Frame.EndOfSnapshot.class).isEmpty());
    return station;
  }

  private static Alarm alarm(String condition, long micros) {
    return Alarm.raised(
        condition, AlarmKind.PHYSIOLOGICAL, AlarmPriority.HIGH, null, condition, micros, micros);
  }

  @Test
  void anActIsAnsweredOnceOnTheSessionItCameOnAndNowhereElse() {
    try (TestStation other = station()) {
      TestStation gone = station();
      gone.send(ACT);
      await().atMost(PATIENCE).until(() -> desk.wanted.size() == 1);
      gone.close();
      await().atMost(PATIENCE).until(() -> server.sessions().size() == 1);
      try (TestStation back = station()) {
        desk.wanted.getFirst().done();
        back.send(ACT);
        await().atMost(PATIENCE).until(() -> desk.wanted.size() == 2);
        desk.wanted.getLast().done();
        await().atMost(PATIENCE).until(() -> !back.frames(Frame.ActAnswer.class).isEmpty());
        assertThat(back.frames(Frame.ActAnswer.class)).hasSize(1);
        assertThat(other.frames(Frame.ActAnswer.class)).isEmpty();
      }
    }
  }

  @Test
  void anAlarmOvertakesTheAnswerToAQuestionForTwoThousand() {
    for (int i = 0; i < 2_000; i++) {
      Alarm past = alarm("C" + i, FakeBed.START_MICROS + i);
      desk.past.add(new Frame.AlarmRecord(BED, past.ended(false, past.onsetMicros() + 1)));
    }
    try (TestStation station = station()) {
      station.keepQuiet(); // so that the bridge holds back what can wait
      station.send(new Frame.AlarmQuery(5, "", "", 0, Long.MAX_VALUE, 2_000));
      await().atMost(PATIENCE).until(() -> !desk.queries.isEmpty());
      desk.answerQueries();
      await().atMost(PATIENCE).until(() -> !station.frames(Frame.AlarmRecords.class).isEmpty());
      ward.alarms().append(bed, 1, alarm("ASYSTOLE", FakeBed.START_MICROS));
      await().atMost(PATIENCE).until(() -> !station.frames(Frame.AlarmEvent.class).isEmpty());
      assertThat(station.frames(Frame.AlarmRecords.class)).noneMatch(Frame.AlarmRecords::last);
    }
  }

  @Test
  void twoThousandAlarmsOfThePastAllCome() {
    for (int i = 0; i < 2_000; i++) {
      Alarm past = alarm("C" + i, FakeBed.START_MICROS + i);
      desk.past.add(new Frame.AlarmRecord(BED, past.ended(false, past.onsetMicros() + 1)));
    }
    try (TestStation station = station()) {
      station.send(new Frame.AlarmQuery(5, "", "", 0, Long.MAX_VALUE, 2_000));
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                desk.answerQueries();
                List<Frame.AlarmRecords> parts = station.frames(Frame.AlarmRecords.class);
                return !parts.isEmpty() && parts.getLast().last();
              });
      assertThat(
              station.frames(Frame.AlarmRecords.class).stream()
                  .flatMap(part -> part.records().stream())
                  .map(record -> record.alarm().condition()))
          .hasSize(2_000)
          .doesNotHaveDuplicates();
      assertThat(station.frames(Frame.Bye.class)).isEmpty();
    }
  }
}
