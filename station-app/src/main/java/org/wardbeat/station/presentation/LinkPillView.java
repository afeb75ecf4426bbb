package org.wardbeat.station.presentation;

import org.wardbeat.station.language.Words;
import org.wardbeat.station.ward.LinkSnapshot;

/**
 * The state of the link in the top bar.
 *
 * @param text {@code STREAMING · 18 ms}
 * @param tone how it is coloured
 */
public record LinkPillView(String text, Tone tone) {
  /** How the pill is coloured, and which icon it has. */
  public enum Tone {
    GOOD,
    CAUTION,
    BAD
  }

  static LinkPillView of(LinkSnapshot link, Words words) {
    return switch (LinkPhase.of(link)) {
      case STREAMING -> new LinkPillView(words.text("link.streaming") + latency(link), Tone.GOOD);
      case DEGRADED ->
          new LinkPillView(
              words.text("link.degraded") + transport(link) + latency(link), Tone.CAUTION);
      case RESUMING -> new LinkPillView(words.text("link.resuming"), Tone.CAUTION);
      case STALLED -> new LinkPillView(words.text("link.stalled"), Tone.CAUTION);
      case BROKER_LOST -> new LinkPillView(words.text("link.broker-lost"), Tone.BAD);
      case OFFLINE -> new LinkPillView(words.text("link.offline"), Tone.BAD);
      case NEVER_CONNECTED -> new LinkPillView(words.text("link.connecting"), Tone.BAD);
    };
  }

  private static String transport(LinkSnapshot link) {
    return switch (link.transport()) {
      case WEB_SOCKET -> "";
      case HTTP_STREAM -> " · HTTP";
      case LONG_POLL -> " · POLLING";
    };
  }

  private static String latency(LinkSnapshot link) {
    return Double.isFinite(link.latencyMillis())
        ? " · " + Math.max(0, Math.round(link.latencyMillis())) + " ms"
        : "";
  }
}
