package org.wardbeat.station.tail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.wardbeat.station.link.Subscription;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.VitalSign;

/**
 * What is printed of the beds.
 *
 * @param signs the vital signs
 * @param kinds the other things
 * @param names whether patients' names are printed
 */
public record TailFields(Set<VitalSign> signs, Set<Kind> kinds, boolean names) {
  /** What may be printed beside vital signs. */
  public enum Kind {
    /** Samples, and where some are missing. */
    WAVES,
    /** Alarms of the devices. */
    ALARMS,
    /** Who is monitored by which device, and how the device does. */
    STATE
  }

  private static final String NUMERICS = "numerics";

  /** Vital signs, alarms and states. */
  public static final TailFields USUAL =
      new TailFields(EnumSet.allOf(VitalSign.class), EnumSet.of(Kind.ALARMS, Kind.STATE), false);

  public TailFields {
    signs = Set.copyOf(signs);
    kinds = Set.copyOf(kinds);
  }

  /**
   * Reads a list of names: vital signs, {@code numerics} for all of them, {@code waves}, {@code
   * alarms}, {@code state}.
   *
   * @throws IllegalArgumentException if one is unknown; the message says what there is
   */
  public static TailFields of(List<String> words, boolean names) {
    Set<VitalSign> signs = EnumSet.noneOf(VitalSign.class);
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (String word : words) {
      String name = word.strip().toUpperCase(Locale.ROOT);
      if (name.equals(NUMERICS.toUpperCase(Locale.ROOT))) {
        signs.addAll(EnumSet.allOf(VitalSign.class));
      } else if (has(VitalSign.values(), name)) {
        signs.add(VitalSign.valueOf(name));
      } else if (has(Kind.values(), name)) {
        kinds.add(Kind.valueOf(name));
      } else {
        throw new IllegalArgumentException(
            "expected some of %s, %s, got '%s'"
                .formatted(
                    NUMERICS + ", waves, alarms, state",
                    Arrays.stream(VitalSign.values())
                        .map(VitalSign::name)
                        .collect(Collectors.joining(", ")),
                    word));
      }
    }
    return new TailFields(signs, kinds, names);
  }

  private static boolean has(Enum<?>[] constants, String name) {
    return Arrays.stream(constants).anyMatch(constant -> constant.name().equals(name));
  }

  /**
   * What has to be asked of the bridge.
   *
   * @param units empty for all
   * @param beds labels within each of them; empty for all
   */
  public Subscription subscription(List<String> units, List<String> beds) {
    List<Frame.Selection> selections = new ArrayList<>();
    for (String unit : units.isEmpty() ? List.of("") : units) {
      for (String bed : beds.isEmpty() ? List.of("") : beds) {
        selections.add(
            new Frame.Selection(unit, bed, lanes(), signs, Frame.Selection.ALL_CHANNELS));
      }
    }
    return new Subscription(selections, 0, 0, 0);
  }

  private Set<Frame.Lane> lanes() {
    Set<Frame.Lane> lanes = EnumSet.noneOf(Frame.Lane.class);
    if (!signs.isEmpty()) {
      lanes.add(Frame.Lane.NUMERICS);
    }
    if (kinds.contains(Kind.WAVES)) {
      lanes.add(Frame.Lane.WAVEFORMS);
    }
    if (kinds.contains(Kind.ALARMS)) {
      lanes.add(Frame.Lane.ALARMS);
    }
    if (names) {
      lanes.add(Frame.Lane.NAMES);
    }
    return lanes;
  }
}
