package org.wardbeat.simulator.device;

import java.util.stream.IntStream;
import org.wardbeat.wire.ward.BedId;

/** The topics of one bed, after {@code docs/MAPPING.md}. */
final class Topics {
  private final String prefix;
  private final String[] waveforms;

  Topics(BedId bed, int channels) {
    prefix = "wardbeat/v1/" + segment(bed.unit()) + "/" + segment(bed.bed()) + "/";
    waveforms =
        IntStream.range(0, channels).mapToObj(i -> prefix + "waveform/" + i).toArray(String[]::new);
  }

  private static String segment(String label) {
    if (label.chars().anyMatch(c -> c == '/' || c == '+' || c == '#' || c == 0)) {
      throw new IllegalArgumentException(
          "\"" + label + "\" holds one of the characters / + # or NUL; choose another label.");
    }
    return label;
  }

  String birth() {
    return prefix + "birth";
  }

  String status() {
    return prefix + "status";
  }

  String numerics() {
    return prefix + "numerics";
  }

  String alarm(String condition) {
    return prefix + "alarm/" + segment(condition);
  }

  String waveform(int channel) {
    return waveforms[channel];
  }
}
