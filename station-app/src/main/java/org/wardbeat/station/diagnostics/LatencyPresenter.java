package org.wardbeat.station.diagnostics;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.station.presentation.LinkPhase;
import org.wardbeat.station.report.LatencyFigures;
import org.wardbeat.station.ward.HopMedians;
import org.wardbeat.station.ward.LinkDetails;
import org.wardbeat.station.ward.LinkEvent;
import org.wardbeat.station.ward.LinkHop;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.frame.Frame;

/** Words the way from the devices to the screen, and how long each part of it takes. */
final class LatencyPresenter {
  /** Above it a link is late: the bound from which on it counts as degraded. */
  static final double LATE_MILLIS = 300;

  private static final Pattern NAMED =
      Pattern.compile("(?:\\w+://)?([A-Za-z][^.:/]*)[^:/]*(:\\d+)?(?:/.*)?");
  private static final Duration CHART = Duration.ofMinutes(30);
  private static final Duration SLICE = Duration.ofSeconds(30);
  private static final int TIME_STEP_MINUTES = 5;

  /** Upper ends of the scale; each can be divided by three. */
  private static final int[] TOPS = {
    30, 60, 90, 150, 300, 600, 900, 1_500, 3_000, 6_000, 9_000, 15_000, 30_000, 60_000
  };

  private final Words words;
  private final ZoneId zone;

  LatencyPresenter(Words words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
  }

  List<DiagnosticsView.Place> places(WardSnapshot ward, StationFacts facts, long nowMicros) {
    LinkDetails details = ward.link().details();
    return List.of(
        new DiagnosticsView.Place(
            words.text("diagnostics.place.devices"), devices(ward, nowMicros)),
        new DiagnosticsView.Place(
            words.text("diagnostics.place.broker"), broker(details.figures(), ward.link())),
        new DiagnosticsView.Place(words.text("diagnostics.place.bridge"), bridge(ward.link())),
        new DiagnosticsView.Place(
            words.text("diagnostics.place.station"), station(details, facts)));
  }

  private List<String> devices(WardSnapshot ward, long nowMicros) {
    long devices = ward.beds().stream().filter(bed -> !bed.device().isEmpty()).count();
    String count = words.count("diagnostics.devices", devices);
    long oldest =
        ward.beds().stream()
            .filter(bed -> !bed.device().isEmpty() && bed.sourceMicros() > 0)
            .mapToLong(bed -> nowMicros - bed.sourceMicros())
            .max()
            .orElse(-1);
    return oldest < 0 || nowMicros == 0
        ? List.of(count)
        : List.of(
            count, words.text("diagnostics.oldest", Formats.age(Formats.wholeSeconds(oldest))));
  }

  private List<String> broker(Frame.@Nullable BridgeFigures figures, LinkSnapshot link) {
    LinkPhase phase = LinkPhase.of(link);
    if (phase == LinkPhase.BROKER_LOST) {
      return List.of(words.text("diagnostics.out-of-reach"));
    }
    return figures == null || phase.isCutOff()
        ? List.of(words.text("spoken.not-known"))
        : List.of(
            shortHost(figures.broker()),
            figures.mqttVersion() == 3 ? "MQTT 3.1.1" : "MQTT 5",
            words.text("diagnostics.messages", Numbers.whole(figures.messagesPerSecond())));
  }

  /** {@code wb-4e:8443} of {@code wb-4e.hospital.example:8443}; a numeric address stays whole. */
  static String shortHost(String address) {
    Matcher named = NAMED.matcher(address);
    return named.matches()
        ? named.group(1) + Objects.requireNonNullElse(named.group(2), "")
        : address;
  }

  private List<String> bridge(LinkSnapshot link) {
    LinkDetails details = link.details();
    List<String> lines = new ArrayList<>();
    URI address = link.bridge();
    if (address != null) {
      String port = address.getPort() < 0 ? "" : ":" + address.getPort();
      lines.add(shortHost(Objects.requireNonNullElse(address.getHost(), "") + port));
    }
    String software = details.bridgeSoftware();
    if (!software.isEmpty()) {
      lines.add(
          words.text("diagnostics.version", software.substring(software.lastIndexOf(' ') + 1)));
    }
    Frame.BridgeFigures figures = details.figures();
    if (figures != null) {
      lines.add(words.count("diagnostics.stations", figures.stations()));
    }
    return lines.isEmpty() ? List.of(words.text("diagnostics.not-reached")) : lines;
  }

  private List<String> station(LinkDetails details, StationFacts facts) {
    LatencyFigures screen = hop(details, LinkHop.STATION_TO_SCREEN);
    return List.of(
        words.text("diagnostics.frames", Numbers.whole(Math.round(facts.framesPerSecond()))),
        words.text("diagnostics.to-screen", Formats.millis(screen.p50Millis())));
  }

  private static LatencyFigures hop(LinkDetails details, LinkHop hop) {
    return details.hops().getOrDefault(hop, LatencyFigures.NONE);
  }

