package org.wardbeat.benchmarks.fanout.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardbeat.benchmarks.fanout.source.EcgTape;
import org.wardbeat.benchmarks.fanout.source.Stamps;
import org.wardbeat.benchmarks.fanout.source.WardPlan;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameCodec;
import org.wardbeat.wire.frame.FrameDecodeException;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.VitalSign;

class WardbeatDialectTest {

  private static final int HANDLE = 300;
  private static final int BED = 2;
  private static final long EPOCH = 1_773_135_600_000_000L;

  private final FrameCodec codec = new FrameCodec(EPOCH);
  private final WardPlan plan = new WardPlan(4, 2, true);
  private final Stamps stamps = new Stamps(plan.sources());
  private final Account account = new Account(stamps);
  private final List<byte[]> sent = new ArrayList<>();
  private final WardbeatDialect dialect =
      new WardbeatDialect(plan, List.of(WardPlan.unit(1)), account);

  private void receive(Frame frame) throws IOException {
    dialect.received(ByteBuffer.wrap(codec.encode(frame)), sent::add);
  }

  private void receiveBed(int handle, int number) throws IOException {
    receive(new Frame.Bed(handle, plan.bed(number), true, 1, null, "bench", 7, true, List.of()));
  }

  private Frame.NumericsDelta delta(int baseCheck, long steps) {
    return new Frame.NumericsDelta(
        HANDLE,
        baseCheck,
        steps,
        2_000_000,
        List.of(Frame.Change.of(Reading.of(VitalSign.HR, 74, EPOCH), EPOCH)));
  }

  @Test
  void asksForItsUnitsWithNumericsAndWaveforms() throws Exception {
    dialect.opened(sent::add);

    assertThat(sent).hasSize(2);
    assertThat(codec.decode(ByteBuffer.wrap(sent.getFirst()))).isInstanceOf(Frame.Hello.class);
    assertThat(codec.decode(ByteBuffer.wrap(sent.getLast())))
        .isInstanceOfSatisfying(
            Frame.Subscribe.class,
            subscribe ->
                assertThat(subscribe.selections())
                    .containsExactly(
                        Frame.Selection.ofUnit(
                            WardPlan.unit(1),
                            EnumSet.of(
                                Frame.Lane.NUMERICS, Frame.Lane.WAVEFORMS, Frame.Lane.ALARMS))));
  }

  @Test
  void isReadyWithTheSnapshotsEndAndAllBeds() throws Exception {
    receiveBed(HANDLE, BED);
    receive(new Frame.EndOfSnapshot(1, 0));
    assertThat(dialect.isReady()).isFalse();

    receiveBed(HANDLE + 1, BED + 1);
    assertThat(dialect.isReady()).isTrue();
  }

  @Test
  void countsTheMessagesThatADeltaStandsFor() throws Exception {
    receiveBed(HANDLE, BED);
    receive(new Frame.Numerics(HANDLE, 1, EPOCH, List.of(Reading.of(VitalSign.HR, 73, EPOCH))));
    receive(delta(1, 1));
    receive(delta(2, 3));

    assertThat(dialect.ledger()[BED]).isEqualTo(4);
    assertThat(account.tally())
        .extracting(Tally::deliveries, Tally::merged, Tally::lost)
        .containsExactly(3L, 2L, 0L);
  }

  @Test
  void refusesADeltaToAnotherVersion() throws Exception {
    receiveBed(HANDLE, BED);
    receive(new Frame.Numerics(HANDLE, 130, EPOCH, List.of()));
    receive(delta(2, 1));

    assertThatIOException().isThrownBy(() -> receive(delta(2, 1)));
  }

  @Test
  void countsTheChunksThatSamplesComplete() throws Exception {
    receiveBed(HANDLE, BED);
    receive(new Frame.Waveform(HANDLE, 0, 0, EPOCH, new int[62]));
    receive(new Frame.WaveformNext(HANDLE, 0, 62, 12, new int[63]));
    receive(new Frame.WaveformNext(HANDLE, 0, 125, 0, new int[125]));

    assertThat(dialect.ledger()[plan.beds() + BED]).isEqualTo(3);
    assertThat(account.tally())
        .extracting(Tally::deliveries, Tally::merged, Tally::lost)
        .containsExactly(3L, 1L, 0L);
  }

  @Test
  void countsChunksInAGapAsLost() throws Exception {
    receiveBed(HANDLE, BED);
    receive(new Frame.Waveform(HANDLE, 0, 0, EPOCH, new int[62]));
    receive(new Frame.Gap(HANDLE, 0, 62, EcgTape.firstSample(4) - 62, Frame.GapReason.DELIVERY));
    receive(new Frame.Waveform(HANDLE, 0, EcgTape.firstSample(4), EPOCH, new int[62]));

    assertThat(account.tally()).extracting(Tally::deliveries, Tally::lost).containsExactly(2L, 3L);
  }

  @Test
  void refusesSamplesThatContinueOthers() throws Exception {
    receiveBed(HANDLE, BED);
    receive(new Frame.Waveform(HANDLE, 0, 0, EPOCH, new int[62]));

    assertThatIOException()
        .isThrownBy(() -> receive(new Frame.WaveformNext(HANDLE, 0, 63, 0, new int[62])));
  }

  @Test
  void answersHeartbeatsWithWhatItGot() throws Exception {
    receiveBed(HANDLE, BED);
    receive(new Frame.Heartbeat(9, EPOCH, true, false, 1, 0, 0));

    assertThat(decoded(sent.getFirst())).isEqualTo(new Frame.HeartbeatEcho(9, 2));
  }

  private Frame decoded(byte[] bytes) throws FrameDecodeException {
    return codec.decode(ByteBuffer.wrap(bytes));
  }

  @Test
  void reportsAFarewellWithItsReason() {
    assertThatIOException()
        .isThrownBy(() -> receive(new Frame.Bye(Frame.ByeCode.OVERLOADED, "full", 0)))
        .withMessageContaining("full");
  }
}
