package org.wardbeat.bridge.mqtt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.wire.ward.BrokerState;

/**
 * Keeps one connection with one thread of its own: connects, watches, and connects again. All
 * blocking calls of the client library are made on that thread, none in a callback.
 */
final class SupervisedSource implements MqttSource {
  private static final Logger LOG = LoggerFactory.getLogger(SupervisedSource.class);
  private static final long CLOSE_MILLIS = 2_000;

  /** How long closing waits for messages that were just published. */
  private static final long LINGER_MILLIS = 500;

  private static final int MAX_TOPIC_BYTES = 65_535;

  private final MqttConnector connector;
  private final Timing timing;
  private final Backoff backoff;
  private final BridgeClock clock;
  private final int version;
  private final AtomicLong attempts = new AtomicLong();
  private final AtomicLong failedMessages = new AtomicLong();
  private final Semaphore wake = new Semaphore(0);
  private final Outbox outbox = new Outbox();
  private final AskAgain askAgain;
  private final List<Branch> branches = new CopyOnWriteArrayList<>();
  private volatile boolean closed;
  private volatile BrokerState broker;
  private volatile long pingMicros = -1;
  private @Nullable Thread supervisor;
  private String lastFailure = "";
  private boolean refusalTold;
  private boolean askedAgain;

  /** The topics of another listener. */
  private record Branch(String prefix, MqttListener listener) {}

  SupervisedSource(
      MqttConnector connector, Timing timing, Backoff backoff, BridgeClock clock, int version) {
    this.version = version;
    this.connector = connector;
    this.timing = timing;
    askAgain = new AskAgain(timing);
    this.backoff = backoff;
    this.clock = clock;
    broker = new BrokerState(false, clock.micros());
  }

  @Override
  public void listen(String prefix, MqttListener listener) {
    branches.add(new Branch(prefix, listener));
  }

  @Override
  public boolean publish(String topic, byte[] payload) {
    if (topic.isEmpty()
        || topic.chars().anyMatch(c -> c == '+' || c == '#' || c == 0)
        || topic.getBytes(StandardCharsets.UTF_8).length > MAX_TOPIC_BYTES) {
      throw new IllegalArgumentException(
          "topic: expected 1 to %d bytes without +, # and NUL".formatted(MAX_TOPIC_BYTES));
    }
    boolean taken = outbox.offer(topic, payload);
    signal();
    return taken;
  }

  @Override
  public void askAgain() {
    askAgain.want();
  }

  @Override
  public int unpublished() {
    return outbox.unpublished();
  }

  @Override
  public void start(MqttListener listener) {
    // A daemon, and so are the client's threads, which inherit that: none keeps a process alive.
    supervisor = Thread.ofPlatform().daemon().name("mqtt-supervisor").start(() -> run(listener));
  }

  @Override
  public BrokerState broker() {
    return broker;
  }

