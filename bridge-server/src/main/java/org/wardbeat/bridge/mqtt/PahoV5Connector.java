package org.wardbeat.bridge.mqtt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttClientException;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.MqttPingSender;
import org.eclipse.paho.mqttv5.client.internal.ClientComms;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.bridge.clock.BridgeClock;

/**
 * Connections with Paho's client for MQTT 5: a new client for each, since a used one keeps threads
 * and state. The broker keeps the session for a minute, as long as the bridge's rings reach back.
 * Topic aliases stay unset: the client's lookup of them is wrong.
 */
final class PahoV5Connector implements MqttConnector {
  private static final Logger LOG = LoggerFactory.getLogger(PahoV5Connector.class);
  private static final long SESSION_SECONDS = 60;
  private static final long MAX_PACKET_BYTES = 16 << 20;
  private static final int FIRST_FAILURE_CODE = 0x80;

  private final MqttOptions options;
  private final Timing timing;
  private final BridgeClock clock;

  PahoV5Connector(MqttOptions options, Timing timing, BridgeClock clock) {
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

  private MqttConnectionOptions connectOptions(MqttSocketFactory sockets) {
    MqttConnectionOptions connect = new MqttConnectionOptions();
    connect.setCleanStart(false);
    connect.setSessionExpiryInterval(SESSION_SECONDS);
    connect.setMaximumPacketSize(MAX_PACKET_BYTES);
    connect.setKeepAliveInterval(timing.keepAliveSeconds());
    connect.setConnectionTimeout(
        Math.toIntExact(TimeUnit.MILLISECONDS.toSeconds(timing.tcpMillis())));
    connect.setAutomaticReconnect(false);
    connect.setSocketFactory(sockets);
    MqttOptions.Credentials credentials = options.credentials();
    if (credentials != null) {
      connect.setUserName(credentials.user());
      connect.setPassword(credentials.password().getBytes(StandardCharsets.UTF_8));
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
              PahoFailure.tcpUri(options),
              options.clientId(),
              new MemoryPersistence(),
              pings,
              null);
      client.setCallback(new Callback(events)); // before connecting, or messages are dropped
    }

    private void open(List<String> more) throws MqttException {
      boolean open = false;
      try {
        client.connect(connectOptions(sockets)).waitForCompletion(timing.answerMillis());
        if (!subscribe(options.filter())) {
          throw new MqttException(MqttClientException.REASON_CODE_SUBSCRIBE_FAILED);
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
      return subscribed.getReasonCodes()[0] < FIRST_FAILURE_CODE;
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
          client.disconnectForcibly(0, PahoFailure.GOODBYE_MILLIS, true);
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
    public void disconnected(@Nullable MqttDisconnectResponse response) {
      MqttException cause = response == null ? null : response.getException();
      events.lost(cause == null ? "the connection was closed" : PahoFailure.describe(cause));
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
      LOG.warn("The MQTT client reports: {}", PahoFailure.describe(exception));
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
      events.message(topic, message.getPayload(), message.isRetained(), message.isDuplicate());
    }

    @Override
    public void deliveryComplete(IMqttToken token) {
      // each message has a listener of its own
    }

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {
      // the supervisor waits for it
    }

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {
      // no enhanced authentication is asked for
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
  private static final class Publication implements MqttActionListener {
    private final PublishEvents events;

    private Publication(PublishEvents events) {
      this.events = events;
    }

    @Override
    public void onSuccess(IMqttToken token) {
      int[] codes = token.getReasonCodes();
      if (codes != null && codes.length > 0 && codes[0] >= FIRST_FAILURE_CODE) {
        events.refused(codes[0]);
      } else {
        events.confirmed();
      }
    }

    @Override
    public void onFailure(@Nullable IMqttToken token, @Nullable Throwable cause) {
      events.failed();
    }
  }

  /** Is told that a ping was answered. */
  private static final class Answer implements MqttActionListener {
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
