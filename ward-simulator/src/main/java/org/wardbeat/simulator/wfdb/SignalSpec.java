package org.wardbeat.simulator.wfdb;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One signal as its header line describes it.
 *
 * @param fileName the signal file, relative to the header; {@code ~} where a layout stores none
 * @param format how samples are stored; empty in a layout segment (format 0)
 * @param samplesPerFrame samples of this signal in each frame, 1 or more
 * @param skewFrames frames of this signal that precede sample 0
 * @param byteOffset bytes before the first sample in the signal file
 * @param gain ADC units per physical unit, never 0 (200 where the header gives none)
 * @param calibrated whether the header gives a gain
 * @param baseline the ADC value that stands for 0 physical units
 * @param units physical units, {@code mV} where the header gives none
 * @param adcResolutionBits 0 where unknown
 * @param adcZero the ADC value in the middle of its range
 * @param initialValue the first stored sample
 * @param checksum the 16-bit signed sum of all stored samples; empty where the header gives none
 * @param blockSize bytes to a block of a device file, otherwise 0
 * @param description the signal's name, such as {@code MLII}
 * @param line the line in the header, from 1
 */
public record SignalSpec(
    String fileName,
    Optional<SignalFormat> format,
    int samplesPerFrame,
    int skewFrames,
    long byteOffset,
    double gain,
    boolean calibrated,
    int baseline,
    String units,
    int adcResolutionBits,
    int adcZero,
    int initialValue,
    OptionalInt checksum,
    int blockSize,
    String description,
    int line) {

  /** The value in {@link #units} that a stored sample stands for. */
  public double physical(int stored) {
    return ((double) stored - baseline) / gain;
  }

  /** Whether a stored sample says that there is none. */
  public boolean isInvalid(int stored) {
    return format.isPresent()
        && format.get().invalidSample().isPresent()
        && format.get().invalidSample().getAsInt() == stored;
  }
}
