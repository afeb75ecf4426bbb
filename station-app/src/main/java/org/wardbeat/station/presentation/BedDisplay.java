package org.wardbeat.station.presentation;

import java.util.List;
import org.wardbeat.wire.ward.SignalKind;

/**
 * What users want a bed's sector to show. How much of it there is room for depends on the sector's
 * size; the heart rate is always there.
 *
 * @param waves up to {@value #MOST_WAVES}, from above; empty for what the size suggests
 * @param numbers {@value #LEAST_NUMBERS} to {@value #MOST_NUMBERS}; empty for what the size
 *     suggests
 */
public record BedDisplay(List<SignalKind> waves, List<Slot> numbers) {
  /** Most waves of a sector. */
  public static final int MOST_WAVES = 3;

  /** Fewest numbers of a sector. */
  public static final int LEAST_NUMBERS = 4;

  /** Most numbers of a sector. */
  public static final int MOST_NUMBERS = 6;

  /** What the size suggests. */
  public static final BedDisplay AUTOMATIC = new BedDisplay(List.of(), List.of());

  public BedDisplay {
    waves = List.copyOf(waves);
    numbers = List.copyOf(numbers);
  }

  /** Why a choice cannot be. */
  public enum Fault {
    /** It can be. */
    NONE,
    /** Too many waves. */
    WAVES,
    /** Too few or too many numbers. */
    NUMBERS,
    /** The heart rate is left out. */
    NO_HEART_RATE
  }

  /** Why it cannot be. */
  public Fault fault() {
    if (waves.size() > MOST_WAVES) {
      return Fault.WAVES;
    }
    boolean count = numbers.size() >= LEAST_NUMBERS && numbers.size() <= MOST_NUMBERS;
    if (!numbers.isEmpty() && !count) {
      return Fault.NUMBERS;
    }
    return numbers.isEmpty() || numbers.contains(Slot.HR) ? Fault.NONE : Fault.NO_HEART_RATE;
  }
}
