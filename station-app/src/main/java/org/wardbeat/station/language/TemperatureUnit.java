package org.wardbeat.station.language;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** In what temperatures are shown. They travel, and are entered and watched, in °C. */
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
}