  List<DiagnosticsView.Hop> hops(LinkSnapshot link) {
    LinkDetails details = link.details();
    boolean live = !LinkPhase.of(link).isCutOff();
    return List.of(
        hop(words.text("diagnostics.hop.device"), figures(details, LinkHop.DEVICE_TO_BROKER, live)),
        hop(words.text("diagnostics.hop.broker"), figures(details, LinkHop.BROKER_TO_BRIDGE, live)),
        hop(transport(link.transport()), figures(details, LinkHop.BRIDGE_TO_STATION, live)));
  }

  private static LatencyFigures figures(LinkDetails details, LinkHop hop, boolean live) {
    return live ? hop(details, hop) : LatencyFigures.NONE;
  }

  private String transport(TransportKind kind) {
    return switch (kind) {
      case WEB_SOCKET -> "WebSocket";
      case HTTP_STREAM -> words.text("diagnostics.hop.http");
      case LONG_POLL -> words.text("diagnostics.hop.polling");
    };
  }

  private static DiagnosticsView.Hop hop(String label, LatencyFigures figures) {
    return new DiagnosticsView.Hop(
        label,
        median(figures.p50Millis()),
        Formats.millis(figures.p95Millis()),
        Formats.millis(figures.p99Millis()));
  }

  private static DiagnosticsView.Word median(double millis) {
    DiagnosticsView.Tone tone =
        millis >= LATE_MILLIS ? DiagnosticsView.Tone.CAUTION : DiagnosticsView.Tone.NORMAL;
    return new DiagnosticsView.Word(
        Formats.millis(millis), Double.isFinite(millis) ? tone : DiagnosticsView.Tone.QUIET);
  }

  /** Medians can be added up for a whole that is about right; percentiles cannot. */
  DiagnosticsView.Word total(LinkSnapshot link) {
    boolean live = !LinkPhase.of(link).isCutOff();
    double sum = 0;
    for (LinkHop hop : LinkHop.values()) {
      sum += figures(link.details(), hop, live).p50Millis();
    }
    return median(sum);
  }

  DiagnosticsView.Chart chart(LinkDetails details, Instant now) {
    Instant start = now.minus(CHART);
    List<DiagnosticsView.Bar> bars =
        details.history().stream()
            .filter(slice -> slice.end().isAfter(start) && !slice.millis().isEmpty())
            .map(slice -> bar(slice, start))
            .toList();
    double most = bars.stream().mapToDouble(DiagnosticsView.Bar::sum).max().orElse(0);
    return new DiagnosticsView.Chart(
        bars, top(most), times(start, now), marks(details.events(), start));
  }

  private static DiagnosticsView.Bar bar(HopMedians slice, Instant start) {
    Map<LinkHop, Double> millis = slice.millis();
    return new DiagnosticsView.Bar(
        Math.max(0, at(slice.end().minus(SLICE), start)),
        Math.min(1, at(slice.end(), start)),
        known(millis, LinkHop.DEVICE_TO_BROKER),
        known(millis, LinkHop.BROKER_TO_BRIDGE) + known(millis, LinkHop.IN_BRIDGE),
        known(millis, LinkHop.BRIDGE_TO_STATION),
        known(millis, LinkHop.STATION_TO_SCREEN));
  }

  private static double known(Map<LinkHop, Double> millis, LinkHop hop) {
    double value = millis.getOrDefault(hop, 0.0);
    return Double.isFinite(value) ? Math.max(0, value) : 0;
  }

  private static double at(Instant instant, Instant start) {
    return Duration.between(start, instant).toMillis() / (double) CHART.toMillis();
  }

  private static int top(double most) {
    for (int top : TOPS) {
      if (most <= top) {
        return top;
      }
    }
    return TOPS[TOPS.length - 1];
  }

  private List<DiagnosticsView.Mark> times(Instant start, Instant now) {
    List<DiagnosticsView.Mark> times = new ArrayList<>();
    long step = Duration.ofMinutes(TIME_STEP_MINUTES).toSeconds();
    long first = Math.ceilDiv(start.getEpochSecond(), step) * step;
    for (long second = first; second <= now.getEpochSecond(); second += step) {
      Instant time = Instant.ofEpochSecond(second);
      times.add(new DiagnosticsView.Mark(at(time, start), Clock.minute(time, zone, words)));
    }
    return times;
  }

  /** What is worth a line in the chart. */
  private List<DiagnosticsView.Mark> marks(List<LinkEvent> events, Instant start) {
    return events.reversed().stream()
        .filter(event -> event.time().isAfter(start))
        .filter(event -> event.level() == LinkEvent.Level.WARN)
        .map(
            event ->
                new DiagnosticsView.Mark(
                    at(event.time(), start),
                    Clock.time(event.time(), zone, words) + " " + words.translated(event.words())))
        .toList();
  }
}
