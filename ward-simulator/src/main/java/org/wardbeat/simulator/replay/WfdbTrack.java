package org.wardbeat.simulator.replay;

import java.util.ArrayList;
import java.util.List;
import org.wardbeat.simulator.wfdb.AlignedSamples;
import org.wardbeat.simulator.wfdb.SegmentSpec;
import org.wardbeat.simulator.wfdb.SignalSpec;
import org.wardbeat.simulator.wfdb.WfdbException;
import org.wardbeat.simulator.wfdb.WfdbRecord;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * The waves of a WFDB record. A signal that has one scale throughout is passed on sample for
 * sample; one whose scale changes between segments is brought to a scale ten times finer than its
 * finest, so that nothing visible is lost.
 */
final class WfdbTrack implements WaveTrack {
  private static final double FINER = 10;

  private final WfdbRecord record;
  private final List<WaveformChannel> channels = new ArrayList<>();
  private final boolean[] rescaled;
  private AlignedSamples samples;

  WfdbTrack(WfdbRecord record) throws WfdbException {
    this.record = record;
    this.rescaled = new boolean[record.signals().size()];
    for (int i = 0; i < rescaled.length; i++) {
      channels.add(channel(i));
    }
    this.samples = record.aligned();
  }

  private WaveformChannel channel(int index) {
    List<SignalSpec> specs = specsOf(index);
    SignalSpec first = specs.getFirst();
    double finest = 0;
    for (SignalSpec spec : specs) {
      rescaled[index] |=
          spec.gain() != first.gain() || spec.baseline() != first.baseline() || spec.gain() < 0;
      finest = Math.max(finest, Math.abs(spec.gain()));
    }
    WaveformChannel channel =
        Channels.channel(
            first.description(),
            first.units(),
            record.header().samplesPerSecond(first),
            rescaled[index] ? FINER * finest : first.gain(),
            rescaled[index] ? 0 : first.baseline());
    return rescaled[index] ? channel : withinConverter(channel, specs);
  }

  /** One whose converter is not known, or not the same throughout, has no limits. */
  private static WaveformChannel withinConverter(WaveformChannel channel, List<SignalSpec> specs) {
    SignalSpec first = specs.getFirst();
    int bits = first.adcResolutionBits();
    boolean same =
        specs.stream()
            .allMatch(
                spec -> spec.adcResolutionBits() == bits && spec.adcZero() == first.adcZero());
    if (!same || bits < 1 || bits >= Integer.SIZE) {
      return channel;
    }
    long lowest = first.adcZero() - (1L << (bits - 1));
    long highest = lowest + (1L << bits) - 1;
    return lowest == (int) lowest && highest == (int) highest
        ? channel.within((int) lowest, (int) highest)
        : channel;
  }

  /** A signal as each segment that has it describes it. */
  private List<SignalSpec> specsOf(int index) {
    SignalSpec own = record.signals().get(index);
    List<SignalSpec> specs = new ArrayList<>();
    for (SegmentSpec segment : record.header().segments()) {
      if (!segment.isGap() && segment.frames() > 0) {
        List<SignalSpec> signals = record.segment(segment).signals();
        for (int i = 0; i < signals.size(); i++) {
          boolean same =
              record.header().isVariableLayout()
                  ? signals.get(i).description().equals(own.description())
                  : i == index;
          if (same) {
            specs.add(signals.get(i));
          }
        }
      }
    }
    return specs.isEmpty() ? List.of(own) : specs;
  }

  @Override
  public List<WaveformChannel> channels() {
    return channels;
  }

  @Override
  public double framesPerSecond() {
    return record.header().framesPerSecond();
  }

  @Override
  public long frames() {
    return record.frames();
  }

  @Override
  public int samplesPerFrame(int channel) {
    return record.signals().get(channel).samplesPerFrame();
  }

  @Override
  public int read(int[][] into, int maxFrames) throws WfdbException {
    int frames = samples.read(into, maxFrames);
    for (int i = 0; i < rescaled.length && frames > 0; i++) {
      if (rescaled[i]) {
        rescale(
            into[i], frames * samplesPerFrame(i), samples.spec(i), channels.get(i).adcPerUnit());
      }
    }
    return frames;
  }

  private static void rescale(int[] values, int count, SignalSpec spec, double adcPerUnit) {
    for (int i = 0; i < count; i++) {
      if (values[i] != AlignedSamples.INVALID) {
        values[i] = (int) Math.rint(spec.physical(values[i]) * adcPerUnit);
      }
    }
  }

  @Override
  public void rewind() throws WfdbException {
    samples.close();
    samples = record.aligned();
  }

  @Override
  public void close() throws WfdbException {
    samples.close();
  }
}
