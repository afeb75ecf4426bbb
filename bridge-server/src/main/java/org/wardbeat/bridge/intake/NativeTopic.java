package org.wardbeat.bridge.intake;

import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * A topic of Wardbeat's native layout, {@code wardbeat/v1/{unit}/{bed}/…}.
 *
 * @param name the topic as it came
 * @param bed the bed it is about
 * @param kind what its payload is
 * @param channel the waveform's channel, 0 for other kinds
 * @param condition the alarm's condition, empty for other kinds
 */
record NativeTopic(String name, BedId bed, Kind kind, int channel, String condition) {
  private static final String PREFIX = "wardbeat/v1/";
  private static final String ALARM_PREFIX = "alarm/";
  private static final String EXPECTED =
      "expected wardbeat/v1/UNIT/BED/ and one of birth, status, numerics, waveform/INDEX, alarm/CONDITION, with"
          + " labels of 1 to 64 characters; the message was refused";

  /** What a payload is. */
  enum Kind {
    BIRTH,
    STATUS,
    NUMERICS,
    WAVEFORM,
    ALARM
  }

  static NativeTopic parse(String topic) throws RefusedException {
    if (topic.startsWith(PREFIX)) {
      int unitEnd = topic.indexOf('/', PREFIX.length());
      int bedEnd = unitEnd < 0 ? -1 : topic.indexOf('/', unitEnd + 1);
      if (bedEnd > 0) {
        String unit = topic.substring(PREFIX.length(), unitEnd);
        String bed = topic.substring(unitEnd + 1, bedEnd);
        if (isLabel(unit) && isLabel(bed)) {
          return parseLeaf(topic, new BedId(unit, bed), topic.substring(bedEnd + 1));
        }
      }
    }
    throw refused(topic);
  }

  private static NativeTopic parseLeaf(String topic, BedId bed, String leaf)
      throws RefusedException {
    return switch (leaf) {
      case "birth" -> new NativeTopic(topic, bed, Kind.BIRTH, 0, "");
      case "status" -> new NativeTopic(topic, bed, Kind.STATUS, 0, "");
      case "numerics" -> new NativeTopic(topic, bed, Kind.NUMERICS, 0, "");
      default ->
          leaf.startsWith(ALARM_PREFIX)
              ? new NativeTopic(topic, bed, Kind.ALARM, 0, parseCondition(topic, leaf))
              : new NativeTopic(topic, bed, Kind.WAVEFORM, parseChannel(topic, leaf), "");
    };
  }

  private static String parseCondition(String topic, String leaf) throws RefusedException {
    String condition = leaf.substring(ALARM_PREFIX.length());
    if (!isLabel(condition) || condition.contains("/")) {
      throw refused(topic);
    }
    return condition;
  }

  private static int parseChannel(String topic, String leaf) throws RefusedException {
    String prefix = "waveform/";
    int digits = leaf.length() - prefix.length();
    if (leaf.startsWith(prefix) && (digits == 1 || digits == 2)) {
      int channel = 0;
      boolean number = true;
      for (int i = prefix.length(); i < leaf.length(); i++) {
        char digit = leaf.charAt(i);
        number &= digit >= '0' && digit <= '9';
        channel = channel * 10 + digit - '0';
      }
      boolean leadingZero = digits == 2 && channel < 10;
      if (number && !leadingZero && channel < WaveformChannel.MAX_CHANNELS) {
        return channel;
      }
    }
    throw refused(topic);
  }

  private static boolean isLabel(String text) {
    return !text.isBlank()
        && text.length() <= BedId.MAX_LENGTH
        && text.chars().noneMatch(Character::isISOControl);
  }

  private static RefusedException refused(String topic) {
    String shown = topic.length() <= 200 ? topic : topic.substring(0, 200) + "…";
    return new RefusedException(Reason.TOPIC, printable(shown), EXPECTED);
  }

  /** Keeps a topic from writing lines of its own into a log. */
  private static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
