package org.wardbeat.benchmarks.fanout.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.wardbeat.wire.ward.BedId;

/**
 * The devices of a run. Beds are numbered from 0 and named so that the number is found in the name
 * without a table. Each bed is a source of vital signs, of the bed's number, and with waveforms
 * another one, of that number plus {@code beds}.
 *
 * @param beds 1 to 9,999
 * @param bedsPerUnit how many lie in a unit
 * @param waveforms whether each bed has an ECG of 250 Hz
 * @param firstUnit the number of the first unit, from 0, so that several plans go beside each other
 */
public record WardPlan(int beds, int bedsPerUnit, boolean waveforms, int firstUnit) {

  private static final String PREFIX = "wardbeat/v1/";

  public WardPlan {
    if (beds < 1 || beds > 9_999 || bedsPerUnit < 1) {
      throw new IllegalArgumentException(
          "expected 1 to 9999 beds in units of at least 1, got %d in units of %d"
              .formatted(beds, bedsPerUnit));
    }
  }

  /** One whose units are numbered from 0. */
  public WardPlan(int beds, int bedsPerUnit, boolean waveforms) {
    this(beds, bedsPerUnit, waveforms, 0);
  }

  /** How many units there are. */
  public int units() {
    return Math.ceilDiv(beds, bedsPerUnit);
  }

  /** How many sources there are: {@code beds}, or twice as many with waveforms. */
  public int sources() {
    return waveforms ? 2 * beds : beds;
  }

  /** A unit's name, for its number from 0. */
  public static String unit(int number) {
    return "Ward %02d".formatted(number + 1);
  }

  /** A bed's name. */
  public BedId bed(int number) {
    return new BedId(unit(firstUnit + number / bedsPerUnit), "%04d".formatted(number + 1));
  }

  /** The number of a bed, from its name. */
  public static int numberOf(BedId bed) {
    return Integer.parseInt(bed.bed()) - 1;
  }

  /** The first part of a bed's topics, up to and with the slash before what they are about. */
  public String topic(int bed) {
    BedId id = bed(bed);
    return PREFIX + id.unit() + "/" + id.bed() + "/";
  }

  /**
   * Names of consecutive units, the first ones after the last ones.
   *
   * @param first of them, any number
   * @param count how many
   */
  public List<String> unitsFrom(int first, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(unit(firstUnit + (first + i) % units()));
    }
    return names;
  }

  /** How many beds some units have, or all of them if none is named. */
  public int bedsOf(List<String> units) {
    return sourcesOf(units).length / (waveforms ? 2 : 1);
  }

  /** The sources of some units, or of all of them if none is named. */
  public int[] sourcesOf(List<String> units) {
    return IntStream.range(0, sources())
        .filter(source -> units.isEmpty() || units.contains(bed(source % beds).unit()))
        .toArray();
  }

  /** MQTT topic filters for all the sources of a unit, or of all units if the name is {@code +}. */
  public List<String> filters(String unit) {
    String beds = PREFIX + unit + "/+/";
    return waveforms ? List.of(beds + "numerics", beds + "waveform/+") : List.of(beds + "numerics");
  }
}
