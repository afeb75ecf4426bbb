package org.wardbeat.simulator.device;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * One attempt to connect and the connection it becomes, with a Paho client of its own: a client
 * that failed once is never used again. Used by one thread at a time; Paho's threads only set the
 * state and count.
 */
final class Connection {
  /** Messages on their way with which a block still begins; more: the broker is too slow. */
  private static final int MAX_OUTSTANDING = 64;

  /** Room for a block that falls apart into many messages, its samples being partly invalid. */
  private static final int MAX_BURST = 512;

  private static final int KEEP_ALIVE_SECONDS = 5;
  private static final int CONNECT_SECONDS = 3;
  private static final long DISCONNECT_MILLIS = 100;

  private enum State {
    CONNECTING,
    OPEN,
    ENDED
  }

  private final MqttAsyncClient client;
  private final BrokerWatch watch;
  private final long birth;
  private final AtomicReference<State> state = new AtomicReference<>(State.CONNECTING);
  private final AtomicInteger outstanding = new AtomicInteger();
  private final IMqttActionListener delivery = new Delivery();

  /** Counts the messages that are on their way. */
  private final class Delivery implements IMqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
      outstanding.decrementAndGet();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable reason) {
      outstanding.decrementAndGet();
    }
  }

  /** What becomes of the attempt to connect. */
  private final class Outcome implements IMqttActionListener, MqttCallback {
    @Override
    public void onSuccess(IMqttToken token) {
      watch.succeeded();
      state.compareAndSet(State.CONNECTING, State.OPEN);
    }

    @Override
    public void onFailure(IMqttToken token, Throwable reason) {
      watch.failed(reason);
      state.set(State.ENDED);
    }

    @Override
    public void connectionLost(Throwable reason) {
      watch.failed(reason);
      state.set(State.ENDED);
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      // A device subscribes to nothing.
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
      // Counted by the listener of each message.
    }
  }

  private Connection(MqttAsyncClient client, BrokerWatch watch, long birth) {
    this.client = client;
    this.watch = watch;
    this.birth = birth;
  }

  /**
   * Begins to connect.
   *
   * @param birth the birth number with which the last will is left
   * @throws MqttException when not even an attempt is possible
   */
  static Connection begin(BrokerWatch watch, String clientId, long birth, String willTopic)
      throws MqttException {
    MqttAsyncClient client =
        new MqttAsyncClient(watch.broker().toString(), clientId, new MemoryPersistence());
    Connection connection = new Connection(client, watch, birth);
    Outcome outcome = connection.new Outcome();
    MqttConnectOptions options = new MqttConnectOptions();
    options.setCleanSession(true);
    options.setAutomaticReconnect(false);
    options.setKeepAliveInterval(KEEP_ALIVE_SECONDS);
    options.setConnectionTimeout(CONNECT_SECONDS);
    options.setMaxInflight(MAX_BURST);
    options.setSocketFactory(new NoDelaySocketFactory());
    options.setWill(willTopic, Payloads.goodbye(birth), 1, true);
    client.setCallback(outcome);
    client.connect(options, null, outcome);
    return connection;
  }

  long birth() {
    return birth;
  }

  boolean isConnecting() {
    return state.get() == State.CONNECTING;
  }

  boolean isOpen() {
    return state.get() == State.OPEN;
  }

  boolean hasRoomFor(int messages) {
    return outstanding.get() + messages <= MAX_OUTSTANDING;
  }

  /**
   * Publishes, unless the broker takes no more.
   *
   * @return whether the message is on its way
   */
  boolean publish(String topic, byte[] payload, int qos, boolean retained) {
    if (!isOpen() || outstanding.get() >= MAX_BURST) {
      return false;
    }
    outstanding.incrementAndGet();
    try {
      client.publish(topic, payload, qos, retained, null, delivery);
      return true;
    } catch (MqttException e) {
      outstanding.decrementAndGet();
      return false;
    }
  }

  /** Cuts the connection without a word, as a device does that loses its power. Does not block. */
  void cut() {
    state.set(State.ENDED);
    Thread.ofVirtual().start(() -> release(false));
  }

  /** Waits until all messages are delivered or the time has come. */
  void awaitDelivery(long deadlineNanos) throws InterruptedException {
    while (isOpen() && outstanding.get() > 0 && System.nanoTime() - deadlineNanos < 0) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  /** Disconnects as one should; blocks for up to about 0.2 s. */
  void disconnect() {
    release(state.getAndSet(State.ENDED) == State.OPEN);
  }

  private void release(boolean politely) {
    try {
      client.disconnectForcibly(0, DISCONNECT_MILLIS, politely);
    } catch (MqttException e) {
      watch.releaseFailed(e);
    }
    try {
      client.close(true);
    } catch (MqttException e) {
      watch.releaseFailed(e);
    }
  }
}
