package org.wardbeat.render.ring;

/**
 * The time of each sample of a {@link SampleRing} in microseconds of the bridge's clock, as an
 * immutable snapshot.
 *
 * <p>Samples are spaced at the nominal frequency from the end time of the first chunk on. Where a
 * later chunk ends elsewhere than expected, the spacing of the samples that follow is stretched or
 * shrunk by at most {@value #MAX_STRETCH_PERCENT} % until the difference is gone: the mapping
 * follows a drifting device clock without a step. A difference of {@value #JUMP_MICROS} µs or more,
 * or any after a gap, is taken over at once; such samples are not joined to the ones before. What
 * was mapped stays mapped: only samples still to come are placed differently. Where a jump goes
 * back in time, the newer samples win and the older ones end there.
 */
public final class SampleTimeline {

  static final long JUMP_MICROS = 200_000;
  static final int MAX_STRETCH_PERCENT = 1;
  private static final long TOLERANCE_MICROS = 10_000;
  private static final long AIM_MICROS = 2_000;
  private static final double CORRECTION_SECONDS = 4;
  private static final int MAX_SPANS = 256;

  private record Span(long firstIndex, long startMicros, double periodMicros, boolean joined) {
    long time(long index) {
      return startMicros + Math.round((index - firstIndex) * periodMicros);
    }

    long atOrAfter(long micros) {
      long index = firstIndex + (long) Math.ceil((micros - startMicros) / periodMicros);
      while (time(index - 1) >= micros) {
        index--;
      }
      while (time(index) < micros) {
        index++;
      }
      return index;
    }
  }

  private final double nominalMicros;
  private final Span[] spans;

  private SampleTimeline(double nominalMicros, Span... spans) {
    this.nominalMicros = nominalMicros;
    this.spans = spans;
  }

  static SampleTimeline unknown(double frequencyHz) {
    return new SampleTimeline(1e6 / frequencyHz);
  }

  /** Whether no chunk has told a time yet. Then no sample has one. */
  public boolean isUnknown() {
    return spans.length == 0;
  }

  /**
   * The time of a sample, in µs; extrapolated for samples still to come.
   *
   * @throws IllegalStateException while {@link #isUnknown()}
   */
  public long timeMicros(long index) {
    return spanOf(index).time(index);
  }

  /**
   * The first sample at or after a time, extrapolated beyond both ends: it may be older or newer
   * than what the ring holds.
   *
   * @throws IllegalStateException while {@link #isUnknown()}
   */
  public long indexAtOrAfter(long micros) {
    requireKnown();
    int at = spans.length - 1;
    while (at > 0 && spans[at].startMicros > micros) {
      at--;
    }
    long index = spans[at].atOrAfter(micros);
    return at + 1 < spans.length ? Math.min(index, spans[at + 1].firstIndex) : index;
  }

  /** Whether a line may join a sample with the one before: false where the time jumped. */
  public boolean joinsPrevious(long index) {
    for (int i = spans.length - 1; i >= 0 && spans[i].firstIndex >= index; i--) {
      if (spans[i].firstIndex == index) {
        return spans[i].joined;
      }
    }
    return true;
  }

  /** Time from one sample to the next at the nominal frequency, in µs. */
  public double nominalPeriodMicros() {
    return nominalMicros;
  }

  /** The timeline after a chunk; spans that only concern samples before {@code oldest} go. */
  SampleTimeline extended(
      long firstIndex, long end, long endTimeMicros, boolean afterGap, long oldest) {
    long error = isUnknown() ? 0 : endTimeMicros - timeMicros(end);
    if (isUnknown() || Math.abs(error) >= JUMP_MICROS || (afterGap && error != 0)) {
      long startMicros = endTimeMicros - Math.round((end - firstIndex) * nominalMicros);
      return with(new Span(firstIndex, startMicros, nominalMicros, false), oldest);
    }
    Span last = spans[spans.length - 1];
    double period = nominalMicros * (1 + stretch(error, last.periodMicros != nominalMicros));
    boolean settled = (end - last.firstIndex) * last.periodMicros >= 1e6;
    return period != last.periodMicros && settled
        ? with(new Span(end, last.time(end), period, true), oldest)
        : this;
  }

  private static double stretch(long errorMicros, boolean correcting) {
    if (Math.abs(errorMicros) <= (correcting ? AIM_MICROS : TOLERANCE_MICROS)) {
      return 0;
    }
    double limit = MAX_STRETCH_PERCENT / 100.0;
    return Math.clamp(errorMicros / (CORRECTION_SECONDS * 1e6), -limit, limit);
  }

  private SampleTimeline with(Span span, long oldest) {
    int dropped = Math.max(0, spans.length + 1 - MAX_SPANS);
    while (dropped + 1 < spans.length && spans[dropped + 1].firstIndex <= oldest) {
      dropped++;
    }
    if (dropped + 1 == spans.length && span.firstIndex <= oldest) {
      dropped++;
    }
    Span[] extended = new Span[spans.length - dropped + 1];
    System.arraycopy(spans, dropped, extended, 0, spans.length - dropped);
    extended[extended.length - 1] = span;
    return new SampleTimeline(nominalMicros, extended);
  }

  private Span spanOf(long index) {
    requireKnown();
    int at = spans.length - 1;
    while (at > 0 && spans[at].firstIndex > index) {
      at--;
    }
    return spans[at];
  }

  private void requireKnown() {
    if (isUnknown()) {
      throw new IllegalStateException("No chunk has told the time of a sample yet.");
    }
  }
}
