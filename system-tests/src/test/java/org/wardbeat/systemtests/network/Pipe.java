package org.wardbeat.systemtests.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.wardbeat.systemtests.network.Conditions.Way;
import org.wardbeat.systemtests.network.FaultProxy.Cut;
import org.wardbeat.systemtests.network.WebSocketFrames.WebSocketFrame;

/**
 * One way of a {@link Connection}. A reader takes bytes, no faster than they may pass; a writer
 * lets them go when they are due.
 */
final class Pipe {
  private static final int CHUNK_BYTES = 8_192;
  private static final int CHUNKS_UNDER_WAY = 256;
  private static final int THROTTLED_CHUNKS_PER_SECOND = 20;
  private static final String SWITCHING = "HTTP/1.1 101";
  private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final Parcel END = new Parcel(new byte[0], 0);

  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Parcel(byte[] bytes, long dueNanos) {}

  private final Connection connection;
  private final Way way;
  private final InputStream in;
  private final Socket target;
  private final OutputStream out;
  private final Network network;
  private final BlockingQueue<Parcel> underWay = new ArrayBlockingQueue<>(CHUNKS_UNDER_WAY);
  private final Deque<byte[]> held = new ArrayDeque<>();
  private final WebSocketFrames frames = new WebSocketFrames();
  private final ByteArrayOutputStream head = new ByteArrayOutputStream();

  Pipe(Connection connection, Way way, Socket source, Socket target, Network network)
      throws IOException {
    this.connection = connection;
    this.way = way;
    this.in = source.getInputStream();
    this.target = target;
    this.out = target.getOutputStream();
    this.network = network;
  }

  void start() {
    Thread.ofVirtual().name("fault-reader").start(() -> guarded(this::read));
    Thread.ofVirtual().name("fault-writer").start(() -> guarded(this::write));
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  /** What ends one way with an error ends the connection. */
  private void guarded(Work work) {
    try {
      work.run();
    } catch (IOException | InterruptedException _) {
      if (connection.isStranded()) {
        connection.abandon();
      } else {
        connection.cut(Cut.RST);
      }
    }
  }

  private void read() throws IOException, InterruptedException {
    byte[] buffer = new byte[CHUNK_BYTES];
    while (true) {
      awaitReading();
      int length = in.read(buffer, 0, chunkBytes());
      if (length < 0) {
        endReading();
        return;
      }
      if (!connection.discards(way)) {
        slowDown(length);
        take(buffer, length);
      }
    }
  }

  private void endReading() throws InterruptedException {
    if (connection.isStranded()) {
      connection.abandon();
    } else if (connection.discards(way)) {
      connection.finishWay();
    } else {
      underWay.put(END);
    }
  }

  private int chunkBytes() {
    long rate = network.now().bytesPerSecond();
    return rate == 0 ? CHUNK_BYTES : Math.clamp(rate / THROTTLED_CHUNKS_PER_SECOND, 1, CHUNK_BYTES);
  }

  private void slowDown(int length) throws InterruptedException {
    long rate = network.now().bytesPerSecond();
    if (rate > 0) {
      TimeUnit.NANOSECONDS.sleep(TimeUnit.SECONDS.toNanos(length) / rate);
    }
  }

  private void take(byte[] buffer, int length) throws IOException, InterruptedException {
    if (connection.isUpgraded()) {
      takeFrames(buffer, length);
    } else if (way == Way.DOWN && (head.size() > 0 || startsUpgrade(buffer, length))) {
      takeHead(buffer, length);
    } else {
      forward(Arrays.copyOf(buffer, length));
    }
  }

  /** An answer begins where a read does: nothing is sent on before it is asked for. */
  private static boolean startsUpgrade(byte[] buffer, int length) {
    return new String(buffer, 0, Math.min(length, SWITCHING.length()), StandardCharsets.US_ASCII)
        .equals(SWITCHING);
  }

  /** From the end of this head on, both ways carry frames. */
  private void takeHead(byte[] buffer, int length) throws IOException, InterruptedException {
    head.write(buffer, 0, length);
    byte[] all = head.toByteArray();
    int end = endOfHead(all);
    if (end >= 0) {
      connection.setUpgraded();
      forward(Arrays.copyOf(all, end));
      byte[] rest = Arrays.copyOfRange(all, end, all.length);
      takeFrames(rest, rest.length);
    }
  }

  private static int endOfHead(byte[] bytes) {
    for (int end = HEAD_END.length; end <= bytes.length; end++) {
      if (Arrays.equals(bytes, end - HEAD_END.length, end, HEAD_END, 0, HEAD_END.length)) {
        return end;
      }
    }
    return -1;
  }

  private void takeFrames(byte[] buffer, int length) throws IOException, InterruptedException {
    frames.add(buffer, length);
    for (WebSocketFrame next = frames.next(); next != null; next = frames.next()) {
      takeFrame(next);
    }
  }

  private void takeFrame(WebSocketFrame frame) throws IOException, InterruptedException {
    Conditions now = network.now();
    if (way == Way.DOWN && now.muteUpgrades()) {
      return;
    }
    if (now.holdsMessages()) {
      if (frame.opcode() == WebSocketFrames.PING) {
        answer(frame);
      } else if (!frame.isControl()) {
        held.add(frame.bytes());
      }
      return;
    }
    while (!held.isEmpty()) {
      forward(held.remove());
    }
    if (way == Way.UP || !network.takesAway(frame.payload())) {
      forward(frame.bytes());
    }
  }

  private void answer(WebSocketFrame ping) throws IOException {
    byte[] pong = WebSocketFrames.encode(WebSocketFrames.PONG, ping.payload(), way == Way.DOWN);
    connection.opposite(this).writeNow(pong);
  }

  private void forward(byte[] bytes) throws InterruptedException {
    underWay.put(new Parcel(bytes, System.nanoTime() + network.now().delay().toNanos()));
  }

  @SuppressWarnings("ReferenceEquality") // the end is that one object
  private void write() throws IOException, InterruptedException {
    for (Parcel next = underWay.take(); next != END; next = underWay.take()) {
      TimeUnit.NANOSECONDS.sleep(Math.max(0, next.dueNanos() - System.nanoTime()));
      awaitFlow();
      writeNow(next.bytes());
      if (way == Way.DOWN) {
        network.countDown(next.bytes().length);
      }
    }
    awaitFlow();
    target.shutdownOutput();
    connection.finishWay();
  }

  /** Writes between what else is written. */
  synchronized void writeNow(byte[] bytes) throws IOException {
    out.write(bytes);
  }

  private void awaitReading() throws IOException, InterruptedException {
    network.await(() -> connection.isEnded() || connection.discards(way) || flows());
    failIfEnded();
  }

  /** Waits while bytes must not move; a stranded connection's never do until it is cut. */
  private void awaitFlow() throws IOException, InterruptedException {
    network.await(() -> connection.isEnded() || flows());
    failIfEnded();
  }

  private void failIfEnded() throws IOException {
    if (connection.isEnded()) {
      throw new IOException("the connection was cut");
    }
  }

  private boolean flows() {
    return !connection.isStranded() && !network.now().stalled().contains(way);
  }
}
