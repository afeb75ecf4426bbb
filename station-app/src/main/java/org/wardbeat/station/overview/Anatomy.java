package org.wardbeat.station.overview;

import java.util.List;
import org.wardbeat.station.presentation.BedDisplay;
import org.wardbeat.station.presentation.Slot;

/**
 * How a sector is built. Which anatomy a sector has follows from its size, so that a small window
 * shows less of each bed rather than smaller type.
 *
 * @param styleClass selects the sizes of type in the style sheet
 * @param header height of the header
 * @param caption height of the caption; 0 for none
 * @param messageRow whether an alarm takes the caption's row, for lack of room beside the name
 * @param brief whether an alarm replaces the name by its short form
 * @param waves most waves shown; 0 for none
 * @param leastWave least height of each
 * @param numerics height of the numbers, or the width of their column if they are beside the waves
 * @param beside whether the numbers are beside the waves
 * @param reference width its tracks are given for
 * @param leastWidth narrowest sector it fits in
 * @param mmPerSecond speed of the sweep
 * @param mmPerMillivolt gain of the ECG
 * @param tracks the numbers
 */
record Anatomy(
    String styleClass,
    double header,
    double caption,
    boolean messageRow,
    boolean brief,
    int waves,
    double leastWave,
    double numerics,
    boolean beside,
    double reference,
    double leastWidth,
    double mmPerSecond,
    double mmPerMillivolt,
    List<Track> tracks) {

  /** Below this height a wave cannot be read. */
  private static final double LEAST_LANE = 22;

  private static final Anatomy SINGLE =
      new Anatomy(
          "beds-1",
          60,
          0,
          false,
          false,
          4,
          180,
          552,
          true,
          552,
          1_250,
          25,
          10,
          List.of(
              Track.right(Slot.HR, 20, 40, 300, 142),
              Track.right(Slot.PULSE, 340, 40, 530, 142),
              Track.right(Slot.SPO2, 20, 220, 300, 312),
              Track.right(Slot.RR, 340, 220, 530, 312),
              Track.right(Slot.TEMP, 20, 400, 300, 482),
              Track.right(Slot.PVC, 340, 400, 530, 482),
              Track.right(Slot.NIBP, 20, 580, 300, 662),
              Track.right(Slot.ST, 340, 580, 530, 662)));

  private static final Anatomy FOUR =
      new Anatomy(
          "beds-4",
          40,
          26,
          false,
          false,
          2,
          70,
          130,
          false,
          950,
          900,
          25,
          10,
          List.of(
              Track.right(Slot.HR, 17, 27, 226, 113),
              Track.left(Slot.SPO2, 261, 27, 113),
              Track.left(Slot.RR, 429, 27, 113),
              Track.left(Slot.TEMP, 566, 27, 113),
              Track.left(Slot.NIBP, 711, 27, 113)));

  private static final Anatomy EIGHT =
      new Anatomy(
          "beds-8",
          32,
          22,
          false,
          false,
          1,
          50,
          76,
          false,
          950,
          900,
          25,
          10,
          List.of(
              Track.right(Slot.HR, 16, 19, 148, 62),
              Track.left(Slot.SPO2, 162, 19, 62),
              Track.left(Slot.RR, 248, 19, 62),
              Track.left(Slot.TEMP, 322, 19, 62),
              Track.left(Slot.NIBP, 420, 19, 62),
              Track.left(Slot.PULSE, 605, 19, 62),
              Track.left(Slot.PVC, 715, 19, 62),
              Track.left(Slot.ST, 835, 19, 62)));

  private static final Anatomy SIXTEEN =
      new Anatomy(
          "beds-16",
          32,
          22,
          false,
          false,
          1,
          50,
          76,
          false,
          472,
          470,
          25,
          10,
          List.of(
              Track.right(Slot.HR, 16, 19, 148, 62),
              Track.left(Slot.SPO2, 162, 19, 62),
              Track.left(Slot.RR, 248, 19, 62),
              Track.left(Slot.TEMP, 310, 19, 62),
              Track.left(Slot.NIBP, 382, 19, 62),
              Track.left(Slot.PULSE, 16, 41, 62)));

  private static final Anatomy SIXTEEN_SMALL =
      new Anatomy(
          "beds-16-small",
          28,
          0,
          false,
          true,
          1,
          22,
          54,
          false,
          312,
          290,
          12.5,
          5,
          List.of(
              Track.right(Slot.HR, 8, 16, 102, 46),
              Track.left(Slot.SPO2, 116, 16, 46),
              Track.left(Slot.RR, 182, 16, 46),
              Track.left(Slot.TEMP, 238, 16, 46)));

  private static final Anatomy THIRTY_TWO =
      new Anatomy(
          "beds-32",
          32,
          28,
          true,
          false,
          1,
          30,
          90,
          false,
          233,
          225,
          12.5,
          10,
          List.of(
              Track.right(Slot.HR, 12, 17, 124, 77),
              Track.right(Slot.SPO2, 138, 17, 222, 37),
              Track.right(Slot.RR, 138, 62, 222, 77)));

  private static final Anatomy SIXTY_FOUR =
      new Anatomy(
          "beds-64",
          28,
          0,
          false,
          true,
          1,
          16,
          46,
          false,
          233,
          225,
          12.5,
          5,
          List.of(
              Track.right(Slot.HR, 0, 0, 94, 39),
              Track.right(Slot.SPO2, 0, 0, 160, 39),
              Track.right(Slot.RR, 0, 0, 222, 39)));

  /** For windows that are too small for waves: label and numbers only. */
  private static final Anatomy NUMBERS =
      new Anatomy(
          "beds-numbers",
          26,
          0,
          false,
          true,
          0,
          0,
          22,
          false,
          153,
          0,
          12.5,
          5,
          List.of(
              Track.right(Slot.HR, 0, 0, 56, 18),
              Track.right(Slot.SPO2, 0, 0, 104, 18),
              Track.right(Slot.RR, 0, 0, 148, 18)));

  private static final List<Anatomy> LARGEST_FIRST =
      List.of(FOUR, EIGHT, SIXTEEN, THIRTY_TWO, SIXTEEN_SMALL, SIXTY_FOUR, NUMBERS);

  Anatomy {
    tracks = List.copyOf(tracks);
  }

  /** The richest anatomy for sectors of a size. */
  static Anatomy of(int beds, double width, double height) {
    if (beds == 1 && SINGLE.fits(width, height)) {
      return SINGLE;
    }
    return LARGEST_FIRST.stream()
        .filter(anatomy -> anatomy.fits(width, height))
        .findFirst()
        .orElse(NUMBERS);
  }

  private boolean fits(double width, double height) {
    double others = header + caption + (beside ? 0 : numerics);
    return width >= leastWidth && height >= others + waves * leastWave;
  }

  /** The same with what a user chose, as far as there is room in a sector of some height. */
  Anatomy showing(BedDisplay display, double sectorHeight) {
    if (display.equals(BedDisplay.AUTOMATIC)) {
      return this;
    }
    int room = (int) Math.floor(waveHeight(sectorHeight) / LEAST_LANE);
    int most = Math.min(BedDisplay.MOST_WAVES, Math.max(waves, room));
    boolean own = !display.waves().isEmpty() && waves > 0;
    return new Anatomy(
        styleClass,
        header,
        caption,
        messageRow,
        brief,
        own ? Math.min(display.waves().size(), most) : waves,
        leastWave,
        numerics,
        beside,
        reference,
        leastWidth,
        mmPerSecond,
        mmPerMillivolt,
        Tracks.of(this, display.numbers()));
  }

  /** Whether there is room for the mean pressure. */
  boolean showsMean() {
    return reference > SIXTEEN.reference;
  }

  /** Whether the pulse is shown only while electrodes are off, in the heart rate's place. */
  boolean pulseStandsIn() {
    return tracks.equals(SIXTEEN.tracks);
  }

  /** Top of the waves within the sector. */
  double waveTop() {
    return header + caption;
  }

  /** Height of all waves together. */
  double waveHeight(double sectorHeight) {
    return Math.max(0, sectorHeight - waveTop() - (beside ? 8 : numerics));
  }

  /** Width of the waves. */
  double waveWidth(double sectorWidth) {
    return sectorWidth - 12 - (beside ? numerics : 0);
  }
}
