package org.wardbeat.benchmarks.fanout.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wardbeat.benchmarks.fanout.source.EcgTape;
import org.wardbeat.benchmarks.fanout.source.WardPlan;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameCodec;
import org.wardbeat.wire.frame.FrameDecodeException;

/**
 * {@code wardbeat.v1}, as {@code docs/PROTOCOL.md} says. Beds are decoded whole; of vital signs and
 * samples as much as tells which messages of the device they bring.
 */
final class WardbeatDialect implements Dialect {

  private static final int BED = 0x11;
  private static final int NUMERICS = 0x14;
  private static final int WAVEFORM = 0x15;
  private static final int GAP = 0x16;
  private static final int END_OF_SNAPSHOT = 0x17;
  private static final int HEARTBEAT = 0x18;
  private static final int NUMERICS_DELTA = 0x19;
  private static final int WAVEFORM_NEXT = 0x1A;
  private static final int BYE = 0x7F;
  private static final int STEPS_FLAG = 4;

  private static final FrameCodec CODEC = new FrameCodec(0);

  private final WardPlan plan;
  private final List<String> units;
  private final Account account;
  private final long[] ledger;
  private int[] bedOfHandle = {};
  private final long[] versions;
  private final long[] nextSamples;
  private long framesReceived;
  private final int bedsWanted;
  private final BitSet bedsKnown = new BitSet();
  private boolean ready;

  WardbeatDialect(WardPlan plan, List<String> units, Account account) {
    this.plan = plan;
    this.units = List.copyOf(units);
    this.account = account;
    this.ledger = account.newLedger();
    this.versions = new long[plan.beds()];
    this.nextSamples = new long[plan.beds()];
    this.bedsWanted = plan.bedsOf(units);
  }

  @Override
  public String subProtocol() {
    return "wardbeat.v1";
  }

  @Override
  public void opened(Link link) throws IOException {
    link.send(CODEC.encode(new Frame.Hello(1, "bench", "bench", null, List.of())));
    link.send(CODEC.encode(new Frame.Subscribe(1, selections(), 0, 0, 0)));
  }

  private List<Frame.Selection> selections() {
    Set<Frame.Lane> lanes = EnumSet.of(Frame.Lane.NUMERICS, Frame.Lane.ALARMS);
    if (plan.waveforms()) {
      lanes.add(Frame.Lane.WAVEFORMS);
    }
    List<Frame.Selection> selections = new ArrayList<>();
    for (String unit : units) {
      selections.add(Frame.Selection.ofUnit(unit, lanes));
    }
    return selections.isEmpty() ? List.of(Frame.Selection.ofUnit("", lanes)) : selections;
  }

  @Override
  public void received(ByteBuffer message, Link link) throws IOException {
    framesReceived++;
    switch (message.get(message.position())) {
      case NUMERICS_DELTA -> numericsDelta(message.position(message.position() + 1));
      case WAVEFORM_NEXT -> waveformNext(message.position(message.position() + 1));
      case HEARTBEAT -> heartbeat(message.position(message.position() + 1), link);
      case NUMERICS -> numerics(message.position(message.position() + 1));
      case WAVEFORM -> waveform(message.position(message.position() + 1));
      case GAP, BED, BYE -> whole(message);
      case END_OF_SNAPSHOT -> ready = true;
      default -> {
        // Welcome, states of devices and broker: nothing to time
      }
    }
  }

  private void numericsDelta(ByteBuffer in) throws IOException {
    int bed = bedOfHandle[(int) varint(in)];
    int check = (int) varint(in);
    if (check != Frame.NumericsDelta.check(versions[bed])) {
      throw new IOException("vital signs were sent for another version than the one before");
    }
    varint(in); // the step of the time
    long steps = (varint(in) & STEPS_FLAG) == 0 ? 1 : varint(in);
    versions[bed] += steps;
    account.deliveredUpTo(ledger, bed, versions[bed] - 1);
  }

  private void numerics(ByteBuffer in) {
    int bed = bedOfHandle[(int) varint(in)];
    versions[bed] = varint(in);
    if (versions[bed] > 0) {
      account.deliveredUpTo(ledger, bed, versions[bed] - 1);
    }
  }

  private void waveform(ByteBuffer in) throws IOException {
    int bed = bedOfHandle[(int) varint(in)];
    channelZero(in);
    long first = varint(in);
    varint(in); // the end's time
    samples(bed, first, varint(in));
  }

  private void waveformNext(ByteBuffer in) throws IOException {
    int bed = bedOfHandle[(int) varint(in)];
    channelZero(in);
    int check = (int) varint(in);
    if (check != Frame.WaveformNext.check(nextSamples[bed])) {
      throw new IOException("samples came that do not continue the ones before");
    }
    varint(in); // the clock's drift
    samples(bed, nextSamples[bed], varint(in));
  }

  private static void channelZero(ByteBuffer in) throws IOException {
    if (varint(in) != 0) {
      throw new IOException("samples came of a channel that no device has");
    }
  }

  private void samples(int bed, long first, long count) {
    nextSamples[bed] = first + count;
    long chunks = EcgTape.chunksIn(nextSamples[bed]);
    if (chunks > 0) {
      account.deliveredUpTo(ledger, plan.beds() + bed, chunks - 1);
    }
  }

  private void heartbeat(ByteBuffer in, Link link) throws IOException {
    link.send(CODEC.encode(new Frame.HeartbeatEcho(varint(in), framesReceived)));
  }

  private void whole(ByteBuffer message) throws IOException {
    try {
      switch (CODEC.decode(message)) {
        case Frame.Bed bed -> bed(bed);
        case Frame.Gap gap -> gap(gap);
        case Frame.Bye bye -> throw new IOException("the bridge says goodbye: " + bye.reason());
        default -> throw new IOException("a frame is none of the expected ones");
      }
    } catch (FrameDecodeException e) {
      throw new IOException(e);
    }
  }

  private void bed(Frame.Bed bed) {
    int number = WardPlan.numberOf(bed.bed());
    if (bed.handle() >= bedOfHandle.length) {
      bedOfHandle = Arrays.copyOf(bedOfHandle, Math.max(2 * bed.handle(), plan.beds()) + 1);
    }
    bedOfHandle[bed.handle()] = number;
    bedsKnown.set(number);
  }

  private void gap(Frame.Gap gap) {
    int bed = bedOfHandle[gap.handle()];
    nextSamples[bed] = gap.firstSample() + gap.count();
    account.lostUpTo(ledger, plan.beds() + bed, EcgTape.chunksIn(nextSamples[bed]) - 1);
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = in.get();
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
    } while (next < 0);
    return value;
  }

  @Override
  public boolean isReady() {
    return ready && bedsKnown.cardinality() == bedsWanted;
  }

  @Override
  public long[] ledger() {
    return ledger;
  }
}
