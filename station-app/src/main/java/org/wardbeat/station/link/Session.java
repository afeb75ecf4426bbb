package org.wardbeat.station.link;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameCodec;
import org.wardbeat.wire.frame.FrameDecodeException;

/** One transport and how far the protocol has come on it. Confined to the link's thread. */
final class Session {
  private static final FrameCodec WITHOUT_EPOCH = new FrameCodec(0);

  private final long number;
  private final Transport transport;
  private final long startedNanos;
  private FrameCodec codec = WITHOUT_EPOCH;
  private boolean opened;
  private boolean welcomed;
  private boolean heartbeatSeen;
  private long heardNanos;
  private long steadySinceNanos;
  private boolean complete;
  private final FrameResolver resolver = new FrameResolver();
  private long helloNanos;
  private long subscription;
  private long alarmsConfirmed;
  private long subscribedNanos;

  Session(long number, Transport transport, long startedNanos) {
    this.number = number;
    this.transport = transport;
    this.startedNanos = startedNanos;
  }

  long number() {
    return number;
  }

  void opened(Frame.Hello hello, long nowNanos) {
    opened = true;
    helloNanos = nowNanos;
    send(hello);
  }

  long helloNanos() {
    return helloNanos;
  }

  Frame decode(ByteBuffer message) throws FrameDecodeException {
    transport.handled();
    return codec.decode(message);
  }

  /**
   * See {@link FrameResolver#resolve}.
   *
   * @throws ProtocolViolation if the frame must not come now
   */
  Frame.@Nullable FromBridge resolve(Frame.FromBridge frame) throws ProtocolViolation {
    return resolver.resolve(frame);
  }

  void welcomed(Frame.Welcome welcome, long nowNanos) {
    welcomed = true;
    heardNanos = nowNanos;
    codec = new FrameCodec(welcome.epochMicros());
  }

  void subscribe(Subscription wanted, long nowNanos) {
    subscribedNanos = nowNanos;
    Frame.Subscribe subscribe = wanted.numbered(++subscription);
    resolver.subscribed(subscribe);
    send(subscribe);
  }

  /** Whether this ends the snapshot of the newest subscription. */
  boolean isNewest(Frame.EndOfSnapshot end) {
    return end.number() == subscription;
  }

  /** Confirms all alarms that have come. */
  void confirmAlarms() {
    if (resolver.alarmsReceived() > alarmsConfirmed) {
      alarmsConfirmed = resolver.alarmsReceived();
      send(new Frame.AlarmReceipt(alarmsConfirmed));
    }
  }

  void heartbeat(Frame.Heartbeat heartbeat, long nowNanos) {
    heartbeatSeen = true;
    heardNanos = nowNanos;
    send(new Frame.HeartbeatEcho(heartbeat.sequence(), resolver.framesReceived()));
  }

  /** The first snapshot is complete. */
  void complete(long nowNanos) {
    if (!complete) {
      steadySinceNanos = nowNanos;
    }
    complete = true;
  }

  private void send(Frame frame) {
    transport.send(codec.encode(frame));
  }

  void abort() {
    transport.abort();
  }

  /**
   * Says why, if the bridge can be told, and ends.
   *
   * @return completes once it has ended
   */
  CompletableFuture<?> end(Frame.Bye bye) {
    if (opened) {
      return transport.close(codec.encode(bye));
    }
    transport.abort();
    return CompletableFuture.completedFuture(null);
  }

  boolean isWelcomed() {
    return welcomed;
  }

  boolean isHeartbeatSeen() {
    return heartbeatSeen;
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

  long sinceSubscribedNanos(long nowNanos) {
    return nowNanos - subscribedNanos;
  }

  /** How long it has been complete; 0 if it is not. */
  long steadyNanos(long nowNanos) {
    return complete ? nowNanos - steadySinceNanos : 0;
  }
}
