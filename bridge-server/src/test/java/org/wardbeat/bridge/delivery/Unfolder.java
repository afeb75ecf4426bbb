package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * What a station does with samples that only say that they follow: puts them where they belong, so
 * that tests speak of {@link Frame.Waveform} alone. Checks that there is something they follow.
 */
final class Unfolder {
  private record Key(int handle, int channel) {}

  private record Last(long nextSample, long endMicros) {}

  private final Map<Integer, List<WaveformChannel>> channels = new HashMap<>();
  private final Map<Key, Last> lasts = new HashMap<>();

  List<Frame> unfold(List<Frame> frames) {
    List<Frame> unfolded = new ArrayList<>(frames.size());
    for (Frame frame : frames) {
      unfolded.add(unfold(frame));
    }
    return unfolded;
  }

  Frame unfold(Frame frame) {
    switch (frame) {
      case Frame.Bed bed -> channels.put(bed.handle(), bed.channels());
      case Frame.BedRemoved bed -> lasts.keySet().removeIf(key -> key.handle == bed.handle());
      case Frame.Gap gap -> lasts.remove(new Key(gap.handle(), gap.channel()));
      case Frame.Waveform wave -> remember(wave);
      case Frame.WaveformNext next -> {
        return remember(whole(next));
      }
      default -> {}
    }
    return frame;
  }

  private Frame.Waveform remember(Frame.Waveform wave) {
    lasts.put(
        new Key(wave.handle(), wave.channel()),
        new Last(wave.firstSample() + wave.samples().length, wave.endMicros()));
    return wave;
  }

  private Frame.Waveform whole(Frame.WaveformNext next) {
    Last last = lasts.get(new Key(next.handle(), next.channel()));
    List<WaveformChannel> known = channels.get(next.handle());
    if (last == null || known == null) {
      throw new AssertionError("nothing is there that this follows: " + next);
    }
    assertThat(next.firstCheck()).isEqualTo(Frame.WaveformNext.check(last.nextSample));
    double frequencyHz = known.get(next.channel()).frequencyHz();
    long expected =
        Frame.WaveformNext.expectedEndMicros(last.endMicros, next.samples().length, frequencyHz);
    return new Frame.Waveform(
        next.handle(),
        next.channel(),
        last.nextSample,
        expected + next.endDriftMicros(),
        next.samples());
  }
}
