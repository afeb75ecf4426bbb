package org.wardbeat.bridge.intake;

import java.util.Optional;
import org.wardbeat.bridge.mqtt.InboundMessage;

/** Reads the payloads of Wardbeat's native layout. Thread-safe. */
final class PayloadReader {
  /** Largest payload that is looked at, in bytes. */
  static final int MAX_BYTES = 256 << 10;

  private final JsonPayload json = new JsonPayload(MAX_BYTES);
  private final Quarantine quarantine;

  PayloadReader(Quarantine quarantine) {
    this.quarantine = quarantine;
  }

  /** What the message says; empty if it is refused, which the quarantine then knows. */
  Optional<Observation> read(NativeTopic topic, InboundMessage message) {
    try {
      return Optional.of(parse(topic, message.payload()));
    } catch (RefusedException e) {
      quarantine.refuse(e.refusal());
      return Optional.empty();
    }
  }

  private Observation parse(NativeTopic topic, byte[] payload) throws RefusedException {
    return switch (topic.kind()) {
      case BIRTH ->
          payload.length == 0 ? new Observation.Removal(topic.bed()) : json.birth(topic, payload);
      case STATUS -> json.status(topic, payload);
      case NUMERICS -> json.numerics(topic, payload, quarantine::refuse);
      case WAVEFORM -> WaveformPayload.parse(topic, payload);
      case ALARM ->
          payload.length == 0
              ? new Observation.AlarmCleared(topic.bed(), topic.condition())
              : json.alarm(topic, payload);
    };
  }
}
