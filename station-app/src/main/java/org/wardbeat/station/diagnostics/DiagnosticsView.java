package org.wardbeat.station.diagnostics;

import java.util.List;
import java.util.Locale;

/**
 * All that the diagnostics screen shows. Two equal views look the same.
 *
 * @param places what the data comes through: devices, broker, bridge, station
 * @param hops the way from each of them to the next
 * @param total median of the whole way in ms
 * @param chart the same over the last half hour
 * @param ladder the transports, the best first
 * @param nextClimb when the next better transport is tried, may be empty
 * @param counts a row for each lane
 * @param figures more counts, by name
 * @param checks what the station tests of itself
 * @param sources the devices, worst first
 * @param log what happened, newest first
 */
public record DiagnosticsView(
    List<Place> places,
    List<Hop> hops,
    Word total,
    Chart chart,
    List<Rung> ladder,
    String nextClimb,
    List<LaneRow> counts,
    List<Figure> figures,
    List<Check> checks,
    List<SourceRow> sources,
    List<LogLine> log) {
  /** How something is coloured. */
  public enum Tone {
    NORMAL,
    /** Grey: nothing to look at. */
    QUIET,
    GOOD,
    CAUTION,
    BAD
  }

  /**
   * Some words or a number, and how they are coloured.
   *
   * @param text the words
   * @param tone their colour
   */
  public record Word(String text, Tone tone) {
    /** Words in the usual colour. */
    public static Word of(String text) {
      return new Word(text, Tone.NORMAL);
    }
  }

  /**
   * One of those the data comes through.
   *
   * @param name what it is
   * @param lines more about it
   */
  public record Place(String name, List<String> lines) {
    public Place {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A part of the way.
   *
   * @param label what it consists of
   * @param median in ms, with its colour
   * @param p95 in ms, empty if not known
   * @param p99 in ms, empty if not known
   */
  public record Hop(String label, Word median, String p95, String p99) {}

  /**
   * The medians over time, added up.
   *
   * @param bars one for each slice of time, the oldest first
   * @param topMillis upper end of the scale
   * @param times along the axis
   * @param marks what happened
   */
  public record Chart(List<Bar> bars, int topMillis, List<Mark> times, List<Mark> marks) {
    public Chart {
      bars = List.copyOf(bars);
      times = List.copyOf(times);
      marks = List.copyOf(marks);
    }
  }

  /**
   * A slice of time; what is not known is 0.
   *
   * @param from where it begins: 0 at the left, 1 at the right
   * @param to where it ends
   * @param deviceToBroker in ms
   * @param brokerToBridge in ms
   * @param bridgeToStation in ms
   * @param stationToScreen in ms
   */
  public record Bar(
      double from,
      double to,
      double deviceToBroker,
      double brokerToBridge,
      double bridgeToStation,
      double stationToScreen) {
    double sum() {
      return deviceToBroker + brokerToBridge + bridgeToStation + stationToScreen;
    }
  }

  /**
   * Words at a moment.
   *
   * @param at 0 at the left, 1 at the right
   * @param text the words
   */
  public record Mark(double at, String text) {}

  /**
   * A transport.
   *
   * @param name what it is
   * @param status whether it is used or can be, and since when
   * @param detail why
   * @param inUse whether it is the one in use
   */
  public record Rung(String name, Word status, String detail, boolean inUse) {}

  /**
   * The counts of a lane.
   *
   * @param lane its name
   * @param cells as many as there are of {@link Count}
   */
  public record LaneRow(String lane, List<Word> cells) {
    public LaneRow {
      cells = List.copyOf(cells);
    }
  }

  static final List<Count> COUNTS = List.of(Count.values());

  /** What is counted of each lane. */
  enum Count {
    RECEIVED("diagnostics.count.received"),
    SHOWN("diagnostics.count.shown"),
    GAPS("diagnostics.count.gaps"),
    LATE("diagnostics.count.late"),
    RESENT("diagnostics.count.resent"),
    MERGED("diagnostics.count.merged");

    private final String titleKey;

    Count(String titleKey) {
      this.titleKey = titleKey;
    }

    /** The key of what it is called. */
    String titleKey() {
      return titleKey;
    }

    /** Its part of the ids of the cells that show it. */
    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A figure with its name.
   *
   * @param name what it is
   * @param value the figure
   */
  public record Figure(String name, Word value) {}

  /**
   * What the station tests of itself.
   *
   * @param name what is tested
   * @param result the outcome in words
   * @param tone {@link Tone#GOOD} if it passed, {@link Tone#QUIET} if it could not be tested
   */
  public record Check(String name, String result, Tone tone) {}

  /**
   * A device.
   *
   * @param bed the bed it stands at
   * @param device its identifier
   * @param age how long ago it spoke
   * @param gaps in its waves within the last hour
   * @param lost samples and messages lost
   * @param clock how far its clock is ahead
   * @param battery its charge
   */
  public record SourceRow(
      String bed, String device, Word age, Word gaps, Word lost, Word clock, Word battery) {}

  /**
   * Something that happened.
   *
   * @param time of day
   * @param level {@code INFO} or {@code WARN}
   * @param text what happened
   */
  public record LogLine(String time, Word level, String text) {}

  public DiagnosticsView {
    places = List.copyOf(places);
    hops = List.copyOf(hops);
    ladder = List.copyOf(ladder);
    counts = List.copyOf(counts);
    figures = List.copyOf(figures);
    checks = List.copyOf(checks);
    sources = List.copyOf(sources);
    log = List.copyOf(log);
  }
}
