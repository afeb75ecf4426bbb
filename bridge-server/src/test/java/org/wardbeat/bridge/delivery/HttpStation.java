package org.wardbeat.bridge.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.FrameCodec;
import org.wardbeat.wire.frame.FrameDecodeException;
import org.wardbeat.wire.frame.FrameStream;

/** A station over HTTP that does one request after the other, as a test says. */
final class HttpStation implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String SESSION = "Wardbeat-Session";

  static final Frame.Hello HELLO = new Frame.Hello(1, "test", "test", null, List.of());

  private HttpClient client;
  private final URI base;
  private final String mode;
  private final FrameStream stream = new FrameStream();
  private final List<Frame> frames = new ArrayList<>();
  private FrameCodec codec = new FrameCodec(0);
  private String session = "";
  private int examined;
  private long sent;
  private InputStream body = InputStream.nullInputStream();

  HttpStation(HttpClient client, URI base, String mode) {
    this.client = client;
    this.base = base;
    this.mode = mode;
  }

  /** Opens a session with these frames. */
  HttpStation open(Frame... first) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = post("?mode=" + mode, bytes(first));
    session = answer.headers().firstValue(SESSION).orElse("");
    sent = first.length;
    body = answer.body();
    return this;
  }

  /** Says hello and subscribes to everything. */
  HttpStation subscribe() throws IOException, InterruptedException {
    return open(HELLO, Selections.everything(10_000));
  }

  /** The next frame of a type, asking for further answers as needed; heartbeats are answered. */
  <T extends Frame> T await(Class<T> type) throws IOException, InterruptedException {
    while (true) {
      while (examined < frames.size()) {
        Frame frame = frames.get(examined++);
        if (frame instanceof Frame.Heartbeat heartbeat) {
          send(new Frame.HeartbeatEcho(heartbeat.sequence(), examined));
        }
        if (type.isInstance(frame)) {
          return type.cast(frame);
        }
      }
      read();
    }
  }

  /** Reads what comes next. */
  void read() throws IOException, InterruptedException {
    byte[] part = new byte[4_096];
    int length = body.read(part);
    if (length < 0) {
      HttpResponse<InputStream> answer = ask(frames.size());
      if (answer.statusCode() != 200) {
        throw new IOException("answered " + answer.statusCode());
      }
      body = answer.body();
      return;
    }
    try {
      stream.read(ByteBuffer.wrap(part, 0, length), this::take);
    } catch (FrameDecodeException e) {
      throw new IOException(e);
    }
  }

  private void take(ByteBuffer bytes) {
    byte[] frame = new byte[bytes.remaining()];
    bytes.get(frame);
    Frame decoded = FakeOutlet.decode(codec, frame);
    if (decoded instanceof Frame.Welcome welcome) {
      codec = new FrameCodec(welcome.epochMicros());
    }
    frames.add(decoded);
  }

  /** Asks for what follows so many frames. */
  HttpResponse<InputStream> ask(long from) throws IOException, InterruptedException {
    return post("/down?mode=%s&from=%d".formatted(mode, from), new byte[0]);
  }

  /** Sends frames; the answer's status. */
  int send(Frame... more) throws IOException, InterruptedException {
    int status = send(sent, more);
    sent += more.length;
    return status;
  }

  /** Sends frames as if so many had been sent before; the answer's status. */
  int send(long from, Frame... more) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer = post("/up?from=" + from, bytes(more));
    answer.body().close();
    return answer.statusCode();
  }

  /** Posts to a path of sessions. */
  HttpResponse<InputStream> post(String suffix, byte[] content)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + suffix))
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(content));
    if (!session.isEmpty()) {
      request.header(SESSION, session);
    }
    return client.send(request.build(), BodyHandlers.ofInputStream());
  }

  /** Frames as they stand in a body. */
  static byte[] bytes(Frame... frames) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (Frame frame : frames) {
      bytes.writeBytes(FrameStream.prefixed(new FrameCodec(0).encode(frame)));
    }
    return bytes.toByteArray();
  }

  String session() {
    return session;
  }

  /** Goes on over connections of another client. */
  HttpStation over(HttpClient another) {
    client = another;
    return this;
  }

  /** All frames so far. */
  List<Frame> frames() {
    return List.copyOf(frames);
  }

  <T extends Frame> List<T> frames(Class<T> type) {
    return frames.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
