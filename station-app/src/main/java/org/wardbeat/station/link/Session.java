package org.wardbeat.station.link;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameCodec;
import org.wardbeat.wire.frame.FrameDecodeException;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;

/** One transport and how far the protocol has come on it. Confined to the link's thread. */
final class Session {
  private static final FrameCodec WITHOUT_EPOCH = new FrameCodec(0);
  private static final BrokerState UNKNOWN_BROKER = new BrokerState(false, 0);

  private final long number;
  private final Itinerary.Way way;
  private final long startedNanos;
  private final FrameResolver resolver = new FrameResolver();
  private @Nullable Transport transport;
  private FrameCodec codec = WITHOUT_EPOCH;
  private Frame.@Nullable Hello hello;
  private Frame.@Nullable Welcome welcome;
  private BrokerState broker = UNKNOWN_BROKER;
  private boolean heartbeatSeen;
  private boolean conflating;
  private boolean complete;
  private boolean snapshotWanted;
  private long helloNanos;
  private long welcomeNanos;
  private long heardNanos;
  private long completeNanos;
  private long subscription;
  private long subscribedNanos;
  private long alarmsConfirmed;

  Session(long number, Itinerary.Way way, long startedNanos) {
    this.number = number;
    this.way = way;
    this.startedNanos = startedNanos;
  }

  long number() {
    return number;
  }

  Itinerary.Way way() {
    return way;
  }

  /** What it goes over; it may have told things already. */
  void over(Transport connected) {
    transport = connected;
  }

  void opened(Frame.Hello said, long nowNanos) {
    hello = said;
    helloNanos = nowNanos;
    send(said);
  }

  /**
   * The frame that a message holds.
   *
   * @throws FrameDecodeException if it holds none
   */
  Frame decode(ByteBuffer message) throws FrameDecodeException {
    if (transport != null) {
      transport.handled();
    }
    return codec.decode(message);
  }

  /**
   * See {@link FrameResolver#resolve}.
   *
   * @throws ProtocolViolation if the frame must not come now
   */
  Frame.@Nullable FromBridge resolve(Frame.FromBridge frame) throws ProtocolViolation {
    Frame.FromBridge resolved = resolver.resolve(frame);
    if (resolved instanceof Frame.Broker told) {
      broker = told.state();
    }
    return resolved;
  }

  BedId bedOf(int handle) {
    return resolver.bedOf(handle);
  }

  void welcomed(Frame.Welcome said, long nowNanos) {
    welcome = said;
    welcomeNanos = nowNanos;
    heardNanos = nowNanos;
    broker = said.broker();
    codec = new FrameCodec(said.epochMicros());
  }

  void subscribe(Subscription wanted, long nowNanos) {
    snapshotWanted = false;
    subscribedNanos = nowNanos;
    Frame.Subscribe subscribe = wanted.numbered(++subscription);
    resolver.subscribed(subscribe);
    send(subscribe);
  }

  /** Whether this ends the snapshot of the newest subscription. */
  boolean isNewest(Frame.EndOfSnapshot end) {
    return end.number() == subscription;
  }

  /** Readings came that do not fit. */
  void wantSnapshot() {
    snapshotWanted = true;
  }

  boolean isSnapshotWanted() {
    return snapshotWanted;
  }

  void heartbeat(Frame.Heartbeat heartbeat, long nowNanos) {
    heartbeatSeen = true;
    heardNanos = nowNanos;
    conflating = heartbeat.conflating();
    send(new Frame.HeartbeatEcho(heartbeat.sequence(), resolver.framesReceived()));
  }

  /** Confirms all alarms that have come. */
  void confirmAlarms() {
    if (resolver.alarmsReceived() > alarmsConfirmed) {
      alarmsConfirmed = resolver.alarmsReceived();
      send(new Frame.AlarmReceipt(alarmsConfirmed));
    }
  }

  /** Sends what an operator or a screen wants. */
  void request(Frame.FromStation request) {
    send(request);
  }

  /** A snapshot is complete. */
  void complete(long nowNanos) {
    if (!complete) {
      completeNanos = nowNanos;
    }
    complete = true;
  }

  private void send(Frame frame) {
    if (transport != null) {
      transport.send(codec.encode(frame));
    }
  }

  void abort() {
    if (transport != null) {
      transport.abort();
    }
  }

  /**
   * Says why, if the bridge can be told, and ends.
   *
   * @return completes once it has ended
   */
  CompletableFuture<?> end(Frame.Bye bye) {
    if (transport != null && hello != null) {
      return transport.close(codec.encode(bye));
    }
    abort();
    return CompletableFuture.completedFuture(null);
  }

  Frame.@Nullable Hello hello() {
    return hello;
  }

  long helloNanos() {
    return helloNanos;
  }

  Frame.@Nullable Welcome welcome() {
    return welcome;
  }

  long welcomeNanos() {
    return welcomeNanos;
  }

  boolean isWelcomed() {
    return welcome != null;
  }

  BrokerState broker() {
    return broker;
  }

  boolean isHeartbeatSeen() {
    return heartbeatSeen;
  }

  boolean isConflating() {
    return conflating;
  }

  boolean isComplete() {
    return complete;
  }

  long ageNanos(long nowNanos) {
    return nowNanos - startedNanos;
  }

  /** Since the last heartbeat, or since the welcome as long as there was none. */
  long silentNanos(long nowNanos) {
    return nowNanos - heardNanos;
  }

  /** How often it has subscribed. */
  long subscriptions() {
    return subscription;
  }

  long subscribedNanos() {
    return subscribedNanos;
  }

  long sinceSubscribedNanos(long nowNanos) {
    return nowNanos - subscribedNanos;
  }

  /** How long it has been complete; 0 if it is not. */
  long steadyNanos(long nowNanos) {
    return complete ? nowNanos - completeNanos : 0;
  }
}
