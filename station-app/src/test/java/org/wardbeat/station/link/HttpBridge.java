package org.wardbeat.station.link;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.frame.FrameDecodeException;
import org.wardbeat.wire.frame.FrameStream;

/** A server of HTTP whose answers a test scripts, path by path in the order of the requests. */
final class HttpBridge implements AutoCloseable {
  static final String SESSION = "0123456789abcdef0123456789abcdef";

  /** What is done with one request. */
  interface Answer {
    void to(HttpExchange request) throws IOException, InterruptedException;
  }

  /** Cuts the connection without an answer. */
  static final Answer CUT =
      _ -> {
        throw new IOException("cut");
      };

  /**
   * A request as it came.
   *
   * @param path with its query
   * @param session the session it named, null if none
   * @param frames what it brought
   */
  record Request(String path, @Nullable String session, List<byte[]> frames) {}

  final List<Request> requests = new CopyOnWriteArrayList<>();
  private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  HttpBridge() throws IOException {
    this(HttpServer.create(loopback(), 0));
  }

  private HttpBridge(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  static HttpBridge secure(SSLContext tls) throws IOException {
    HttpsServer server = HttpsServer.create(loopback(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new HttpBridge(server);
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  URI uri() {
    return URI.create(
        "%s://127.0.0.1:%d/ws"
            .formatted(
                server instanceof HttpsServer ? "wss" : "ws", server.getAddress().getPort()));
  }

  /** Adds an answer to the requests of a path. */
  HttpBridge on(String path, Answer answer) {
    answers.computeIfAbsent(path, _ -> new ConcurrentLinkedQueue<>()).add(answer);
    return this;
  }

  /** The server cuts the connection of a request whose handling fails. */
  private void handle(HttpExchange request) throws IOException {
    try {
      URI uri = request.getRequestURI();
      requests.add(
          new Request(
              uri.toString(),
              request.getRequestHeaders().getFirst("Wardbeat-Session"),
              frames(request.getRequestBody().readAllBytes())));
      Queue<Answer> queue = answers.get(uri.getPath());
      Answer next = queue == null ? null : queue.poll();
      if (next == null) {
        Thread.sleep(Recorder.PATIENCE.toMillis()); // a request that is not answered any more
      } else {
        next.to(request);
      }
      request.close();
    } catch (InterruptedException | FrameDecodeException e) {
      throw new IOException(e);
    }
  }

  private static List<byte[]> frames(byte[] body) throws FrameDecodeException {
    List<byte[]> frames = new ArrayList<>();
    new FrameStream().read(ByteBuffer.wrap(body), frame -> frames.add(Recorder.bytes(frame)));
    return frames;
  }

  /** Answers in full with frames. */
  static Answer frames(byte[]... frames) {
    return request -> {
      OutputStream body = begin(request);
      for (byte[] frame : frames) {
        body.write(FrameStream.prefixed(frame));
      }
    };
  }

  /** Answers with a status and nothing else. */
  static Answer status(int status) {
    return request -> request.sendResponseHeaders(status, -1);
  }

  /** Begins an answer that brings frames. */
  static OutputStream begin(HttpExchange request) throws IOException {
    request.getResponseHeaders().set("Wardbeat-Session", SESSION);
    request.sendResponseHeaders(200, 0);
    return request.getResponseBody();
  }

  /** The requests of a path, in order. */
  List<Request> requests(String path) {
    return requests.stream().filter(request -> request.path().startsWith(path + "?")).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
