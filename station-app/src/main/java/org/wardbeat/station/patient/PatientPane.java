package org.wardbeat.station.patient;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import org.wardbeat.station.language.Words;

/** Where the parts of the patient window lie. User-interface thread only. */
final class PatientPane extends Region {
  private static final double MARGIN = 7;
  private static final double GAP = 6;
  private static final double NUMBERS_WIDTH = 552;

  /** Share of the width for the numbers where there is less than for the usual width. */
  private static final double NUMBERS_SHARE = 0.36;

  private static final double EVENTS_SHARE = 0.255;
  private static final double EVENT_HEIGHT = 170;

  /** Below this height, type is smaller, and the last event gives its place to the waves. */
  private static final double COMPACT_BELOW = 700;

  /** Heights of the cards, of the score last, in shares of the column. */
  private static final double[] SHARES = {0.2, 0.155, 0.155, 0.12, 0.125, 0.245};

  private final PatientHeader header;
  private final AlarmBand band;
  private final WavePane waves;
  private final WaveBar bar;
  private final EventPane event;
  private final EventList events;
  private final RulerPane ruler;
  private final Region waveFrame = new Region();
  private final Map<PatientView.Slot, NumberCard> cards = new EnumMap<>(PatientView.Slot.class);
  private final ScorePane score;
  private boolean headerOnly;

  PatientPane(
      Words words,
      PatientHeader header,
      AlarmBand band,
      WavePane waves,
      WaveBar bar,
      EventPane event,
      EventList events,
      RulerPane ruler) {
    this.header = header;
    this.score = new ScorePane(words);
    this.band = band;
    this.waves = waves;
    this.bar = bar;
    this.event = event;
    this.events = events;
    this.ruler = ruler;
    setId("patient");
    getStyleClass().add("patient");
    waveFrame.getStyleClass().add("frame");
    waveFrame.setId("patient-frame");
    for (PatientView.Slot slot : PatientView.Slot.values()) {
      cards.put(slot, new NumberCard(words, slot));
    }
    getChildren().addAll(header, band, waveFrame, waves, bar, event, events);
    getChildren().addAll(cards.values());
    getChildren().addAll(score, ruler);
    getChildren().forEach(child -> child.setManaged(false));
  }

  /** Shows that there is nothing to show. */
  void showHeaderOnly(boolean only) {
    if (only != headerOnly) {
      headerOnly = only;
      getChildren().stream()
          .filter(child -> child != header && child != ruler)
          .forEach(child -> child.setVisible(!only));
      requestLayout();
    }
  }

  NumberCard card(PatientView.Slot slot) {
    NumberCard card = cards.get(slot);
    if (card == null) {
      throw new IllegalStateException("There is no card for " + slot + ".");
    }
    return card;
  }

  ScorePane score() {
    return score;
  }

  Region waveFrame() {
    return waveFrame;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth() - 2 * MARGIN;
    double height = getHeight();
    boolean compact = height < COMPACT_BELOW;
    pseudoClassStateChanged(PatientStates.COMPACT, compact);
    double numbers = Math.rint(Math.min(NUMBERS_WIDTH, width * NUMBERS_SHARE));
    double left = width - numbers - GAP;
    double top = PatientHeader.HEIGHT + GAP;
    header.resizeRelocate(0, 0, getWidth(), PatientHeader.HEIGHT);
    band.resizeRelocate(MARGIN, top, left, AlarmBand.HEIGHT);
    double waveTop = top + AlarmBand.HEIGHT + GAP;
    double eventHeight = compact ? 0 : EVENT_HEIGHT;
    double waveEnd = height - eventHeight - (compact ? 0 : GAP);
    layOutWaves(waveTop, waveEnd, left);
    double list = Math.rint(left * EVENTS_SHARE);
    event.setVisible(!compact && !headerOnly);
    events.setVisible(!compact && !headerOnly);
    event.resizeRelocate(MARGIN, height - eventHeight, left - list - GAP, eventHeight);
    events.resizeRelocate(MARGIN + left - list, height - eventHeight, list, eventHeight);
    layOutNumbers(MARGIN + left + GAP, top, numbers, height - top);
  }

  private void layOutWaves(double top, double end, double width) {
    waveFrame.resizeRelocate(MARGIN, top, width, Math.max(0, end - top));
    double waveHeight = Math.max(0, end - top - WaveBar.HEIGHT);
    waves.resizeRelocate(MARGIN, top, width, waveHeight);
    bar.resizeRelocate(MARGIN, top + waveHeight, width, WaveBar.HEIGHT);
    ruler.resizeRelocate(MARGIN, top, width, waveHeight);
  }

  private void layOutNumbers(double x, double top, double width, double height) {
    double room = height - GAP * (SHARES.length - 1);
    double y = top;
    List<PatientView.Slot> slots = List.of(PatientView.Slot.values());
    for (int i = 0; i < slots.size(); i++) {
      double own = Math.rint(room * SHARES[i]);
      card(slots.get(i)).resizeRelocate(x, y, width, own);
      y += own + GAP;
    }
    score.resizeRelocate(x, y, width, Math.max(0, top + height - y));
  }
}
