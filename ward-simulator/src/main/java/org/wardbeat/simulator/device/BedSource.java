package org.wardbeat.simulator.device;

import java.util.List;
import java.util.Optional;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * What a device measures: a simulated patient or a record. Its time advances block by block; the
 * device calls it from one thread at a time.
 */
public interface BedSource {
  /** The sample that says "no sample here": a gap in the wave. */
  int INVALID = Integer.MIN_VALUE;

  /** The waves, always the same ones. */
  List<WaveformChannel> channels();

  /** Who lies in the bed; empty for nobody. */
  Optional<Patient> patient();

  /** Whether the patient is calculated or replayed; a device of this program never claims less. */
  default boolean simulated() {
    return true;
  }

  /** Length of a block in the source's own time, in nanoseconds; always the same, above 0. */
  long blockNanos();

  /**
   * Whether time goes on without the device, as it does for a patient. What a device cannot publish
   * is then lost. A source that is not live waits until it can.
   */
  boolean isLive();

  /**
   * Advances by one block.
   *
   * @throws java.io.UncheckedIOException when the source cannot be read on
   */
  void advance();

  /** How many samples the last block has of a channel. */
  int count(int channel);

  /** The samples of the last block of a channel, {@link #INVALID} where there is none. */
  int[] samples(int channel);

  /** The vital signs at the end of the last block. */
  List<Measurement> measurements();

  /** Closes what the source has open; it is not used afterwards. */
  void close();
}
