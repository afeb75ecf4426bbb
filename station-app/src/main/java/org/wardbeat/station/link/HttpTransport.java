package org.wardbeat.station.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.wire.frame.FrameDecodeException;
import org.wardbeat.wire.frame.FrameStream;

/**
 * A session over requests of HTTP/1.1, for networks that let no WebSocket through. One answer after
 * the other brings the bridge's frames; the station's go up beside them, one request at a time.
 * Both sides count frames, so that none is lost or doubled without notice.
 *
 * <p>Once {@value #CREDITS} messages wait for the link's thread nothing more is read, and TCP tells
 * the bridge.
 */
final class HttpTransport implements Transport, FrameReceiver.Taker {
  private static final String SESSION = "Wardbeat-Session";
  private static final int CREDITS = 32;
  private static final int MAX_BATCH_BYTES = 64 * 1024;
  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final Duration UP_TIMEOUT = Duration.ofSeconds(10);
  private static final long CLOSE_MILLIS = 1_000;

  private final HttpClient client;
  private final String mode;
  private final Listener listener;

  // All that follows is guarded by this; the listener is told under it, one thing after the other.
  private final Deque<byte[]> queue = new ArrayDeque<>();
  private final CompletableFuture<?> farewell = new CompletableFuture<>();
  private @Nullable Route route;
  private @Nullable String session;
  private @Nullable CompletableFuture<?> down;
  private @Nullable CompletableFuture<?> up;
  private @Nullable FrameReceiver receiver;
  private long framesSent;
  private long framesReceived;
  private int unhandled;
  private boolean askLater;
  private boolean closing;
  private boolean ended;

  private HttpTransport(HttpClient client, TransportKind kind, Listener listener) {
    this.client = client;
    this.mode = kind == TransportKind.LONG_POLL ? "poll" : "stream";
    this.listener = listener;
  }

  private synchronized void begin(Route found) {
    route = found;
    if (!ended) {
      listener.opened();
    }
  }

  // Up.

  @Override
  public synchronized void send(byte[] frame) {
    if (!ended) {
      queue.add(frame);
      sendQueued();
    }
  }

  /** The first frames go with the request that opens the session. */
  private synchronized void sendQueued() {
    if (queue.isEmpty() || ended || up != null) {
      return;
    }
    if (session != null) {
      up(session);
    } else if (down == null) {
      framesSent = queue.size();
      down("?mode=" + mode, BodyPublishers.ofByteArray(takeQueued()), null);
    }
  }

  private void up(String key) {
    int before = queue.size();
    byte[] frames = takeQueued();
    int count = before - queue.size();
    HttpRequest request =
        request("/up?from=" + framesSent, key)
            .timeout(UP_TIMEOUT)
            .POST(BodyPublishers.ofByteArray(frames))
            .build();
    up =
        again(() -> client.sendAsync(request, BodyHandlers.discarding()), () -> !hasEnded())
            .whenCompleteAsync((answer, failure) -> upAnswered(count, answer, failure));
  }

