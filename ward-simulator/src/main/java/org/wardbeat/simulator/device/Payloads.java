package org.wardbeat.simulator.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.WaveformChannel;

/** The payloads of a device, after {@code docs/MAPPING.md}. */
final class Payloads {
  /** The most samples of one waveform message. */
  static final int MAX_SAMPLES = 16_384;

  private static final int WAVEFORM_FORMAT = 1;
  private static final int WAVEFORM_HEADER_BYTES = 24;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Payloads() {}

  static byte[] birth(
      long birth,
      Instant time,
      String deviceId,
      Optional<Patient> patient,
      boolean simulated,
      List<WaveformChannel> channels) {
    ObjectNode root = object().put("birth", birth).put("time", text(time));
    root.putObject("device").put("id", deviceId);
    if (patient.isPresent()) {
      root.putObject("patient")
          .put("id", patient.get().identifier())
          .put("family", patient.get().familyName())
          .put("given", patient.get().givenName());
    } else {
      root.putNull("patient");
    }
    root.put("simulated", simulated);
    ArrayNode list = root.putArray("channels");
    for (WaveformChannel channel : channels) {
      put(list.addObject(), channel);
    }
    return bytes(root);
  }

  private static void put(ObjectNode node, WaveformChannel channel) {
    node.put("code", channel.code())
        .put("kind", channel.kind().name())
        .put("frequencyHz", channel.frequencyHz())
        .put("adcPerUnit", channel.adcPerUnit())
        .put("baseline", channel.baseline())
        .put("unit", channel.unit());
    if (channel.lowest() != Integer.MIN_VALUE) {
      node.put("lowest", channel.lowest());
    }
    if (channel.highest() != Integer.MAX_VALUE) {
      node.put("highest", channel.highest());
    }
  }

  static byte[] status(long birth, Instant time, DeviceStatus status) {
    ObjectNode root =
        object().put("birth", birth).put("time", text(time)).put("online", status.online());
    ArrayNode leads = root.putArray("leadsOff");
    for (Electrode electrode : status.leadsOff()) {
      leads.add(electrode.name());
    }
    if (status.batteryPercent() != DeviceStatus.BATTERY_UNKNOWN) {
      root.put("batteryPercent", status.batteryPercent());
    }
    return bytes(root);
  }

  /** The last will, which is also what a device says that goes on purpose. */
  static byte[] goodbye(long birth) {
    return bytes(object().put("birth", birth).put("online", false));
  }

  static byte[] alarm(long birth, Instant time, DeviceAlarm alarm, boolean active, Instant onset) {
    ObjectNode root =
        object()
            .put("birth", birth)
            .put("time", text(time))
            .put("priority", alarm.priority().name().toLowerCase(Locale.ROOT))
            .put("active", active)
            .put("text", alarm.text())
            .put("onset", text(onset));
    AlarmKind kind = alarm.kind();
    if (kind != null) {
      root.put("kind", kind.name().toLowerCase(Locale.ROOT));
    }
    return bytes(root);
  }

  static byte[] numerics(long birth, long seq, Instant time, List<Measurement> measurements) {
    ObjectNode root = object().put("birth", birth).put("seq", seq).put("time", text(time));
    ObjectNode values = root.putObject("values");
    for (Measurement measurement : measurements) {
      String name = measurement.sign().name();
      if (measurement.value().isEmpty()) {
        values.putNull(name);
      } else if (measurement.age().equals(Duration.ZERO)) {
        values.put(name, measurement.value().get());
      } else {
        values
            .putObject(name)
            .put("value", measurement.value().get())
            .put("time", text(time.minus(measurement.age())));
      }
    }
    return bytes(root);
  }

  /**
   * Consecutive valid samples of a channel.
   *
   * @param from the first one in {@code samples}
   * @param count 1 to {@link #MAX_SAMPLES}
   * @param index of the first one since the birth
   * @param endMicros the device's time at the end of the last one
   */
  static byte[] waveform(
      long birth, int[] samples, int from, int count, long index, long endMicros) {
    int width = 2;
    for (int i = from; i < from + count; i++) {
      if (samples[i] != (short) samples[i]) {
        width = 4;
        break;
      }
    }
    ByteBuffer buffer = ByteBuffer.allocate(WAVEFORM_HEADER_BYTES + count * width);
    buffer.put((byte) WAVEFORM_FORMAT).put((byte) width).putShort((short) count);
    buffer.putInt((int) birth).putLong(index).putLong(endMicros);
    for (int i = from; i < from + count; i++) {
      if (width == 2) {
        buffer.putShort((short) samples[i]);
      } else {
        buffer.putInt(samples[i]);
      }
    }
    return buffer.array();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS).toString();
  }

  private static byte[] bytes(ObjectNode root) {
    try {
      return JSON.writeValueAsBytes(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values is always JSON", e);
    }
  }
}
