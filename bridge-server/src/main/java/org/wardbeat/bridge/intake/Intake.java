package org.wardbeat.bridge.intake;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.wardbeat.bridge.mqtt.InboundMessage;
import org.wardbeat.bridge.mqtt.MqttListener;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;

/**
 * Puts each message into the inbox of its bed's ward loop. Looks only at a message's topic and
 * size: an oversized payload costs a count.
 */
public final class Intake implements MqttListener {
  private final List<Inbox> inboxes;
  private final Quarantine quarantine;
  private final Consumer<BrokerState> brokerStates;
  private final LongAdder messages = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  /**
   * @param inboxes one per ward loop; a bed always has the same
   * @param quarantine is told of all that is refused
   * @param brokerStates is told how the connection to the broker is
   */
  public Intake(List<Inbox> inboxes, Quarantine quarantine, Consumer<BrokerState> brokerStates) {
    this.inboxes = List.copyOf(inboxes);
    this.quarantine = quarantine;
    this.brokerStates = brokerStates;
  }

  @Override
  public void onMessage(InboundMessage message) {
    messages.increment();
    bytes.add(message.payload().length);
    try {
      NativeTopic topic = NativeTopic.parse(message.topic());
      if (message.payload().length > PayloadReader.MAX_BYTES) {
        quarantine.refuse(oversized(topic, message.payload().length));
      } else {
        inboxes.get(shard(topic.bed())).offer(topic, message);
      }
    } catch (RefusedException e) {
      quarantine.refuse(e.refusal());
    }
  }

  private static Refusal oversized(NativeTopic topic, int length) {
    return new Refusal(
        Reason.OVERSIZED,
        topic.name(),
        "expected a payload of at most %d bytes, got %d; the message was refused"
            .formatted(PayloadReader.MAX_BYTES, length));
  }

  private int shard(BedId bed) {
    return Math.floorMod(bed.hashCode(), inboxes.size());
  }

  @Override
  public void onBroker(BrokerState state) {
    brokerStates.accept(state);
  }

  /** How many messages came, refused ones included. */
  public long messages() {
    return messages.sum();
  }

  /** How many bytes of payload came. */
  public long bytes() {
    return bytes.sum();
  }
}