  private byte[] takeQueued() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    do {
      bytes.writeBytes(FrameStream.prefixed(queue.remove()));
    } while (!queue.isEmpty() && bytes.size() + queue.element().length < MAX_BATCH_BYTES);
    return bytes.toByteArray();
  }

  private synchronized void upAnswered(
      int count, @Nullable HttpResponse<?> answer, @Nullable Throwable failure) {
    up = null;
    if (failure != null) {
      ended(TransportFailure.of(failure, route()));
    } else if (answer != null && answer.statusCode() != NO_CONTENT) {
      refused(answer.statusCode(), answer.headers());
    } else {
      framesSent += count;
      sendQueued();
      if (closing && queue.isEmpty()) {
        farewell.complete(null);
      }
    }
  }

  // Down.

  private synchronized void ask() {
    if (!ended) {
      down(
          "/down?mode=%s&from=%d".formatted(mode, framesReceived),
          BodyPublishers.noBody(),
          session);
    }
  }

  private void down(String suffix, HttpRequest.BodyPublisher body, @Nullable String key) {
    HttpRequest request = request(suffix, key).POST(body).build();
    Supplier<CompletableFuture<HttpResponse<Void>>> sending =
        () -> client.sendAsync(request, this::receive);
    receiver = null;
    down =
        (key == null ? sending.get() : again(sending, this::isUnanswered))
            .whenCompleteAsync((_, failure) -> bodyEnded(failure));
  }

  /** Called with the head of an answer. */
  private synchronized BodySubscriber<Void> receive(ResponseInfo head) {
    String key = head.headers().firstValue(SESSION).orElse(null);
    if (head.statusCode() != OK || key == null) {
      refused(head.statusCode(), head.headers());
      return BodySubscribers.discarding();
    }
    session = key;
    sendQueued();
    FrameReceiver opened = new FrameReceiver(this);
    receiver = opened;
    return BodySubscribers.fromSubscriber(opened);
  }

  @Override
  public synchronized void frame(ByteBuffer frame) {
    if (!ended) {
      framesReceived++;
      unhandled++;
      listener.message(frame);
    }
  }

  @Override
  public synchronized boolean takesMore() {
    return unhandled < CREDITS;
  }

  @Override
  public void unreadable(FrameDecodeException why) {
    ended(TransportFailure.of("The bridge's answer is damaged: " + why.getMessage()));
  }

  @Override
  public synchronized void handled() {
    unhandled--;
    if (takesMore()) {
      if (askLater) {
        askLater = false;
        ask();
      } else if (receiver != null) {
        receiver.resume();
      }
    }
  }

  private synchronized void bodyEnded(@Nullable Throwable failure) {
    FrameReceiver read = receiver;
    if (failure != null) {
      ended(TransportFailure.of(failure, route()));
    } else if (read == null || !read.hasFrames() || !read.isWhole()) {
      ended(TransportFailure.of("The bridge's answer was cut short"));
    } else if (takesMore()) {
      ask();
    } else {
      askLater = true;
    }
  }

  // Both.

  private HttpRequest.Builder request(String suffix, @Nullable String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(route().bridge().http(suffix))
            .header("Content-Type", "application/octet-stream");
    return key == null ? request : request.header(SESSION, key);
  }

  /**
   * Sends a request, and once again if its connection broke: an idle one may have been closed by a
   * proxy as it was sent. The bridge notices a repetition by its count.
   */
  private static <T> CompletableFuture<T> again(
      Supplier<CompletableFuture<T>> sending, BooleanSupplier makesSense) {
    return sending
        .get()
        .exceptionallyCompose(
            failure ->
                isBroken(failure) && makesSense.getAsBoolean()
                    ? sending.get()
                    : CompletableFuture.failedFuture(failure));
  }

  private synchronized boolean hasEnded() {
    return ended;
  }

  /** Whether nothing has come yet in answer to what was asked last. */
  private synchronized boolean isUnanswered() {
    return receiver == null && !ended;
  }

  private static boolean isBroken(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof IOException
        && !(cause instanceof SSLException
            || cause instanceof ConnectException
            || cause instanceof HttpTimeoutException);
  }

  private void refused(int status, HttpHeaders headers) {
    if (session != null && status == NOT_FOUND) {
      ended(TransportFailure.of("The bridge has ended the session"));
    } else if (session != null && status == CONFLICT) {
      ended(TransportFailure.of("A request or an answer was lost on the way to the bridge"));
    } else {
      ended(TransportFailure.refused(status, headers, route()));
    }
  }

  private synchronized void ended(TransportFailure why) {
    if (!ended) {
      abort();
      listener.closed(why);
    }
  }

  private Route route() {
    if (route == null) {
      throw new IllegalStateException("a transport that was not begun");
    }
    return route;
  }

  @Override
  public synchronized CompletableFuture<?> close(byte[] lastFrame) {
    if (ended || session == null) {
      abort();
      return CompletableFuture.completedFuture(null);
    }
    closing = true;
    send(lastFrame);
    return farewell
        .orTimeout(CLOSE_MILLIS, TimeUnit.MILLISECONDS)
        .handle(
            (_, _) -> {
              abort();
              return this;
            });
  }

  @Override
  public synchronized void abort() {
    ended = true;
    queue.clear();
    cancel(down);
    cancel(up);
  }

  private static void cancel(@Nullable CompletableFuture<?> request) {
    if (request != null) {
      request.cancel(true);
    }
  }

  /** Opens sessions over HTTP of one kind with one bridge. */
  static final class Factory implements Transport.Factory {
    private final TransportClient client;
    private final BridgeAddress bridge;
    private final TransportKind kind;

    /**
     * @param client shared, and its owner's to close
     */
    Factory(TransportClient client, BridgeAddress bridge, TransportKind kind) {
      this.client = client;
      this.bridge = bridge;
      this.kind = kind;
    }

    @Override
    public String name() {
      return kind.label();
    }

    @Override
    public Transport connect(Listener listener) {
      HttpTransport transport = new HttpTransport(client.http(), kind, listener);
      client.starter().execute(() -> transport.begin(client.route(bridge)));
      return transport;
    }
  }
}
