package org.wardbeat.bridge.ward;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * Who and what is at a bed. A new birth and another occupancy come with new rings, which therefore
 * hang here: whoever takes a definition once reads the rings that belong to it, and nobody is shown
 * the waveforms of who lay there before.
 *
 * @param version grows with each change of the bed's definition, from 1
 * @param occupancy grows whenever the patient or the device changes, from 1
 * @param patient who lies in the bed, null if it is empty
 * @param device the device's identifier, empty if there is none
 * @param birth the device's birth number, 1 to 2³²−1
 * @param simulated whether no real patient is behind the data
 * @param channels its waveforms
 * @param rings the last minute of each channel, in the order of {@code channels}
 * @param check whether it has to be checked who lies in the bed
 */
public record BedDefinition(
    long version,
    long occupancy,
    @Nullable Patient patient,
    String device,
    long birth,
    boolean simulated,
    List<WaveformChannel> channels,
    List<ChunkRing> rings,
    boolean check) {
  public BedDefinition {
    channels = List.copyOf(channels);
    rings = List.copyOf(rings);
  }
}
