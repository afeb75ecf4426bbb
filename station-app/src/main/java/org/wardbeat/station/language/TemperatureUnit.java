package org.wardbeat.station.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

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

  /**
   * The temperature in °C, with one decimal, that shows in this unit as a value does; empty if none
   * does.
   */
  public Optional<BigDecimal> celsius(BigDecimal shown) {
    BigDecimal nearest = exactCelsius(shown, RoundingMode.HALF_UP);
    return Optional.of(nearest).filter(each -> of(each).compareTo(shown) == 0);
  }

  /**
   * What shows in this unit next below and next above a value that cannot be kept as it is; empty
   * if it can be, or if one of the two is out of a range.
   *
   * @param least the least of the range, in °C
   * @param most the greatest
   */
  public List<BigDecimal> beside(BigDecimal shown, BigDecimal least, BigDecimal most) {
    BigDecimal below = exactCelsius(shown, RoundingMode.FLOOR);
    BigDecimal above = exactCelsius(shown, RoundingMode.CEILING);
    boolean within = below.compareTo(least) >= 0 && above.compareTo(most) <= 0;
    return within && celsius(shown).isEmpty() ? List.of(of(below), of(above)) : List.of();
  }

  private BigDecimal exactCelsius(BigDecimal shown, RoundingMode rounding) {
    return switch (this) {
      case CELSIUS -> shown.setScale(1, rounding);
      case FAHRENHEIT -> shown.subtract(FREEZING).divide(DEGREES, 1, rounding);
    };
  }
}
