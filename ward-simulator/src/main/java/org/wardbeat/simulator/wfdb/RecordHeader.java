package org.wardbeat.simulator.wfdb;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A record as its header describes it.
 *
 * @param name the record's name
 * @param framesPerSecond frames per second, above 0 (250 where the header gives none)
 * @param counterFrequencyHz ticks per second of the recorder's counter; equals {@code
 *     framesPerSecond} where the header gives none
 * @param baseCounter the counter's value at sample 0, if given
 * @param frames frames of the record, 0 where the header leaves them open
 * @param baseTime time of day at sample 0
 * @param baseDate date at sample 0
 * @param signalCount number of signals
 * @param signals the signals; empty for a multi-segment record, whose segments have them
 * @param segments the segments; empty for a record that is not divided
 * @param comments the lines that start with {@code #}, without it
 */
public record RecordHeader(
    String name,
    double framesPerSecond,
    double counterFrequencyHz,
    OptionalDouble baseCounter,
    long frames,
    Optional<LocalTime> baseTime,
    Optional<LocalDate> baseDate,
    int signalCount,
    List<SignalSpec> signals,
    List<SegmentSpec> segments,
    List<String> comments) {

  /** Copies its lists. */
  public RecordHeader {
    signals = List.copyOf(signals);
    segments = List.copyOf(segments);
    comments = List.copyOf(comments);
  }

  /** Whether the record is a list of other records. */
  public boolean isMultiSegment() {
    return !segments.isEmpty();
  }

  /** Whether segments may differ in their signals, the first one being the layout. */
  public boolean isVariableLayout() {
    return isMultiSegment() && segments.getFirst().frames() == 0;
  }

  /** Frames in a second times the signal's samples in a frame. */
  public double samplesPerSecond(SignalSpec signal) {
    return framesPerSecond * signal.samplesPerFrame();
  }
}
