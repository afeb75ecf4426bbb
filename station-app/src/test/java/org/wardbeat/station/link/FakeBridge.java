package org.wardbeat.station.link;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.wardbeat.station.link.TransportFailure.Answer;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.StationWard;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameCodec;
import org.wardbeat.wire.frame.FrameDecodeException;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.LinkState;

/** A supervisor with transports, a mailbox and clocks that the test moves. */
final class FakeBridge implements Connector {
  static final long EPOCH = 1_773_135_600_000_000L;
  static final BrokerState UP = new BrokerState(true, EPOCH - 60_000_000);
  static final long MILLI = 1_000_000L;
  static final URI FIRST = URI.create("ws://first:8420/ws");
  static final URI SECOND = URI.create("ws://second:8420/ws");

  private static final FrameCodec CODEC = new FrameCodec(EPOCH);

  final List<FakeTransport> transports = new ArrayList<>();
  final Map<URI, TransportKind> remembered = new HashMap<>();
  final StationReport report = new StationReport(this::nanos);
  final StationWard ward =
      new StationWard(this::nanos, StationWard.DEFAULT_RETENTION, report, LinkView.initial());
  final LinkSupervisor supervisor;
  private final Deque<Runnable> mailbox = new ArrayDeque<>();
  private long nanos = 77 * MILLI;
  private long asleepNanos;
  private long instance = 1;

  FakeBridge() {
    this(new Random(1), List.of(FIRST));
  }

  FakeBridge(RandomGenerator random, List<URI> bridges) {
    this(random, bridges, Map.of());
  }

  FakeBridge(RandomGenerator random, List<URI> bridges, Map<URI, TransportKind> memory) {
    remembered.putAll(memory);
    supervisor =
        new LinkSupervisor(
            this,
            new LinkSupervisor.Settings(
                "test", "test 1", bridges, List.of(TransportKind.values()), LinkTimers.DEFAULT),
            new Subscription(
                List.of(
                    Frame.Selection.ofUnit("", Set.of(Frame.Lane.WAVEFORMS, Frame.Lane.ALARMS))),
                60_000,
                0,
                0),
            ward,
            report,
            new MapMemory(remembered),
            new LinkTime(this::nanos, this::wall),
            random,
            mailbox::add);
  }

  private record MapMemory(Map<URI, TransportKind> map) implements TransportMemory {
    @Override
    public Optional<TransportKind> of(URI bridge) {
      return Optional.ofNullable(map.get(bridge));
    }

    @Override
    public void worked(URI bridge, TransportKind kind) {
      map.put(bridge, kind);
    }
  }

  /** One connection as the supervisor sees it. */
  static final class FakeTransport implements Transport {
    final TransportKind kind;
    final URI bridge;
    final long startedNanos;
    final List<Frame> sent = new ArrayList<>();
    private final Listener listener;
    private boolean alive = true;
    private long framesSaid;
    private long alarmsSaid;
    private long heartbeats;

    FakeTransport(TransportKind kind, URI bridge, Listener listener, long startedNanos) {
      this.kind = kind;
      this.bridge = bridge;
      this.listener = listener;
      this.startedNanos = startedNanos;
    }

    /** Whether the bridge has welcomed the station on it. */
    boolean saidWelcome() {
      return framesSaid > 0;
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

    /** Never completes: as a handshake with a dead peer would. */
    @Override
    public CompletableFuture<?> close(byte[] lastFrame) {
      send(lastFrame);
      alive = false;
      return new CompletableFuture<>();
    }

    @Override
    public void abort() {
      alive = false;
    }

    <T extends Frame> List<T> sent(Class<T> type) {
      return sent.stream().filter(type::isInstance).map(type::cast).toList();
    }
  }

  @Override
  public Transport connect(TransportKind kind, URI bridge, Transport.Listener listener) {
    FakeTransport made = new FakeTransport(kind, bridge, listener, nanos);
    transports.add(made);
    return made;
  }

  @Override
  public Optional<Instant> certificateExpiry(URI bridge) {
    return Optional.empty();
  }

  long nanos() {
    return nanos;
  }

  private Instant wall() {
    return Instant.EPOCH.plusNanos(EPOCH * 1_000 + nanos + asleepNanos);
  }

  long bridgeMicros() {
    return EPOCH + (nanos + asleepNanos) / 1_000;
  }

