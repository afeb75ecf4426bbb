package org.wardbeat.bridge.alarm.share;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wardbeat.bridge.intake.Reason;
import org.wardbeat.bridge.intake.RefusedException;
import org.wardbeat.wire.ward.BedId;

/**
 * A topic on which one bridge tells the others, {@code wardbeat/v1-bridge/{unit}/{bed}/…/{bridge}}.
 * Each bridge writes its own topics only, so that none can overwrite what another one said.
 *
 * @param name the topic as it is
 * @param unit the unit
 * @param bed the bed, empty for the whole unit
 * @param what what it is about
 * @param key which of its kind; empty where a bed has one
 * @param bridge the bridge that writes it
 */
record ShareTopic(String name, String unit, String bed, What what, String key, String bridge) {
  /** What all these topics begin with. */
  static final String PREFIX = "wardbeat/v1-bridge/";

  private static final int MAX_LABEL = 128;
  private static final String RESERVED = "%/+#";
  private static final String EXPECTED =
      "expected wardbeat/v1-bridge/UNIT/BED/ and one of acknowledged/CONDITION/BRIDGE, held/KIND/BRIDGE, limits/BRIDGE,"
          + " observed/PARAMETER/BRIDGE, stay/BRIDGE; the message was refused";

  /** What bridges tell each other. */
  enum What {
    ACKNOWLEDGED("acknowledged", true),
    HELD("held", true),
    LIMITS("limits", false),
    OBSERVED("observed", true),
    STAY("stay", false);

    private final String level;
    private final boolean keyed;

    What(String level, boolean keyed) {
      this.level = level;
      this.keyed = keyed;
    }
  }

  /** The topic of something. */
  static ShareTopic of(String unit, String bed, What what, String key, String bridge) {
    Stream<String> levels =
        what.keyed
            ? Stream.of(unit, bed, what.level, key, bridge)
            : Stream.of(unit, bed, what.level, bridge);
    String name = PREFIX + levels.map(ShareTopic::escape).collect(Collectors.joining("/"));
    return new ShareTopic(name, unit, bed, what, key, bridge);
  }

  static ShareTopic parse(String topic) throws RefusedException {
    if (topic.startsWith(PREFIX)) {
      List<String> levels = List.of(topic.substring(PREFIX.length()).split("/", -1));
      for (What what : What.values()) {
        if (levels.size() == (what.keyed ? 5 : 4) && levels.get(2).equals(what.level)) {
          return parse(topic, what, levels);
        }
      }
    }
    throw refused(topic);
  }

  private static ShareTopic parse(String topic, What what, List<String> levels)
      throws RefusedException {
    String unit = label(topic, levels.get(0), BedId.MAX_LENGTH);
    boolean whole = what == What.HELD && levels.get(1).isEmpty();
    String bed = whole ? "" : label(topic, levels.get(1), BedId.MAX_LENGTH);
    String key = what.keyed ? label(topic, levels.get(3), MAX_LABEL) : "";
    return new ShareTopic(topic, unit, bed, what, key, label(topic, levels.getLast(), MAX_LABEL));
  }

  private static String label(String topic, String level, int max) throws RefusedException {
    String label = unescape(topic, level);
    if (label.isBlank()
        || label.length() > max
        || label.chars().anyMatch(Character::isISOControl)) {
      throw refused(topic);
    }
    return label;
  }

  /** The bed it is about; only where it is about one. */
  BedId bedId() {
    return new BedId(unit, bed);
  }

  /** Writes a name so that it is one level of a topic, as in a URL. */
  private static String escape(String name) {
    StringBuilder escaped = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (RESERVED.indexOf(c) >= 0 || Character.isISOControl(c)) {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          escaped.append('%').append("%02X".formatted(b));
        }
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static String unescape(String topic, String level) throws RefusedException {
    if (level.indexOf('%') < 0) {
      return level;
    }
    byte[] bytes = level.getBytes(StandardCharsets.UTF_8);
    ByteBuffer plain = ByteBuffer.allocate(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        plain.put(bytes[i]);
        continue;
      }
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw refused(topic);
      }
      plain.put((byte) (high << 4 | low));
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(plain.flip()).toString();
    } catch (CharacterCodingException e) {
      throw refused(topic);
    }
  }

  private static RefusedException refused(String topic) {
    String shown = topic.length() <= 200 ? topic : topic.substring(0, 200) + "…";
    return new RefusedException(Reason.TOPIC, shown.replaceAll("\\p{Cntrl}", "?"), EXPECTED);
  }
}
