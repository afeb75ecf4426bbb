package org.wardbeat.bridge.delivery;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameCodec;

/** Sessions on a fake ward, a fake clock and fake connections: all on the test's own thread. */
final class SessionHarness {
  final FakeWard ward = new FakeWard();
  final FakeDesk desk = new FakeDesk();
  final FakeClock time = new FakeClock();
  final FrameCodec codec = new FrameCodec(FakeBed.START_MICROS);
  private final BedTable beds = new BedTable();
  private final DeliveryContext context =
      new DeliveryContext(
          "bridge", "test", 1, codec, time.clock(), ward, desk, beds, DeliveryLimits.STANDARD);

  /** The number of this bridge. */
  long instance() {
    return context.instance();
  }

  /** A session that has not said hello. */
  Client connect() {
    return new Client();
  }

  /** A session that wants everything, with its snapshot already read. */
  Client station() {
    Client client = connect();
    client.hello(List.of());
    client.subscribe(10_000);
    client.receive(new Frame.HeartbeatEcho(1, client.frames().size()));
    return client;
  }

  FakeBed admit(String unit, String bed, long birth) {
    FakeBed admitted = ward.admit(unit, bed, birth);
    beds.put(admitted);
    return admitted;
  }

  /** One station. */
  final class Client {
    final FakeOutlet outlet = new FakeOutlet();
    private final Unfolder unfolder = new Unfolder();
    private long subscriptions;
    private boolean answering;
    private final Seats seats = new Seats();
    final DeliverySession session =
        new DeliverySession(1, "test", context, outlet, Runnable::run, () -> 3, seats.reserve());

    void hello(List<Frame.Position> positions) {
      receive(new Frame.Hello(1, "station", "test", null, positions));
    }

    void subscribe(int backfillMillis, String... units) {
      subscribe(backfillMillis, Selections.of(units));
    }

    void subscribe(int backfillMillis, List<Frame.Selection> selections) {
      receive(new Frame.Subscribe(++subscriptions, selections, backfillMillis, 0, 0));
    }

    void receive(Frame frame) {
      session.receive(ByteBuffer.wrap(codec.encode(frame)));
    }

    void offer(FakeBed... changed) {
      BitSet indices = new BitSet();
      for (FakeBed bed : changed) {
        indices.set(bed.index());
      }
      if (!seats.concernedBy(indices).isEmpty()) {
        session.offer(indices);
        session.flush();
      }
    }

    /** From now on, reading a heartbeat answers it. */
    Client answering() {
      answering = true;
      return this;
    }

    void offerAlarming(FakeBed... changed) {
      BitSet indices = new BitSet();
      for (FakeBed bed : changed) {
        indices.set(bed.index());
      }
      session.offerAlarming(indices);
    }

    /** The frames since the last call, each waveform with its place. */
    List<Frame> frames() {
      List<Frame> read = new ArrayList<>();
      List<Frame> next = unfolder.unfold(outlet.frames(codec));
      while (!next.isEmpty()) {
        read.addAll(next);
        if (answering) {
          next.forEach(this::answer);
        }
        next = unfolder.unfold(outlet.frames(codec));
      }
      return read;
    }

    private void answer(Frame frame) {
      if (frame instanceof Frame.Heartbeat beat) {
        receive(new Frame.HeartbeatEcho(beat.sequence(), beat.framesSent() + 1));
      }
    }

    <T extends Frame> List<T> frames(Class<T> type) {
      return frames().stream().filter(type::isInstance).map(type::cast).toList();
    }
  }
}
