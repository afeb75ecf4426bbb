package org.wardbeat.station.patient;

import java.util.Locale;

/** Names of constants in the style sheet and in ids. */
final class StyleNames {
  private StyleNames() {}

  /** {@code nibp-sys} for {@code NIBP_SYS}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
