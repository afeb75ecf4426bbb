package org.wardbeat.benchmarks.fanout.source;

import java.nio.ByteBuffer;
import org.wardbeat.simulator.physiology.PatientModel;
import org.wardbeat.simulator.physiology.PatientProfile;
import org.wardbeat.simulator.physiology.Wave;

/**
 * Lead II of a simulated patient in chunks of 250 ms, recorded beforehand and played in a loop.
 * Chunk <i>c</i> begins with sample {@link #firstSample}: 62 and 63 samples by turns.
 */
public final class EcgTape {

  private static final int HEADER_BYTES = 24;
  private static final int TWO_CHUNKS = 125;
  private static final int TAPE_TICKS = 40 * PatientModel.TICKS_PER_SECOND;
  private static final int WARM_TICKS = 8 * PatientModel.TICKS_PER_SECOND;

  private final short[] samples = new short[TAPE_TICKS];
  private final int birth;

  EcgTape(int bed, long birth) {
    this.birth = (int) birth;
    PatientModel patient = new PatientModel(PatientProfile.ofBed(bed, 1), bed);
    for (int tick = 0; tick < WARM_TICKS; tick += TWO_CHUNKS) {
      patient.advance(TWO_CHUNKS);
    }
    for (int tick = 0; tick < TAPE_TICKS; tick += TWO_CHUNKS) {
      patient.advance(TWO_CHUNKS);
      for (int i = 0; i < TWO_CHUNKS; i++) {
        samples[tick + i] = (short) patient.samples(Wave.II)[i];
      }
    }
  }

  /** Index of a chunk's first sample. */
  public static long firstSample(long chunk) {
    return chunk * TWO_CHUNKS / 2;
  }

  /** How many chunks are complete with so many samples. */
  public static long chunksIn(long sampleCount) {
    return (2 * sampleCount + 1) / TWO_CHUNKS;
  }

  /** A chunk's message, as {@code docs/MAPPING.md} says. */
  byte[] message(long chunk, long endMicros) {
    long first = firstSample(chunk);
    int count = (int) (firstSample(chunk + 1) - first);
    ByteBuffer message = ByteBuffer.allocate(HEADER_BYTES + 2 * count);
    message.put((byte) 1).put((byte) 2).putShort((short) count);
    message.putInt(birth).putLong(first).putLong(endMicros);
    for (int i = 0; i < count; i++) {
      message.putShort(samples[(int) ((first + i) % TAPE_TICKS)]);
    }
    return message.array();
  }
}
