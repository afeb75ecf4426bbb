package org.wardbeat.station.language;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * In what temperatures are shown and entered. They travel, and are kept and watched, in tenths of
 * °C. Each of these shows as another tenth of °F, but not each tenth of °F is one of them.
 */
public enum TemperatureUnit {
  CELSIUS("°C"),
  FAHRENHEIT("°F");

  private static final BigDecimal DEGREES = new BigDecimal("1.8");
  private static final BigDecimal FREEZING = new BigDecimal("32");

  private final String symbol;

  TemperatureUnit(String symbol) {
    this.symbol = symbol;
  }

  /** {@code °C}. */
  public String symbol() {
    return symbol;
  }

  /** A temperature in °C in this unit, with one decimal, rounded half up. */
  public BigDecimal of(BigDecimal celsius) {
    BigDecimal value =
        switch (this) {
          case CELSIUS -> celsius;
          case FAHRENHEIT -> celsius.multiply(DEGREES).add(FREEZING);
        };
    return value.setScale(1, RoundingMode.HALF_UP);
  }

  /** The temperature in °C, with one decimal, nearest to one in this unit, rounded half up. */
  public BigDecimal celsius(BigDecimal entered) {
    return switch (this) {
      case CELSIUS -> entered.setScale(1, RoundingMode.HALF_UP);
      case FAHRENHEIT -> entered.subtract(FREEZING).divide(DEGREES, 1, RoundingMode.HALF_UP);
    };
  }

  /** Whether a temperature in this unit shows as it was entered once it is kept. */
  public boolean keeps(BigDecimal entered) {
    return of(celsius(entered)).compareTo(entered) == 0;
  }
}
