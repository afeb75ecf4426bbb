package org.wardbeat.bridge.alarm.share;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.bridge.alarm.AlarmSystem;
import org.wardbeat.bridge.alarm.SharedAct;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.bridge.intake.Quarantine;
import org.wardbeat.bridge.intake.Reason;
import org.wardbeat.bridge.intake.Refusal;
import org.wardbeat.bridge.intake.RefusedException;
import org.wardbeat.bridge.mqtt.InboundMessage;
import org.wardbeat.bridge.mqtt.MqttListener;
import org.wardbeat.bridge.mqtt.MqttSource;
import org.wardbeat.wire.ward.BrokerState;

/**
 * Tells other bridges what was done here, once it is stored, and takes in what was done there. Each
 * bridge writes retained messages on topics of its own, and merges those of all, its own included:
 * so none overwrites another's, a bridge that starts with nothing finds what all know, and what is
 * merged is never told again. On each connection a bridge tells anew what it knows, because the
 * broker may have forgotten.
 *
 * <p>Safe for use by any thread. Started and closed once.
 */
public final class AlarmShare implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmShare.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final MqttSource source;
  private final AlarmSystem alarms;
  private final String bridge;
  private final BridgeClock clock;
  private final ShareCodec codec = new ShareCodec();
  private final ShareInbox inbox = new ShareInbox();
  private final Quarantine quarantine;
  private final LongAdder merged = new LongAdder();
  private @Nullable Thread thread;

  /**
   * @param source where it is told; not started yet, and started and closed elsewhere
   * @param alarms what is told and merged into; started before this
   * @param bridge this bridge's name, by which its topics are told from those of others
   */
  public AlarmShare(MqttSource source, AlarmSystem alarms, String bridge, BridgeClock clock) {
    this.source = source;
    this.alarms = alarms;
    this.bridge = bridge;
    this.clock = clock;
    quarantine = new Quarantine(clock.monotonic());
  }

  /** Begins to tell and to listen. Before the source is started. */
  public void start() {
    alarms.onShared(this::tell);
    source.listen(ShareTopic.PREFIX, new FromBroker());
    thread = Thread.ofPlatform().daemon().name("alarm-share").start(this::run);
  }

  /** Ends listening. The source may still publish what was told before. */
  @Override
  public void close() {
    Thread running = thread;
    if (running == null) {
      return;
    }
    inbox.close();
    try {
      if (!running.join(PATIENCE)) {
        running.interrupt(); // it waits for alarms that are behind or have ended
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many messages were taken in, those that were no news included. */
  public long merged() {
    return merged.sum();
  }

  /** How many messages were refused for a reason. */
  public long refused(Reason reason) {
    return quarantine.refused(reason);
  }

  /** On the alarms' thread, and so in the order in which things happened. */
  private void tell(SharedAct act) {
    String topic = codec.topic(act, bridge).name();
    if (!source.publish(topic, codec.payload(act))) {
      LOG.error("Other bridges cannot be told on {}: too much waits for the broker", topic);
    }
  }

  private void run() {
    try {
      while (inbox.await()) {
        if (inbox.takeRefresh()) {
          alarms.shareAll();
        }
        InboundMessage message = inbox.take();
        if (message != null) {
          merge(message);
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("Interrupted while closing", e);
    }
  }

  private void merge(InboundMessage message) {
    try {
      alarms.merge(
          codec.read(ShareTopic.parse(message.topic()), message.payload(), clock.micros()));
      merged.increment();
    } catch (RefusedException e) {
      quarantine.refuse(e.refusal());
    } catch (RuntimeException e) {
      LOG.error("Failed at what another bridge told on {}", message.topic(), e);
      quarantine.count(Reason.INTERNAL);
    }
  }

  /** Puts messages aside on the client's thread. */
  private final class FromBroker implements MqttListener {
    @Override
    public void onMessage(InboundMessage message) {
      if (message.payload().length == 0) {
        return; // what was told there is withdrawn, and what was merged stays
      }
      if (message.payload().length > ShareCodec.MAX_BYTES) {
        quarantine.refuse(
            new Refusal(
                Reason.OVERSIZED,
                ShareTopic.PREFIX + "…",
                "expected a payload of at most %d bytes, got %d; the message was refused"
                    .formatted(ShareCodec.MAX_BYTES, message.payload().length)));
      } else if (!inbox.offer(message)) {
        quarantine.refuse(
            new Refusal(
                Reason.OVERFLOW,
                ShareTopic.PREFIX + "…",
                "messages on more than %d topics wait; the message was refused"
                    .formatted(ShareInbox.MAX_TOPICS)));
      }
    }

    @Override
    public void onBroker(BrokerState state) {
      if (state.up()) {
        inbox.refresh();
      }
    }
  }
}
