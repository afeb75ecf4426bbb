package org.wardbeat.station.link;

import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keeps what a transport tells. */
final class Recorder implements Transport.Listener {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  final List<byte[]> frames = new CopyOnWriteArrayList<>();
  final List<String> closed = new CopyOnWriteArrayList<>();
  private final AtomicBoolean open = new AtomicBoolean();

  @Override
  public void opened() {
    open.set(true);
  }

  @Override
  public void message(ByteBuffer frame) {
    frames.add(bytes(frame));
  }

  static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    return bytes;
  }

  @Override
  public void closed(TransportFailure why) {
    closed.add(why.reason());
  }

  void awaitOpen() {
    await().atMost(PATIENCE).until(open::get);
  }

  void awaitFrames(int count) {
    await().atMost(PATIENCE).until(() -> frames.size() >= count || !closed.isEmpty());
  }

  /** Why the transport ended. */
  String awaitClosed() {
    await().atMost(PATIENCE).until(() -> !closed.isEmpty());
    return closed.getFirst();
  }
}
