package org.wardbeat.simulator.replay;

import java.util.Locale;
import java.util.regex.Pattern;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/** Names, kinds and units of recorded signals in Wardbeat's words. */
final class Channels {
  private static final Pattern LEAD =
      Pattern.compile("(ML)?I{1,3}|(MC|CM|ML)?[VL]?[1-6]|V|AV[RLF]|ECG.*|MCL?[0-9]");

  private Channels() {}

  static WaveformChannel channel(
      String name, String unit, double frequencyHz, double adcPerUnit, int baseline) {
    String code = name.isBlank() ? "?" : shortened(name.strip());
    return new WaveformChannel(
        code, kind(code), frequencyHz, adcPerUnit, baseline, shortened(ucum(unit)));
  }

  private static String shortened(String text) {
    return text.length() > WaveformChannel.MAX_LENGTH
        ? text.substring(0, WaveformChannel.MAX_LENGTH)
        : text;
  }

  private static SignalKind kind(String code) {
    String name = code.toUpperCase(Locale.ROOT);
    if (name.startsWith("PLETH")) {
      return SignalKind.PLETH;
    }
    if (name.startsWith("RESP")) {
      return SignalKind.RESP;
    }
    if (name.startsWith("ABP") || name.startsWith("ART")) {
      return SignalKind.ART;
    }
    if (name.startsWith("CO2")) {
      return SignalKind.CO2;
    }
    return LEAD.matcher(name).matches() ? SignalKind.ECG : SignalKind.OTHER;
  }

  private static String ucum(String unit) {
    return switch (unit) {
      case "mmHg" -> "mm[Hg]";
      case "NU", "nu" -> "1";
      default -> unit;
    };
  }
}
