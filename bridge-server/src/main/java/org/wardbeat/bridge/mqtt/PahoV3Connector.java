package org.wardbeat.bridge.mqtt;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.MqttPingSender;
import org.eclipse.paho.client.mqttv3.internal.ClientComms;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.bridge.clock.BridgeClock;

/**
 * Connections with Paho's client for MQTT 3.1.1: a new client for each, since a used one keeps
 * threads and state. The session is clean: MQTT 3.1.1 gives a kept one no end, so that a broker
 * would hoard messages for a bridge that never returns.
 */
final class PahoV3Connector implements MqttConnector {
  private static final Logger LOG = LoggerFactory.getLogger(PahoV3Connector.class);
  private static final int SUBSCRIPTION_REFUSED = 0x80;

  private final MqttOptions options;
  private final Timing timing;
  private final BridgeClock clock;

  PahoV3Connector(MqttOptions options, Timing timing, BridgeClock clock) {
    this.options = options;
    this.timing = timing;
    this.clock = clock;
  }

  @Override
  public String address() {
    return options.broker().toString();
  }

  @Override
  public MqttConnection connect(List<String> more, MqttEvents events) throws IOException {
    MqttSocketFactory sockets =
        new MqttSocketFactory(
            options.tls() ? (SSLSocketFactory) SSLSocketFactory.getDefault() : null,
            clock.monotonic());
    try {
      Connection connection = new Connection(sockets, events);
      connection.open(more);
      return connection;
    } catch (MqttException e) {
      throw new IOException(PahoFailure.describe(e), e);
    }
  }

  private MqttConnectOptions connectOptions(MqttSocketFactory sockets) {
    MqttConnectOptions connect = new MqttConnectOptions();
    connect.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
    connect.setCleanSession(true);
    connect.setKeepAliveInterval(timing.keepAliveSeconds());
    connect.setConnectionTimeout(
        Math.toIntExact(TimeUnit.MILLISECONDS.toSeconds(timing.tcpMillis())));
    connect.setAutomaticReconnect(false);
    connect.setSocketFactory(sockets);
    MqttOptions.Credentials credentials = options.credentials();
    if (credentials != null) {
      connect.setUserName(credentials.user());
      connect.setPassword(credentials.password().toCharArray());
    }
    return connect;
  }

  private final class Connection implements MqttConnection {
    private final MqttSocketFactory sockets;
    private final PingTimer pingTimer = new PingTimer(clock.monotonic());
    private final PingOnDemand pings = new PingOnDemand(pingTimer);
    private final MqttAsyncClient client;
    private boolean grantedAll = true;

    private Connection(MqttSocketFactory sockets, MqttEvents events) throws MqttException {
      this.sockets = sockets;
      client =
          new MqttAsyncClient(
              PahoFailure.tcpUri(options), options.clientId(), new MemoryPersistence(), pings);
      client.setCallback(new Callback(events)); // before connecting, or messages are dropped
    }

    private void open(List<String> more) throws MqttException {
      boolean open = false;
      try {
        client.connect(connectOptions(sockets)).waitForCompletion(timing.answerMillis());
        if (!subscribe(options.filter())) {
          throw new MqttException(MqttException.REASON_CODE_SUBSCRIBE_FAILED);
        }
        for (String filter : more) {
          grantedAll &= subscribe(filter);
        }
        open = true;
      } finally {
        if (!open) {
          close(false);
        }
      }
    }

    private boolean subscribe(String filter) throws MqttException {
      IMqttToken subscribed = client.subscribe(filter, 1);
      subscribed.waitForCompletion(timing.answerMillis());
      return subscribed.getGrantedQos()[0] != SUBSCRIPTION_REFUSED;
    }

    @Override
    public boolean grantedAll() {
      return grantedAll;
    }

    @Override
    public void publish(String topic, byte[] payload, PublishEvents events) throws IOException {
      try {
        client.publish(topic, payload, 1, true, null, new Publication(events));
      } catch (MqttException e) {
        throw new IOException(PahoFailure.describe(e), e);
      }
    }

    @Override
    public void subscribeAgain() throws IOException {
      try {
        client.subscribe(options.filter(), 1);
      } catch (MqttException e) {
        throw new IOException(PahoFailure.describe(e), e);
      }
    }

    @Override
    public void pingIfDue() {
      pings.check();
    }

    @Override
    public long pingMicros() {
      return pingTimer.micros();
    }

    @Override
    public long lastReadNanos() {
      return sockets.lastReadNanos();
    }

    @Override
    public void close(boolean politely) {
      try {
        if (politely) {
          client.disconnectForcibly(0, PahoFailure.GOODBYE_MILLIS);
        }
        sockets.close(PahoFailure.SETTLE_MILLIS);
        client.disconnectForcibly(0, 0, false);
        Runnable senderNotice = pings.senderNotice(); // the client forgets whom to tell
        client.close();
        PahoFailure.endSender(senderNotice);
      } catch (MqttException | IOException e) {
        LOG.debug("Closing a connection to {} failed", address(), e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final class Callback implements MqttCallback {
    private final MqttEvents events;

    private Callback(MqttEvents events) {
      this.events = events;
    }

    @Override
    public void connectionLost(@Nullable Throwable cause) {
      events.lost(cause == null ? "the connection was closed" : PahoFailure.describe(cause));
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      events.message(topic, message.getPayload(), message.isRetained(), message.isDuplicate());
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
      // each message has a listener of its own
    }
  }

  /** Pings when the supervisor asks, instead of with a timer thread per connection. */
  private static final class PingOnDemand implements MqttPingSender {
    private final PingTimer timer;
    private volatile @Nullable ClientComms comms;
    private volatile boolean started;

    private PingOnDemand(PingTimer timer) {
      this.timer = timer;
    }

    @Override
    public void init(ClientComms clientComms) {
      comms = clientComms;
    }

    @Override
    public void start() {
      started = true;
    }

    @Override
    public void stop() {
      started = false;
    }

    @Override
    public void schedule(long delayMillis) {
      // the supervisor looks more often than any delay asks for
    }

    /** Has the client's sender look whether it is to end. */
    private Runnable senderNotice() {
      ClientComms current = comms;
      return current == null ? () -> {} : current.getClientState()::notifyQueueLock;
    }

    private void check() {
      ClientComms current = comms;
      if (started && current != null) {
        current.checkForActivity(new Answer(timer.begin()));
      }
    }
  }

  /** Is told what became of a message. */
  private static final class Publication implements IMqttActionListener {
    private final PublishEvents events;

    private Publication(PublishEvents events) {
      this.events = events;
    }

    @Override
    public void onSuccess(@Nullable IMqttToken token) {
      events.confirmed();
    }

    @Override
    public void onFailure(@Nullable IMqttToken token, @Nullable Throwable cause) {
      events.failed();
    }
  }

  /** Is told that a ping was answered. */
  private static final class Answer implements IMqttActionListener {
    private final Runnable answered;

    private Answer(Runnable answered) {
      this.answered = answered;
    }

    @Override
    public void onSuccess(@Nullable IMqttToken token) {
      answered.run();
    }

    @Override
    public void onFailure(@Nullable IMqttToken token, @Nullable Throwable cause) {
      // the supervisor notices that nothing is read
    }
  }
}
