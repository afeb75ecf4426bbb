package org.wardbeat.station.patient;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.overview.States;
import org.wardbeat.station.presentation.AlarmLook;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.presentation.ValueView;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Texts;
import org.wardbeat.station.trend.Trend;
import org.wardbeat.station.wave.WaveLooks;
import org.wardbeat.wire.ward.SignalKind;

/** A number in the size in which it is read from across the room, its limits and its trend. */
final class NumberCard extends Region {
  /** Share of the width for the number. */
  private static final double NUMBER_SHARE = 0.545;

  private static final double PADDING = 14;
  private static final double CAP = 0.76;

  /** Below this height the lines stand closer. */
  private static final double FLAT_BELOW = 80;

  private final Words words;
  private final PatientView.Slot slot;
  private final Region cause = new Region();
  private final Text label = Texts.line("label");
  private final Text unit = Texts.line("unit");
  private final Text high = Texts.line("limit");
  private final Text low = Texts.line("limit");
  private final Text value = Texts.line("value");
  private final SVGPath bell = Icon.BELL_OFF.node();
  private final List<Text> notes = new ArrayList<>();
  private final TrendChart chart;
  private PatientView.@Nullable Card card;

  NumberCard(Words words, PatientView.Slot slot) {
    this.words = words;
    this.slot = slot;
    String style = StyleNames.of(slot);
    chart = new TrendChart(words, color(slot), slot == PatientView.Slot.NIBP);
    getStyleClass().addAll("number-card", "patient-part", style);
    setId("patient-" + style + "-card");
    cause.getStyleClass().add("cause");
    cause.setManaged(false);
    cause.setVisible(false);
    cause.setId("patient-" + style + "-cause");
    bell.setManaged(false);
    bell.setVisible(false);
    bell.setId("patient-" + style + "-limit-off");
    label.setText(words.text(PatientNames.label(slot)));
    unit.setText(PatientNames.unit(slot, words));
    value.setId("patient-" + style);
    high.setId("patient-" + style + "-high");
    low.setId("patient-" + style + "-low");
    getChildren().addAll(cause, chart, label, unit, high, low, value, bell);
  }

  private static Color color(PatientView.Slot slot) {
    return switch (slot) {
      case HR -> WaveLooks.color(SignalKind.ECG);
      case SPO2 -> WaveLooks.color(SignalKind.PLETH);
      case RR -> WaveLooks.color(SignalKind.RESP);
      case TEMP, NIBP -> Color.web("#F2F5F8");
    };
  }

  void show(PatientView.Card next) {
    if (next.equals(card)) {
      return;
    }
    card = next;
    ValueView number = next.value();
    Texts.set(value, number.text());
    Texts.set(high, next.high());
    Texts.set(low, next.low());
    boolean dim = number.tone() == ValueView.Tone.DIM;
    for (Node node : List.of(value, label, high, low)) {
      node.pseudoClassStateChanged(States.DIM, dim);
    }
    boolean filled = number.fill() != Severity.NONE;
    cause.setVisible(filled);
    for (Node node : List.of(this, cause, value, label, unit, high, low)) {
      States.severity(node, number.fill(), AlarmLook.NEW);
    }
    bell.setVisible(number.limitOff());
    showNotes(next.notes());
    setAccessibleText(
        words.text(
            "spoken.patient.number",
            label.getText(),
            number.text(),
            unit.getText(),
            next.low(),
            next.high()));
    requestLayout();
  }

  private void showNotes(List<PatientView.Note> shown) {
    while (notes.size() < 2 * shown.size()) {
      Text text = Texts.line(notes.size() % 2 == 0 ? "note-caption" : "note-value");
      text.setId("patient-" + StyleNames.of(slot) + "-note-" + notes.size());
      notes.add(text);
      getChildren().add(text);
    }
    for (int i = 0; i < notes.size(); i++) {
      boolean used = i / 2 < shown.size();
      String said =
          used ? (i % 2 == 0 ? shown.get(i / 2).caption() : shown.get(i / 2).value()) : "";
      Texts.set(notes.get(i), said);
    }
  }

  /**
   * Shows its trend.
   *
   * @param lower the lower one of a pressure, else null
   */
  void showTrend(Trend trend, @Nullable Trend lower, boolean live) {
    PatientView.Card shown = card;
    if (shown != null) {
      chart.show(
          trend,
          lower,
          shown.lowFixed(),
          shown.highFixed(),
          Trend.joinedMinutes(shown.trend()),
          live);
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double split = Math.rint(width * NUMBER_SHARE);
    cause.resizeRelocate(1, 1, split - 1, height - 2);
    boolean flat = height < FLAT_BELOW;
    double top = flat ? 18 : 25;
    Texts.place(label, PADDING, top);
    Texts.place(unit, PADDING + Texts.width(label) + 6, top);
    bell.setLayoutX(PADDING + Texts.width(label) + Texts.width(unit) + 12);
    bell.setLayoutY(top - 15);
    double second = flat ? Math.min(51, height - 3) : 73;
    double first = flat ? Math.min(35, second - 14) : 50;
    Texts.place(high, PADDING, first);
    Texts.place(low, PADDING, high.getText().isEmpty() ? first : second);
    double cap = value.getFont().getSize() * CAP;
    double baseline = Math.min(height - (flat ? 8 : 14), (height + cap) / 2 + 12);
    Texts.place(value, split - 18 - Texts.width(value), baseline);
    boolean noted = notes.stream().anyMatch(note -> !note.getText().isEmpty());
    double foot = noted ? 30 : 4;
    chart.resizeRelocate(split + 4, 6, Math.max(0, width - split - 10), height - foot - 8);
    placeNotes(split + 4, width - 6, height - 13);
  }

  /** As many as there is room for. */
  private void placeNotes(double left, double right, double baseline) {
    double x = left;
    for (int i = 0; i + 1 < notes.size(); i += 2) {
      Text caption = notes.get(i);
      Text said = notes.get(i + 1);
      double end = x + Texts.width(caption) + 6 + Texts.width(said);
      caption.setVisible(end <= right);
      said.setVisible(end <= right);
      Texts.place(caption, x, baseline);
      Texts.place(said, x + Texts.width(caption) + 6, baseline);
      x = end + 20;
    }
  }
}
