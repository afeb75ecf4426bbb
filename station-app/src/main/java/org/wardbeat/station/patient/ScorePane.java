package org.wardbeat.station.patient;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.overview.States;
import org.wardbeat.station.theme.MixedLine;
import org.wardbeat.station.theme.Texts;
import org.wardbeat.wire.ward.Score;

/** The early warning score, and where each of its inputs is from. */
final class ScorePane extends Region {
  private static final double PADDING = 14;
  private static final double HEAD = 52;
  private static final double FLAT_HEAD = 38;

  /** Below this height the lines stand closer. */
  private static final double FLAT_BELOW = 130;

  private static final double FOOT = 24;

  /** From the name of an input to where it is from. */
  private static final double COLUMN = 92;

  private static final double POINTS_WIDTH = 36;
  private static final double POINTS_HEIGHT = 24;

  private static final class Column {
    final Text name = Texts.line("input-name");
    final Text value = Texts.line("input-value");
    final Region box = new Region();
    final Text points = Texts.line("input-points");
    final Text source = Texts.line("input-source");

    List<Node> nodes() {
      return List.of(name, value, box, points, source);
    }
  }

  private final Words words;
  private final Text title = Texts.line("score-title");
  private final Region totalBox = new Region();
  private final Text total = Texts.line("score-total");
  private final Text meaning = Texts.line("score-words");
  private final MixedLine note = new MixedLine("score-note");
  private final Text foot = Texts.line("trend-note");
  private final List<Column> columns = new ArrayList<>();
  private PatientView.@Nullable ScoreCard card;

  ScorePane(Words words) {
    this.words = words;
    setId("patient-score");
    getStyleClass().addAll("score-pane", "patient-part");
    title.setText("NEWS2");
    total.setId("patient-news2");
    meaning.setId("patient-news2-words");
    note.setId("patient-news2-note");
    totalBox.getStyleClass().add("score-box");
    totalBox.setManaged(false);
    totalBox.setId("patient-news2-box");
    foot.setText(words.text("patient.trend.note"));
    getChildren().addAll(title, totalBox, total, meaning, note, foot);
  }

  void show(PatientView.ScoreCard next) {
    if (next.equals(card)) {
      return;
    }
    card = next;
    Texts.set(total, next.points());
    Texts.set(meaning, next.words());
    note.setContent(next.note());
    totalBox.pseudoClassStateChanged(PatientStates.SINGLE, next.band() == Score.Band.LOW_MEDIUM);
    totalBox.pseudoClassStateChanged(States.MEDIUM, next.band() == Score.Band.MEDIUM);
    totalBox.pseudoClassStateChanged(States.HIGH, next.band() == Score.Band.HIGH);
    total.pseudoClassStateChanged(States.HIGH, next.band() == Score.Band.HIGH);
    while (columns.size() < next.inputs().size()) {
      Column column = new Column();
      column.box.getStyleClass().add("points-box");
      column.box.setManaged(false);
      columns.add(column);
      getChildren().addAll(column.nodes());
    }
    for (int i = 0; i < columns.size(); i++) {
      boolean used = i < next.inputs().size();
      columns.get(i).nodes().forEach(node -> node.setVisible(used));
      if (used) {
        show(columns.get(i), next.inputs().get(i));
      }
    }
    setAccessibleText("NEWS2 %s %s %s".formatted(next.points(), next.words(), next.note()));
    requestLayout();
  }

  private static void show(Column column, PatientView.Input input) {
    Texts.set(column.name, input.name());
    Texts.set(column.value, input.value());
    Texts.set(column.points, input.points());
    Texts.set(column.source, input.source());
    boolean counts = !input.points().equals("0") && !input.points().equals("–");
    column.points.pseudoClassStateChanged(PatientStates.LASTING, counts);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    boolean flat = getHeight() < FLAT_BELOW;
    double baseline = flat ? 27 : 33;
    Texts.place(title, PADDING, baseline);
    double x = PADDING + Texts.width(title) + 14;
    double boxWidth = Math.max(48, Texts.width(total) + 22);
    totalBox.resizeRelocate(x, flat ? 3 : 6, boxWidth, flat ? 32 : 40);
    Texts.place(total, x + (boxWidth - Texts.width(total)) / 2, flat ? 29 : 36);
    x += boxWidth + 12;
    Texts.place(meaning, x, baseline);
    x += Texts.width(meaning) + 14;
    double used = note.fit(Math.max(0, width - x - PADDING));
    note.relocate(Math.rint(width - PADDING - used), baseline);
    layoutColumns(width, flat);
    foot.setVisible(getHeight() >= HEAD + COLUMN + FOOT);
    Texts.fit(foot, words.text("patient.trend.note"), width - 2 * PADDING);
    Texts.place(foot, PADDING, getHeight() - 10);
  }

  private void layoutColumns(double width, boolean flat) {
    PatientView.ScoreCard shown = card;
    int count = shown == null ? 0 : shown.inputs().size();
    if (count == 0) {
      return;
    }
    double top = flat ? FLAT_HEAD : HEAD;
    double points = flat ? 35 : 46;
    double columnWidth = (width - 2 * 4) / count;
    boolean high = getHeight() >= HEAD + COLUMN;
    for (int i = 0; i < count; i++) {
      Column column = columns.get(i);
      double center = 4 + columnWidth * (i + 0.5);
      center(column.name, center, top + (flat ? 12 : 14));
      center(column.value, center, top + (flat ? 31 : 38));
      double boxTop = top + points;
      column.box.resizeRelocate(
          Math.rint(center - POINTS_WIDTH / 2), boxTop, POINTS_WIDTH, POINTS_HEIGHT);
      center(column.points, center, boxTop + 18);
      center(column.source, center, boxTop + POINTS_HEIGHT + 18);
      column.source.setVisible(high);
    }
  }

  private static void center(Text text, double x, double baseline) {
    Texts.place(text, x - Texts.width(text) / 2, baseline);
  }
}
