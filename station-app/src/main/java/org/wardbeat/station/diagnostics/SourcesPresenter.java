package org.wardbeat.station.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.AgeBand;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.station.presentation.Timers;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.LinkDetails;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.DeviceStatus;

/** Words how each device does, worst first. */
final class SourcesPresenter {
  private static final long CLOCK_MICROS = 5_000_000;
  private static final int BATTERY_PERCENT = 20;

  /** A device, and what it is placed by. */
  private record Ranked(AgeBand band, boolean clockOff, long gaps, DiagnosticsView.SourceRow row) {}

  private static final Comparator<Ranked> WORST_FIRST =
      Comparator.comparing(Ranked::band)
          .reversed()
          .thenComparing(ranked -> !ranked.clockOff())
          .thenComparing(Comparator.comparingLong(Ranked::gaps).reversed());

  private final Timers timers;
  private final Words words;

  SourcesPresenter(Timers timers, Words words) {
    this.words = words;
    this.timers = timers;
  }

  /** Devices that are the same in all respects stay in the order of their beds. */
  List<DiagnosticsView.SourceRow> present(WardSnapshot ward, long nowMicros) {
    List<Ranked> ranked = new ArrayList<>();
    for (BedSnapshot bed : ward.beds()) {
      if (!bed.device().isEmpty()) {
        ranked.add(rank(bed, ward, nowMicros));
      }
    }
    ranked.sort(WORST_FIRST);
    return ranked.stream().map(Ranked::row).toList();
  }

  static boolean isClockOff(LinkDetails details, BedId bed) {
    Frame.SourceFigures figures = details.sources().get(bed);
    return figures != null && Math.abs(figures.clockOffsetMicros()) >= CLOCK_MICROS;
  }

  private Ranked rank(BedSnapshot bed, WardSnapshot ward, long nowMicros) {
    Frame.SourceFigures figures = ward.link().details().sources().get(bed.id());
    boolean heard = bed.sourceMicros() > 0;
    long ageMicros = nowMicros - bed.sourceMicros();
    AgeBand band = heard ? AgeBand.of(ageMicros, timers) : AgeBand.LOST;
    boolean clockOff = isClockOff(ward.link().details(), bed.id());
    return new Ranked(
        band,
        clockOff,
        figures == null ? 0 : figures.gaps(),
        new DiagnosticsView.SourceRow(
            bed.id().bed(),
            bed.device(),
            age(bed, band, ageMicros),
            figures == null ? unknown() : Numbers.cautionIfAny(figures.gaps()),
            figures == null ? unknown() : lost(figures),
            figures == null ? unknown() : clock(figures, clockOff),
            battery(bed.status())));
  }

  private static DiagnosticsView.Word unknown() {
    return new DiagnosticsView.Word(Formats.INVALID, DiagnosticsView.Tone.QUIET);
  }

  private DiagnosticsView.Word age(BedSnapshot bed, AgeBand band, long ageMicros) {
    if (bed.sourceMicros() == 0) {
      return new DiagnosticsView.Word(
          words.text("diagnostics.source.never"), DiagnosticsView.Tone.BAD);
    }
    DiagnosticsView.Tone tone =
        switch (band) {
          case FRESH, BLANK -> DiagnosticsView.Tone.NORMAL;
          case DIM, OLD -> DiagnosticsView.Tone.CAUTION;
          case LOST -> DiagnosticsView.Tone.BAD;
        };
    String text =
        band.isLive()
            ? Numbers.seconds(ageMicros / 1e6) + " s"
            : Formats.age(Formats.wholeSeconds(ageMicros));
    return new DiagnosticsView.Word(text, tone);
  }

  private static DiagnosticsView.Word lost(Frame.SourceFigures figures) {
    return DiagnosticsView.Word.of(
        Numbers.whole(figures.lostSamples()) + " + " + Numbers.whole(figures.lostNumerics()));
  }

  private static DiagnosticsView.Word clock(Frame.SourceFigures figures, boolean clockOff) {
    return new DiagnosticsView.Word(
        Numbers.signedMillis(figures.clockOffsetMicros() / 1e3),
        clockOff ? DiagnosticsView.Tone.CAUTION : DiagnosticsView.Tone.NORMAL);
  }

  private static DiagnosticsView.Word battery(DeviceStatus status) {
    int percent = status.batteryPercent();
    if (percent == DeviceStatus.BATTERY_UNKNOWN) {
      return unknown();
    }
    return new DiagnosticsView.Word(
        percent + "%",
        percent < BATTERY_PERCENT ? DiagnosticsView.Tone.CAUTION : DiagnosticsView.Tone.NORMAL);
  }
}
