package org.wardbeat.station.link;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
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
  private long framesReceived;
  private long subscribedNanos;

  Session(long number, Transport transport, long startedNanos) {
    this.number = number;
    this.transport = transport;
    this.startedNanos = startedNanos;
  }

  long number() {
    return number;
  }

  void opened(Frame.Hello hello) {
    opened = true;
    send(hello);
  }

  Frame decode(ByteBuffer message) throws FrameDecodeException {
    transport.handled();
    Frame frame = codec.decode(message);
    framesReceived++;
    return frame;
  }

  void welcomed(Frame.Welcome welcome, long nowNanos) {
    welcomed = true;
    heardNanos = nowNanos;
    codec = new FrameCodec(welcome.epochMicros());
  }

  void subscribe(Frame.Subscribe subscription, long nowNanos) {
    subscribedNanos = nowNanos;
    send(subscription);
  }

  void heartbeat(Frame.Heartbeat heartbeat, long nowNanos) {
    heartbeatSeen = true;
    heardNanos = nowNanos;
    send(new Frame.HeartbeatEcho(heartbeat.sequence(), framesReceived));
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
