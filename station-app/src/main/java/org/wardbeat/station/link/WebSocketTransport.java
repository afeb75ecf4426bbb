package org.wardbeat.station.link;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.wire.frame.Frame;

/**
 * A WebSocket (RFC 6455) of the sub-protocol {@value #SUBPROTOCOL}, one frame per binary message.
 *
 * <p>It rests on the JDK's client, which sets TCP_NODELAY and answers pings. At most {@value
 * #CREDITS} messages wait for the link's thread; then nothing more is read, and TCP tells the
 * bridge.
 */
final class WebSocketTransport implements Transport {
  static final String SUBPROTOCOL = "wardbeat.v1";

  private static final int CREDITS = 32;

  /** RFC 6455 §7.4.1: what is reported if the peer went without a word. */
  private static final int WITHOUT_CLOSE = 1_006;

  private static final long CLOSE_MILLIS = 1_000;

  private final Listener listener;
  private volatile Route route;
  private volatile boolean aborted;

  /** Set by whichever comes first: the client tells its listener before its future completes. */
  private volatile @Nullable WebSocket open;

  private final AtomicBoolean ended = new AtomicBoolean();

  /** Completes when all that was queued is sent; the client takes one message at a time. */
  private CompletableFuture<WebSocket> sent;

  private WebSocketTransport(
      TransportClient client, BridgeAddress bridge, Duration connectTimeout, Listener listener) {
    this.listener = listener;
    this.route = new Route(bridge, null);
    sent =
        CompletableFuture.completedFuture(client)
            .thenComposeAsync(_ -> open(client, bridge, connectTimeout), client.starter())
            .whenComplete(this::connected);
  }

  private CompletableFuture<WebSocket> open(
      TransportClient client, BridgeAddress bridge, Duration connectTimeout) {
    route = client.route(bridge);
    return client
        .http()
        .newWebSocketBuilder()
        .subprotocols(SUBPROTOCOL)
        .connectTimeout(connectTimeout)
        .buildAsync(bridge.webSocket(), new Receiver());
  }

  private void connected(@Nullable WebSocket opened, @Nullable Throwable failure) {
    if (failure != null) {
      ended(TransportFailure.of(failure, route));
    } else if (opened != null) {
      isOpen(opened);
    }
  }

  private void isOpen(WebSocket opened) {
    open = opened;
    if (aborted) {
      opened.abort();
    }
  }

  @Override
  public synchronized void send(byte[] frame) {
    sent =
        sent.thenCompose(socket -> socket.sendBinary(ByteBuffer.wrap(frame), true))
            .whenComplete((_, failure) -> sendFailed(failure));
  }

  private void sendFailed(@Nullable Throwable failure) {
    if (failure != null) {
      ended(TransportFailure.of(failure, route));
    }
  }

  @Override
  public void handled() {
    WebSocket current = open;
    if (current != null) {
      current.request(1);
    }
  }

  @Override
  public synchronized CompletableFuture<?> close(byte[] lastFrame) {
    send(lastFrame);
    return sent.thenCompose(socket -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""))
        .orTimeout(CLOSE_MILLIS, TimeUnit.MILLISECONDS)
        .handle(
            (_, _) -> {
              abort();
              return this;
            });
  }

  @Override
  public void abort() {
    aborted = true;
    WebSocket current = open;
    if (current != null) {
      current.abort();
    }
  }

  private void ended(TransportFailure why) {
    if (ended.compareAndSet(false, true)) {
      listener.closed(why);
      abort();
    }
  }

  private final class Receiver implements WebSocket.Listener {
    private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

    @Override
    public void onOpen(WebSocket opened) {
      isOpen(opened);
      listener.opened();
      opened.request(CREDITS);
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
      if (parts.size() + part.remaining() > Frame.MAX_FRAME_BYTES) {
        ended(
            TransportFailure.of(
                "The bridge sent a message of over " + Frame.MAX_FRAME_BYTES + " bytes"));
        return null;
      }
      byte[] bytes = new byte[part.remaining()];
      part.get(bytes);
      if (last && parts.size() == 0) {
        listener.message(ByteBuffer.wrap(bytes));
        return null;
      }
      parts.writeBytes(bytes);
      if (last) {
        listener.message(ByteBuffer.wrap(parts.toByteArray()));
        parts.reset();
      } else {
        socket.request(1);
      }
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      ended(TransportFailure.of("The bridge sent text where only binary frames are expected"));
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
      ended(
          TransportFailure.of(
              status == WITHOUT_CLOSE
                  ? "The connection to the bridge broke"
                  : "The bridge closed the connection (status " + status + ")"));
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
      ended(TransportFailure.of(failure, route));
    }
  }

  /** Connects WebSockets to one address. */
  static final class Factory implements Transport.Factory {
    private final TransportClient client;
    private final BridgeAddress bridge;
    private final Duration connectTimeout;

    /**
     * @param client shared, and its owner's to close
     */
    Factory(TransportClient client, BridgeAddress bridge, Duration connectTimeout) {
      this.client = client;
      this.bridge = bridge;
      this.connectTimeout = connectTimeout;
    }

    @Override
    public String name() {
      return TransportKind.WEB_SOCKET.label();
    }

    @Override
    public Transport connect(Listener listener) {
      return new WebSocketTransport(client, bridge, connectTimeout, listener);
    }
  }
}
