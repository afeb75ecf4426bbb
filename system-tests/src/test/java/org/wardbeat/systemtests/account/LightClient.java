package org.wardbeat.systemtests.account;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.wardbeat.systemtests.network.RawWebSocket;
import org.wardbeat.systemtests.network.WebSocketFrames;
import org.wardbeat.systemtests.network.WebSocketFrames.WebSocketFrame;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.Lane;
import org.wardbeat.wire.frame.Frame.Selection;
import org.wardbeat.wire.frame.FrameCodec;
import org.wardbeat.wire.frame.FrameDecodeException;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;

/**
 * A client of the protocol with nothing around it: a socket, a virtual thread and a {@link Ledger}
 * that outlives its sessions. It connects and goes when it is told to, and never by itself.
 */
public final class LightClient implements Part {
  private static final String SUB_PROTOCOL = "wardbeat.v1";
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final int BACKFILL_MILLIS = 10_000;

  private final AtomicLong wishes = new AtomicLong();
  private final String name;
  private final Ledger ledger = new Ledger(false);
  private final AtomicLong subscriptions = new AtomicLong();
  private volatile URI bridge;
  private List<Selection> selections;
  private long maxBytesPerSecond;
  private long maxUpdatesPerSecond;
  private int receiveBuffer;
  private Duration patience = SILENCE;
  private volatile @Nullable Session session;

  private LightClient(URI bridge, String name, List<Selection> selections) {
    this.bridge = bridge;
    this.name = name;
    this.selections = selections;
  }

  /** One that wants all of a unit. It is not connected yet. */
  public static LightClient ofUnit(URI bridge, String unit) {
    return of(bridge, unit, EnumSet.of(Lane.NUMERICS, Lane.WAVEFORMS, Lane.ALARMS, Lane.NAMES));
  }

  /** One that wants some lanes of a unit. It is not connected yet. */
  public static LightClient of(URI bridge, String unit, Set<Lane> lanes) {
    return new LightClient(bridge, "light " + unit, List.of(Selection.ofUnit(unit, lanes)));
  }

  /** From the next connection on, the kernel holds so few bytes unread. */
  public LightClient withReceiveBuffer(int bytes) {
    receiveBuffer = bytes;
    return this;
  }

  /** From the next connection on, a bridge that is silent for so long is given up. */
  public LightClient withPatience(Duration time) {
    patience = time;
    return this;
  }

  /** From the next subscription on, no more than this is wanted a second; 0 for no limit. */
  public LightClient withLimits(long bytesPerSecond, long updatesPerSecond) {
    maxBytesPerSecond = bytesPerSecond;
    maxUpdatesPerSecond = updatesPerSecond;
    return this;
  }

  /** From the next subscription on, this is wanted instead. */
  public LightClient select(List<Selection> wanted) {
    selections = wanted;
    return this;
  }

  /** From the next connection on, it goes to another bridge. */
  public LightClient at(URI other) {
    bridge = other;
    return this;
  }

  /** Where it goes. */
  public URI bridge() {
    return bridge;
  }

  public Ledger ledger() {
    return ledger;
  }

  /** Connects, resuming where it is, and reads from now on. */
  public LightClient connect() throws IOException {
    Session next = open();
    next.start();
    return this;
  }

  /** Connects and subscribes, and then never reads anything. */
  public LightClient connectAndNeverRead() throws IOException {
    open();
    return this;
  }

  private Session open() throws IOException {
    drop();
    RawWebSocket socket = RawWebSocket.open(bridge, SUB_PROTOCOL, receiveBuffer, patience);
    Session opened = new Session(socket);
    session = opened;
    opened.send(new Frame.Hello(1, name, "light", ledger.heldPosition(), ledger.positions()));
    opened.send(subscription());
    return opened;
  }

  private Frame.Subscribe subscription() {
    return new Frame.Subscribe(
        subscriptions.incrementAndGet(),
        selections,
        BACKFILL_MILLIS,
        maxBytesPerSecond,
        maxUpdatesPerSecond);
  }

  /** Subscribes anew within the session. */
  public void resubscribe() throws IOException {
    ledger.resubscribe();
    current().send(subscription());
  }

  /** Loses the connection without a goodbye. */
  public void drop() {
    Session last = session;
    if (last != null) {
      last.end();
      session = null;
    }
  }

  /** Waits until the snapshot of this session has ended. */
  public LightClient awaitSnapshot() {
    await(name + " has a snapshot")
        .pollDelay(Duration.ZERO)
        .atMost(Child.PATIENCE)
        .until(() -> ledger.sessions() > 0 && !ledger.isInSnapshot());
    return this;
  }

  /** Whether the session lasts. */
  public boolean isConnected() {
    Session now = session;
    return now != null && !now.ended();
  }

  /** How the bridge said goodbye, if it did. */
  public Optional<Frame.Bye> bye() {
    Session now = session;
    return now == null ? Optional.empty() : Optional.ofNullable(now.bye);
  }

  /** The newest heartbeat of the session. */
  public Optional<Frame.Heartbeat> heartbeat() {
    Session now = session;
    return now == null ? Optional.empty() : Optional.ofNullable(now.heartbeat);
  }