  @Override
  public String address() {
    return connector.address();
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public long pingMicros() {
    return pingMicros;
  }

  @Override
  public long attempts() {
    return attempts.get();
  }

  @Override
  public long failedMessages() {
    return failedMessages.get();
  }

  @Override
  public long givenUpMessages() {
    return outbox.givenUp();
  }

  @Override
  public void close() {
    closed = true;
    signal();
    Thread thread = supervisor;
    if (thread == null) {
      return;
    }
    try {
      if (!thread.join(Duration.ofMillis(CLOSE_MILLIS))) {
        LOG.warn("The MQTT client did not end within {} ms and is left behind", CLOSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(MqttListener listener) {
    while (!closed) {
      long startedNanos = clock.nanos();
      Watch watch = new Watch(listener);
      MqttConnection connection = attempt(watch);
      if (connection != null) {
        supervise(connection, watch, listener);
        if (clock.nanos() - startedNanos >= millis(timing.stableMillis())) {
          backoff.reset();
        }
      }
      pause(backoff.nextMillis());
    }
  }

  private @Nullable MqttConnection attempt(Watch watch) {
    attempts.incrementAndGet();
    try {
      MqttConnection connection =
          connector.connect(branches.stream().map(branch -> branch.prefix + "#").toList(), watch);
      lastFailure = "";
      return connection;
    } catch (IOException e) {
      logFailure(e);
      return null;
    }
  }

  /** The same failure again is only worth a line at debug level. */
  private void logFailure(IOException e) {
    String reason = String.valueOf(e.getMessage());
    if (reason.equals(lastFailure)) {
      LOG.debug("MQTT broker {} still cannot be reached: {}", connector.address(), reason);
    } else if (!closed) {
      LOG.warn(
          "MQTT broker {} cannot be reached: {}. Trying again until it can; check that it runs and"
              + " that the address is right.",
          connector.address(),
          reason);
    }
    lastFailure = reason;
  }

  private void supervise(MqttConnection connection, Watch watch, MqttListener listener) {
    LOG.info("MQTT broker {} is connected and subscribed to", connector.address());
    warnOfRefusal(connection);
    announce(true, listener);
    String reason = awaitEnd(connection, watch);
    if (closed) {
      linger(connection, watch);
    }
    watch.end();
    outbox.disconnected();
    pingMicros = -1;
    announce(false, listener);
    if (closed) {
      LOG.info("MQTT broker {} is left", connector.address());
    } else {
      LOG.warn("MQTT broker {} is lost: {}", connector.address(), reason);
    }
    connection.close(closed);
  }

  private void warnOfRefusal(MqttConnection connection) {
    if (!connection.grantedAll() && !refusalTold) {
      LOG.warn(
          "MQTT broker {} does not allow to subscribe to {}: nothing is shared with other bridges."
              + " Allow this bridge to subscribe and to publish there.",
          connector.address(),
          branches.stream().map(branch -> branch.prefix + "#").toList());
    }
    refusalTold = !connection.grantedAll();
  }

  /** Publishes what waits, as far as it may be under way at once. */
  private void publishWaiting(MqttConnection connection) {
    if (!connection.grantedAll()) {
      return; // a broker may answer what it does not allow by closing the connection
    }
    for (Outbox.Item item = outbox.take(); item != null; item = outbox.take()) {
      try {
        connection.publish(item.topic(), item.payload(), new Publication(item));
      } catch (IOException e) {
        LOG.debug("A message on {} cannot be published yet", item.topic(), e);
        outbox.unsent(item);
        return;
      }
    }
  }

  private void subscribeAgain(MqttConnection connection) {
    if (!askedAgain) {
      askedAgain = true;
      LOG.warn(
          "Devices publish whose births MQTT broker {} has not sent: subscribing to it again, in case it lost them."
              + " If these devices stay unknown, see that their births are published to be retained.",
          connector.address());
    }
    try {
      connection.subscribeAgain();
    } catch (IOException e) {
      LOG.debug("MQTT broker {} cannot be subscribed to again yet", connector.address(), e);
    }
  }

  /** Gives what was published last a moment to come, so that it need not wait for a new start. */
  private void linger(MqttConnection connection, Watch watch) {
    long deadline = clock.nanos() + millis(LINGER_MILLIS);
    while (watch.reason == null
        && connection.grantedAll()
        && outbox.unpublished() > 0
        && clock.nanos() - deadline < 0) {
      publishWaiting(connection);
      sleep(timing.tickMillis());
    }
  }

  /** Returns why the connection is over. */
  private String awaitEnd(MqttConnection connection, Watch watch) {
    long tickNanos = clock.nanos();
    askAgain.subscribed(tickNanos);
    long awakeNanos = tickNanos;
    while (!closed) {
      String reason = watch.reason;
      if (reason != null) {
        return reason;
      }
      long now = clock.nanos();
      if (now - tickNanos > millis(timing.silentMillis()) / 2) {
        awakeNanos =
            now; // it is this process that stood still: what it did not hear proves nothing
      }
      tickNanos = now;
      long heard = Math.max(connection.lastReadNanos() - now, awakeNanos - now);
      if (-heard > millis(timing.silentMillis())) {
        return "nothing was heard from it for %d ms, not even an answer to a ping"
            .formatted(TimeUnit.NANOSECONDS.toMillis(-heard));
      }
      connection.pingIfDue();
      pingMicros = connection.pingMicros();
      publishWaiting(connection);
      if (askAgain.isDue(now)) {
        subscribeAgain(connection);
      }
      sleep(timing.tickMillis());
    }
    return "closing";
  }

  private void announce(boolean up, MqttListener listener) {
    BrokerState state = new BrokerState(up, clock.micros());
    broker = state;
    announce(state, listener);
    branches.forEach(branch -> announce(state, branch.listener));
  }

  private static void announce(BrokerState state, MqttListener listener) {
    try {
      listener.onBroker(state);
    } catch (RuntimeException e) {
      LOG.error("A listener failed to take the broker's state", e);
    }
  }

  private void pause(long delayMillis) {
    long deadline = clock.nanos() + millis(delayMillis);
    while (!closed) {
      long left = deadline - clock.nanos();
      if (left <= 0) {
        return;
      }
      sleep(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
    }
  }

  /** Sleeps until something may have changed; the caller looks what. */
  private void sleep(long millis) {
    try {
      if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        wake.drainPermits();
      }
    } catch (InterruptedException e) {
      closed = true; // nobody but a shutdown interrupts this thread
    }
  }

  private void signal() {
    if (wake.availablePermits() == 0) { // one wakes it, and many callers would add up
      wake.release();
    }
  }

  private static long millis(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /**
   * Hears one connection; deaf once that is over, so that a late callback cannot touch the next.
   */
  private final class Watch implements MqttEvents {
    private final MqttListener listener;
    private volatile boolean over;
    private volatile @Nullable String reason;

    private Watch(MqttListener listener) {
      this.listener = listener;
    }

    private void end() {
      over = true;
    }

    @Override
    public void message(String topic, byte[] payload, boolean retained, boolean duplicate) {
      if (over) {
        return;
      }
      try {
        listenerOf(topic)
            .onMessage(
                new InboundMessage(
                    topic, payload, retained, duplicate, clock.nanos(), clock.micros()));
      } catch (Throwable e) { // an Error too: Paho v3 would end the connection, v5 would hide it
        if (failedMessages.getAndIncrement() == 0) {
          LOG.error("A message on {} could not be taken and is lost", topic, e);
        }
      }
    }

    private MqttListener listenerOf(String topic) {
      for (Branch branch : branches) {
        if (topic.startsWith(branch.prefix)) {
          return branch.listener;
        }
      }
      return listener;
    }

    @Override
    public void lost(String why) {
      reason = why;
      signal();
    }
  }

  /** Hears what becomes of one message, perhaps after its connection is over. */
  private final class Publication implements PublishEvents {
    private final Outbox.Item item;

    private Publication(Outbox.Item item) {
      this.item = item;
    }

    @Override
    public void confirmed() {
      outbox.confirmed(item);
      signal();
    }

    @Override
    public void refused(int code) {
      LOG.warn(
          "MQTT broker {} refused a message on {}: reason code 0x{}",
          connector.address(),
          item.topic(),
          Integer.toHexString(code));
      outbox.refused(item);
      signal();
    }

    @Override
    public void failed() {
      outbox.unsent(item);
    }
  }
}
