package org.wardbeat.station.observations;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.acting.Submission;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.panel.FormPane;
import org.wardbeat.station.panel.FormTable;
import org.wardbeat.station.panel.PanelStyles;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.Score;

/** The entry of observations: a row for each input of NEWS2. User-interface thread only. */
public final class ObservationsPane extends FormPane<ObservationsForm> {
  private final Label total = PanelStyles.label("news2-total", "score-total");
  private final Label meaning = PanelStyles.label("news2-meaning", "score-meaning");
  private final FormTable table;
  private final Label warning = PanelStyles.label("news2-warning", "panel-caution");
  private final CheckBox decided = new CheckBox();
  private final HBox scale = new HBox();
  private final List<InputRow> rows = new ArrayList<>();
  private @Nullable ObservationsView shown;

  /** An entry for a bed. */
  public ObservationsPane(BedSnapshot bed, Submission submission) {
    super(new ObservationsForm(bed, submission));
    Words words = form.words();
    table =
        new FormTable(
            List.of(
                "",
                words.text("news2.column.now"),
                words.text("news2.column.points"),
                words.text("news2.column.from"),
                words.text("news2.column.enter")),
            140,
            110,
            44,
            190);
    decided.setText(words.text("news2.decided"));
    HBox head = new HBox(total, meaning);
    head.getStyleClass().add("panel-head");
    HBox.setHgrow(meaning, Priority.ALWAYS);
    meaning.setMaxWidth(Double.MAX_VALUE);
    total.setMinWidth(Region.USE_PREF_SIZE);
    total.setWrapText(false);
    decided.setId("news2-scale-decided");
    decided.setMinWidth(Region.USE_PREF_SIZE);
    decided.setOnAction(_ -> edited(() -> form.setScaleDecided(decided.isSelected())));
    HBox.setHgrow(warning, Priority.ALWAYS);
    warning.setMaxWidth(Double.MAX_VALUE);
    scale.getChildren().addAll(warning, decided);
    scale.getStyleClass().add("panel-decision");
    body.getChildren().addAll(head, scale, table);
  }

  @Override
  protected void render() {
    decided.setSelected(form.isScaleDecided());
    ObservationsView view = form.view();
    if (view.equals(shown)) {
      return;
    }
    shown = view;
    PanelStyles.set(total, "NEWS2  " + view.total(), false);
    for (Score.Band band : Score.Band.values()) {
      total.pseudoClassStateChanged(PseudoClass.getPseudoClass(style(band)), band == view.band());
    }
    PanelStyles.set(meaning, view.meaning(), view.band() == Score.Band.NONE);
    PanelStyles.set(warning, view.scaleWarning(), true);
    boolean warns = !view.scaleWarning().isEmpty();
    scale.setVisible(warns);
    scale.setManaged(warns);
    showRows(view.rows());
  }

  private static String style(Score.Band band) {
    return switch (band) {
      case NONE -> "none";
      case LOW -> "low";
      case LOW_MEDIUM -> "single";
      case MEDIUM -> "medium";
      case HIGH -> "high";
    };
  }

  private void showRows(List<ObservationsView.Row> next) {
    if (next.size() != rows.size()) {
      table.clear();
      rows.clear();
      for (ObservationsView.Row row : next) {
        InputRow added = new InputRow(row.parameter(), form, this::render);
        rows.add(added);
        table.addRow(added.cells());
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).show(next.get(i));
    }
  }

  @Override
  public String confirmWords() {
    return form.words().text("news2.confirm");
  }
}