  /**
   * An operator wants something.
   *
   * @return the answer; fails if the session ends before it comes
   */
  public CompletableFuture<Frame.ActAnswer> act(Operator operator, Operation operation)
      throws IOException {
    Session now = current();
    long number = wishes.incrementAndGet();
    CompletableFuture<Frame.ActAnswer> answer = new CompletableFuture<>();
    now.answers.put(number, answer);
    now.send(new Frame.Act(number, operator, operation));
    now.failIfEnded();
    return answer;
  }

  /**
   * Asks for the alarms of all beds that had not ended before a time.
   *
   * @return the whole answer; fails if the session ends before it has come
   */
  public CompletableFuture<List<Frame.AlarmRecord>> alarmsSince(long micros) throws IOException {
    Session now = current();
    long number = wishes.incrementAndGet();
    Query query = new Query(new ArrayList<>(), new CompletableFuture<>());
    now.queries.put(number, query);
    now.send(
        new Frame.AlarmQuery(number, "", "", micros, Long.MAX_VALUE, Frame.AlarmQuery.MAX_RECORDS));
    now.failIfEnded();
    return query.answer;
  }

  /** Bytes of frames that came in this session. */
  public long bytes() {
    return current().bytes;
  }

  private Session current() {
    Session now = session;
    if (now == null) {
      throw new IllegalStateException(name + " is not connected");
    }
    return now;
  }

  @Override
  public void close() {
    drop();
  }

  private record Query(
      List<Frame.AlarmRecord> records, CompletableFuture<List<Frame.AlarmRecord>> answer) {}

  private final class Session {
    private final RawWebSocket socket;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Map<Long, CompletableFuture<Frame.ActAnswer>> answers = new ConcurrentHashMap<>();
    private final Map<Long, Query> queries = new ConcurrentHashMap<>();
    private FrameCodec codec = new FrameCodec(0);
    private boolean reading;
    private volatile long bytes;
    private volatile Frame.@Nullable Bye bye;
    private volatile Frame.@Nullable Heartbeat heartbeat;

    Session(RawWebSocket socket) {
      this.socket = socket;
    }

    void start() {
      reading = true;
      Thread.ofVirtual().name(name).start(this::read);
    }

    void send(Frame frame) throws IOException {
      socket.send(new FrameCodec(0).encode(frame));
    }

    boolean ended() {
      return done.getCount() == 0;
    }

    /** Nothing of it reaches the ledger afterwards. */
    void end() {
      socket.abort();
      try {
        if (reading) {
          done.await();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void read() {
      try {
        for (WebSocketFrame next = socket.receive(); next != null; next = socket.receive()) {
          take(next);
        }
      } catch (IOException _) {
        // The connection is lost, which isConnected() tells.
      } catch (FrameDecodeException e) {
        throw new AssertionError(name + " got what is no frame", e);
      } finally {
        socket.close();
        done.countDown();
        failIfEnded();
      }
    }

    void failIfEnded() {
      if (ended()) {
        IOException lost = new IOException(name + "'s session has ended");
        answers.values().forEach(answer -> answer.completeExceptionally(lost));
        queries.values().forEach(query -> query.answer.completeExceptionally(lost));
      }
    }

    private void takeRecords(Frame.AlarmRecords frame) {
      Query query = queries.get(frame.number());
      if (query == null) {
        throw new AssertionError(name + " did not ask for " + frame);
      }
      query.records.addAll(frame.records());
      if (frame.last()) {
        queries.remove(frame.number());
        if (frame.missing().isEmpty()) {
          query.answer.complete(query.records);
        } else {
          query.answer.completeExceptionally(new IOException(frame.missing()));
        }
      }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    private void take(WebSocketFrame message) throws IOException, FrameDecodeException {
      if (message.opcode() == WebSocketFrames.PING) {
        socket.sendFrame(WebSocketFrames.PONG, message.payload());
      } else if (message.opcode() == WebSocketFrames.BINARY) {
        bytes += message.payload().length;
        take(codec.decode(ByteBuffer.wrap(message.payload())));
      }
    }

    private void take(Frame frame) throws IOException {
      if (frame instanceof Frame.Welcome welcome) {
        codec = new FrameCodec(welcome.epochMicros());
        ledger.begin(welcome);
      } else if (frame instanceof Frame.FromBridge fromBridge) {
        ledger.take(fromBridge);
      }
      switch (frame) {
        case Frame.Heartbeat beat -> {
          heartbeat = beat;
          send(new Frame.HeartbeatEcho(beat.sequence(), ledger.framesInSession()));
        }
        case Frame.AlarmEvent event -> send(new Frame.AlarmReceipt(event.number()));
        case Frame.Bye goodbye -> bye = goodbye;
        case Frame.AlarmRecords records -> takeRecords(records);
        case Frame.ActAnswer answer -> {
          CompletableFuture<Frame.ActAnswer> waits = answers.remove(answer.number());
          if (waits == null) {
            throw new AssertionError(name + " did not want " + answer);
          }
          waits.complete(answer);
        }
        default -> {
          // The ledger has it.
        }
      }
    }
  }
}
