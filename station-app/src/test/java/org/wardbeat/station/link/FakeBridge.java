package org.wardbeat.station.link;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.StationWard;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameCodec;
import org.wardbeat.wire.frame.FrameDecodeException;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.LinkState;

/** A supervisor with transports, a mailbox and a clock that the test moves. */
final class FakeBridge implements Transport.Factory {
  static final long EPOCH = 1_773_135_600_000_000L;
  static final BrokerState UP = new BrokerState(true, EPOCH);
  static final long MILLI = 1_000_000L;

  private static final FrameCodec CODEC = new FrameCodec(EPOCH);

  final List<FakeTransport> transports = new ArrayList<>();
  final StationReport report = new StationReport(this::nanos);
  final StationWard ward =
      new StationWard(this::nanos, StationWard.DEFAULT_RETENTION, report, LinkSupervisor.initial());
  final LinkSupervisor supervisor;
  private final Deque<Runnable> mailbox = new ArrayDeque<>();
  private long nanos = 77 * MILLI;

  FakeBridge() {
    this(new Random(1));
  }

  FakeBridge(RandomGenerator random) {
    supervisor =
        new LinkSupervisor(
            this,
            new LinkSupervisor.Identity(
                "test",
                "test 1",
                new Subscription(
                    List.of(Frame.Selection.ofUnit("", Set.of(Frame.Lane.WAVEFORMS))),
                    60_000,
                    0,
                    0)),
            ward,
            report,
            LinkTimers.DEFAULT,
            this::nanos,
            random,
            mailbox::add);
  }

  /** One connection as the supervisor sees it. */
  static final class FakeTransport implements Transport {
    final long startedNanos;
    final List<Frame> sent = new ArrayList<>();
    private final Listener listener;
    private boolean alive = true;
    private long framesSaid;
    private long alarmsSaid;
    private long heartbeats;

    FakeTransport(Listener listener, long startedNanos) {
      this.listener = listener;
      this.startedNanos = startedNanos;
    }

    boolean isAlive() {
      return alive;
    }

    @Override
    public void send(byte[] frame) {
      try {
        sent.add(CODEC.decode(ByteBuffer.wrap(frame)));
      } catch (FrameDecodeException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void handled() {}

    @Override
    public CompletableFuture<?> close(byte[] lastFrame) {
      send(lastFrame);
      alive = false;
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void abort() {
      alive = false;
    }

    void breaks(String reason, long retryAfterMillis) {
      alive = false;
      listener.closed(reason, retryAfterMillis);
    }
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Transport connect(Transport.Listener listener) {
    FakeTransport made = new FakeTransport(listener, nanos);
    transports.add(made);
    return made;
  }

  long nanos() {
    return nanos;
  }

  long bridgeMicros() {
    return EPOCH + nanos / 1_000;
  }

  FakeTransport last() {
    return transports.getLast();
  }

  long alive() {
    return transports.stream().filter(FakeTransport::isAlive).count();
  }

  /** Moves time on in the steps in which the link's thread looks at it. */
  void pass(long millis) {
    for (long left = millis; left > 0; left -= 50) {
      nanos += Math.min(50, left) * MILLI;
      supervisor.tick();
    }
  }

  /** Moves time on until another attempt is under way. */
  void passUntilAttempt() {
    int before = transports.size();
    while (transports.size() == before) {
      pass(50);
    }
  }

  /** Moves time on and hears a heartbeat every second. */
  void passWithHeartbeats(long seconds) {
    for (int i = 0; i < seconds; i++) {
      pass(1_000);
      heartbeat();
    }
  }

  void run() {
    while (!mailbox.isEmpty()) {
      mailbox.remove().run();
    }
    supervisor.tick();
  }

  void open() {
    last().listener.opened();
    run();
  }

  void says(Frame frame) {
    last().framesSaid++;
    if (frame instanceof Frame.AlarmEvent) {
      last().alarmsSaid++;
    }
    saysBytes(CODEC.encode(frame));
  }

  void saysBytes(byte[] bytes) {
    last().listener.message(ByteBuffer.wrap(bytes));
    run();
  }

  void welcome() {
    says(new Frame.Welcome(1, "fake", "fake 1", 1, EPOCH, bridgeMicros(), 1_000, UP));
  }

  void heartbeat() {
    heartbeatDelayed(0);
  }

  void heartbeatDelayed(long millis) {
    FakeTransport at = last();
    says(
        new Frame.Heartbeat(
            ++at.heartbeats,
            bridgeMicros() - millis * 1_000,
            true,
            false,
            at.framesSaid,
            at.alarmsSaid,
            at.alarmsSaid));
  }

  /** Opens, welcomes, sends an empty snapshot and a heartbeat. */
  void stream() {
    open();
    welcome();
    heartbeat();
    endOfSnapshot();
  }

  /** Ends the snapshot of the newest subscription. */
  void endOfSnapshot() {
    long number = last().sent.stream().filter(Frame.Subscribe.class::isInstance).count();
    says(new Frame.EndOfSnapshot(number, 0));
  }

  void breaks(String reason, long retryAfterMillis) {
    last().breaks(reason, retryAfterMillis);
    run();
  }

  boolean isWelcomed() {
    return alive() == 1 && link().attempt() == 0;
  }

  LinkSnapshot link() {
    return ward.snapshot().link();
  }

  LinkState state() {
    return link().state();
  }
}
