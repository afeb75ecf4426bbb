package org.wardbeat.benchmarks.fanout.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.wardbeat.benchmarks.fanout.source.Stamps;
import org.wardbeat.benchmarks.fanout.source.WardPlan;

/** All clients of a server, served by one thread. The methods are for one other thread. */
public final class Clients implements AutoCloseable {

  private static final int ROOM = 1 << 18;
  private static final long PATIENCE_MILLIS = 30_000;

  private final URI server;
  private final Speech speech;
  private final WardPlan plan;
  private final Account account;
  private final Selector selector = Selector.open();
  private final List<Session> sessions = new ArrayList<>();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final ByteBuffer room = ByteBuffer.allocateDirect(ROOM);
  private final Thread thread =
      Thread.ofPlatform().daemon().name("bench-clients").unstarted(this::run);
  private int opened;
  private volatile boolean closed;
  private volatile @Nullable IOException failure;

  /**
   * No client yet.
   *
   * @param server the address to connect to
   * @throws IOException if there is no selector to be had
   */
  public Clients(URI server, Speech speech, WardPlan plan, Stamps stamps) throws IOException {
    this.server = server;
    this.speech = speech;
    this.plan = plan;
    this.account = new Account(stamps);
    thread.start();
  }

  /**
   * Connects one more client.
   *
   * @param units what it wants; all if empty
   */
  public void open(List<String> units) throws IOException, InterruptedException {
    SocketChannel channel = connect(units, 0);
    Session session = new Session(channel, dialect(units), account, plan.sourcesOf(units));
    ask(
        () -> {
          channel.configureBlocking(false);
          channel.register(selector, SelectionKey.OP_READ, session);
          return sessions.add(session);
        });
  }

  private SocketChannel connect(List<String> units, int receiveBuffer) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    if (receiveBuffer > 0) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer);
    }
    channel.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    ByteBuffer handshake = ByteBuffer.wrap(handshake(units));
    while (handshake.hasRemaining()) {
      channel.write(handshake);
    }
    return channel;
  }

  private byte[] handshake(List<String> units) {
    String query =
        units.isEmpty() || speech == Speech.WARDBEAT || speech == Speech.MQTT
            ? ""
            : "?units=" + URLEncoder.encode(String.join(",", units), StandardCharsets.UTF_8);
    return Session.handshake(
        server.getPath() + query,
        server.getPort(),
        dialect(units).subProtocol(),
        speech == Speech.DEFLATED_JSON);
  }

  private Dialect dialect(List<String> units) {
    return switch (speech) {
      case WARDBEAT -> new WardbeatDialect(plan, units, account);
      case MQTT -> new MqttDialect(plan, units, account, "bench-" + opened++);
      case JSON, DEFLATED_JSON -> new NodeDialect(plan, account);
    };
  }

  /**
   * A client that asks for everything and then never reads, with the smallest buffer the system
   * gives.
   */
  public MuteClient openMute() throws IOException, InterruptedException {
    return MuteClient.open(connect(List.of(), 1), dialect(List.of()));
  }

  /** Waits until each session has what was known when it began. */
  public void awaitReady() throws IOException, InterruptedException {
    await("the sessions are ready", () -> sessions.stream().allMatch(Session::isReady));
  }

  /**
   * Waits until each session has the newest message of each source it gets messages of, for a while
   * at most, and tells how many messages are missing then.
   */
  public long awaitMissing(Duration atMost) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    long missing = ask(this::missing);
    while (missing > 0 && System.nanoTime() < deadline) {
      Thread.sleep(10);
      missing = ask(this::missing);
    }
    return missing;
  }

  private long missing() {
    Stamps stamps = account.stamps();
    return sessions.stream().mapToLong(session -> session.missing(stamps)).sum();
  }

  /** Counts from zero. */
  public void begin() throws IOException, InterruptedException {
    ask(
        () -> {
          account.begin();
          return true;
        });
  }

  /** What came since then. */
  public Tally tally() throws IOException, InterruptedException {
    return ask(account::tally);
  }

  /** Processor time of the thread of the clients so far. */
  public Duration cpu() {
    return Duration.ofNanos(
        ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()));
  }

  private void await(String what, Callable<Boolean> condition)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMillis(PATIENCE_MILLIS).toNanos();
    while (!ask(condition)) {
      if (System.nanoTime() > deadline) {
        throw new IOException("gave up waiting until " + what);
      }
      Thread.sleep(10);
    }
  }

  private <T> T ask(Callable<T> question) throws IOException, InterruptedException {
    FutureTask<T> task = new FutureTask<>(question);
    tasks.add(task);
    selector.wakeup();
    try {
      T answer = task.get();
      check();
      return answer;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private void check() throws IOException {
    IOException cause = failure;
    if (cause != null) {
      throw new IOException("a client lost its server: " + cause.getMessage(), cause);
    }
  }

  private void run() {
    while (!closed) {
      try {
        selector.select(this::read);
      } catch (IOException e) {
        failure = e;
      }
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        task.run();
      }
    }
    closeAll();
  }

  private void read(SelectionKey key) {
    Session session = (Session) key.attachment();
    try {
      session.read(room);
    } catch (IOException | RuntimeException e) {
      failure =
          e instanceof IOException io ? io : new IOException("a message is not as it should be", e);
      key.cancel();
    }
  }

  private void closeAll() {
    for (Session session : sessions) {
      try {
        session.channel().close();
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  /** Ends all sessions; a second time does nothing. */
  @Override
  public void close() throws IOException {
    closed = true;
    selector.wakeup();
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    selector.close();
  }
}
