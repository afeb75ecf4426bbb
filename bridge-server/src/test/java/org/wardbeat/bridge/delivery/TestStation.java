package org.wardbeat.bridge.delivery;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameCodec;

/** A station on the JDK's WebSocket that keeps all it gets and answers heartbeats. */
public final class TestStation implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Frame> frames = new CopyOnWriteArrayList<>();
  private final WebSocket socket;
  private CompletableFuture<?> sent = CompletableFuture.completedFuture(true);
  private volatile boolean closed;
  private volatile boolean answering = true;

  private TestStation(URI bridge, String subProtocol) {
    this.socket =
        client
            .newWebSocketBuilder()
            .connectTimeout(PATIENCE)
            .subprotocols(subProtocol)
            .buildAsync(bridge, new Receiver())
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join();
  }

  /** Connects and says nothing. */
  public static TestStation connect(URI bridge) {
    return connect(bridge, WebSocketRoute.SUB_PROTOCOL);
  }

  static TestStation connect(URI bridge, String subProtocol) {
    return new TestStation(bridge, subProtocol);
  }

  /** Says hello and subscribes to everything. */
  public TestStation subscribe() {
    send(new Frame.Hello(1, "test", "test", null, List.of()));
    send(Selections.everything(10_000));
    return this;
  }

  /** Answers no heartbeat from now on. */
  void keepQuiet() {
    answering = false;
  }

  /** Sends a frame. */
  public void send(Frame frame) {
    sendBytes(ByteBuffer.wrap(new FrameCodec(0).encode(frame)));
  }

  void sendBytes(ByteBuffer bytes) {
    inTurn(() -> socket.sendBinary(bytes, true))
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  void sendText(String text) {
    inTurn(() -> socket.sendText(text, true))
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  /** A WebSocket takes nothing more to send before it has sent what it took last. */
  private synchronized CompletableFuture<WebSocket> inTurn(
      Supplier<CompletableFuture<WebSocket>> send) {
    CompletableFuture<WebSocket> next = sent.handle((_, _) -> true).thenCompose(_ -> send.get());
    sent = next;
    return next;
  }

  /** All frames so far. */
  public List<Frame> frames() {
    return List.copyOf(frames);
  }

  /** All frames so far of one type. */
  public <T extends Frame> List<T> frames(Class<T> type) {
    return frames.stream().filter(type::isInstance).map(type::cast).toList();
  }

  boolean closed() {
    return closed;
  }

  @Override
  public void close() {
    socket.abort();
    client.shutdownNow();
  }

  private final class Receiver implements WebSocket.Listener {
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private final Unfolder unfolder = new Unfolder();
    private FrameCodec codec = new FrameCodec(0);

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      byte[] part = new byte[data.remaining()];
      data.get(part);
      message.writeBytes(part);
      if (!last) {
        from.request(1);
        return null;
      }
      Frame frame = FakeOutlet.decode(codec, message.toByteArray());
      message.reset();
      frames.add(unfolder.unfold(frame));
      if (frame instanceof Frame.Welcome welcome) {
        codec = new FrameCodec(welcome.epochMicros());
      }
      if (frame instanceof Frame.Heartbeat heartbeat && answering) {
        byte[] echo = codec.encode(new Frame.HeartbeatEcho(heartbeat.sequence(), frames.size()));
        return inTurn(() -> from.sendBinary(ByteBuffer.wrap(echo), true))
            .whenComplete((_, _) -> from.request(1));
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      closed = true;
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed = true;
    }
  }
}