  FakeTransport last() {
    return transports.getLast();
  }

  long alive() {
    return transports.stream().filter(FakeTransport::isAlive).count();
  }

  /** Transports alive on which something was subscribed to: their sessions write the ward. */
  long writing() {
    return transports.stream()
        .filter(FakeTransport::isAlive)
        .filter(on -> !on.sent(Frame.Subscribe.class).isEmpty())
        .count();
  }

  /** The transport that the running session is on. */
  FakeTransport living() {
    return transports.stream().filter(FakeTransport::isAlive).findFirst().orElseThrow();
  }

  /** Moves time on in the steps in which the link's thread looks at it. */
  void pass(long millis) {
    for (long left = millis; left > 0; left -= 50) {
      nanos += Math.min(50, left) * MILLI;
      supervisor.tick();
    }
  }

  /** Moves time on and lets the link's thread look once, as on a machine with much to do. */
  void leap(long millis) {
    nanos += millis * MILLI;
    supervisor.tick();
  }

  /** Moves time on without anybody looking, as when this program stands still. */
  void standStill(long millis) {
    nanos += millis * MILLI;
  }

  /** Moves only the wall clock and the bridge on, as when the computer sleeps. */
  void sleep(long millis) {
    asleepNanos += millis * MILLI;
  }

  /** The bridge starts anew. */
  void restart() {
    instance++;
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
    FakeTransport on = last();
    for (int i = 0; i < seconds; i++) {
      pass(1_000);
      heartbeat(on, 0, false);
    }
  }

  void run() {
    while (!mailbox.isEmpty()) {
      mailbox.remove().run();
    }
    supervisor.tick();
  }

  /** Something reaches the link's thread but is not looked at yet. */
  void arrives(FakeTransport on, Frame frame) {
    on.framesSaid++;
    if (frame instanceof Frame.AlarmEvent) {
      on.alarmsSaid++;
    }
    on.listener.message(ByteBuffer.wrap(CODEC.encode(frame)));
  }

  void open() {
    open(last());
  }

  void open(FakeTransport on) {
    on.listener.opened();
    run();
  }

  void says(Frame frame) {
    says(last(), frame);
  }

  void says(FakeTransport on, Frame frame) {
    arrives(on, frame);
    run();
  }

  void saysBytes(byte[] bytes) {
    last().listener.message(ByteBuffer.wrap(bytes));
    run();
  }

  void welcome() {
    welcome(last(), UP);
  }

  void welcome(FakeTransport on, BrokerState broker) {
    says(
        on, new Frame.Welcome(1, "fake", "fake 1", instance, EPOCH, bridgeMicros(), 1_000, broker));
  }

  void heartbeat() {
    heartbeatDelayed(0);
  }

  void heartbeatDelayed(long millis) {
    heartbeat(last(), millis, false);
  }

  void heartbeat(FakeTransport on, long delayMillis, boolean conflating) {
    says(on, nextHeartbeat(on, delayMillis, true, conflating, on.alarmsSaid));
  }

  Frame.Heartbeat nextHeartbeat(
      FakeTransport on,
      long delayMillis,
      boolean brokerUp,
      boolean conflating,
      long alarmsConfirmed) {
    return new Frame.Heartbeat(
        ++on.heartbeats,
        bridgeMicros() - delayMillis * 1_000,
        brokerUp,
        conflating,
        on.framesSaid,
        on.alarmsSaid,
        alarmsConfirmed);
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
    endOfSnapshot(0);
  }

  void endOfSnapshot(long alarmSequence) {
    says(new Frame.EndOfSnapshot(last().sent(Frame.Subscribe.class).size(), alarmSequence));
  }

  void breaks(String reason, long retryAfterMillis) {
    fails(last(), new TransportFailure(reason, retryAfterMillis, Answer.OTHER));
  }

  /** Nothing answers at the bridge's address. */
  void isUnreachable() {
    fails(last(), new TransportFailure("Nothing answers", 0, Answer.NOBODY));
  }

  void fails(FakeTransport on, TransportFailure why) {
    on.alive = false;
    on.listener.closed(why);
    run();
  }

  boolean isWelcomed() {
    return alive() >= 1 && link().attempt() == 0;
  }

  LinkSnapshot link() {
    return ward.snapshot().link();
  }

  LinkState state() {
    return link().state();
  }
}
