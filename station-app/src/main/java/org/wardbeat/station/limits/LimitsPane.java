package org.wardbeat.station.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.acting.Submission;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.panel.FormPane;
import org.wardbeat.station.panel.FormTable;
import org.wardbeat.station.panel.Hints;
import org.wardbeat.station.panel.PanelStyles;
import org.wardbeat.station.ward.BedSnapshot;

/** The limits editor: a row for each vital sign with what it is now. User-interface thread only. */
public final class LimitsPane extends FormPane<LimitsForm> {
  private final List<String> reasons;
  private final Label history = PanelStyles.label("limits-history", "panel-note");
  private final Label conflict = PanelStyles.label("limits-conflict", "panel-caution");
  private final HBox decision = new HBox();
  private final FormTable table;
  private final Hints reason;
  private final Button back = new Button();
  private final List<LimitRow> rows = new ArrayList<>();
  private @Nullable LimitsView shown;

  /** An editor of a bed's limits. */
  public LimitsPane(BedSnapshot bed, Submission submission) {
    super(new LimitsForm(bed, submission));
    Words words = form.words();
    reasons =
        List.of(
            words.text("limits.reason.order"),
            words.text("limits.reason.usual"),
            words.text("limits.reason.sleep"));
    table =
        new FormTable(
            List.of(
                "",
                words.text("limits.column.now"),
                words.text("limits.column.low"),
                words.text("limits.column.high"),
                words.text("limits.column.alarm"),
                ""),
            110,
            82,
            164,
            164,
            74);
    back.setText(words.text("limits.back"));
    reason = new Hints("limits-reason", words.text("panel.reason"), edit(form::setReason));
    back.setId("limits-back");
    back.getStyleClass().setAll("panel-button");
    back.setOnAction(_ -> edited(form::backToUnit));
    decision
        .getChildren()
        .addAll(
            conflict,
            choice("limits-theirs", words.text("limits.take-theirs"), form::takeTheirs),
            choice("limits-ours", words.text("limits.keep-mine"), form::keepOurs));
    decision.getStyleClass().add("panel-decision");
    HBox.setHgrow(conflict, Priority.ALWAYS);
    conflict.setMaxWidth(Double.MAX_VALUE);
    HBox head = new HBox(history, back);
    head.getStyleClass().add("panel-head");
    HBox.setHgrow(history, Priority.ALWAYS);
    history.setMaxWidth(Double.MAX_VALUE);
    body.getChildren().addAll(head, decision, table, reason);
  }

  private Button choice(String id, String does, Runnable action) {
    Button button = new Button(does);
    button.setId(id);
    button.getStyleClass().setAll("panel-button");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> edited(action));
    return button;
  }

  private Consumer<String> edit(Consumer<String> change) {
    return text -> edited(() -> change.accept(text));
  }

  @Override
  protected void render() {
    reason.show(form.reason(), reasons);
    LimitsView view = form.view();
    if (view.equals(shown)) {
      return;
    }
    shown = view;
    PanelStyles.set(history, view.history(), !view.usable());
    PanelStyles.set(conflict, view.conflict(), true);
    boolean open = !view.conflict().isEmpty();
    decision.setVisible(open);
    decision.setManaged(open);
    back.setDisable(!view.usable());
    reason.setDisable(!view.usable());
    showRows(view.rows());
  }

  private void showRows(List<LimitsView.Row> next) {
    if (!isSame(next)) {
      table.clear();
      rows.clear();
      for (LimitsView.Row row : next) {
        LimitRow added = new LimitRow(row, form, this::render);
        rows.add(added);
        table.addRow(added.cells());
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).show(next.get(i));
    }
  }

  private boolean isSame(List<LimitsView.Row> next) {
    boolean same = next.size() == rows.size();
    for (int i = 0; same && i < next.size(); i++) {
      same = rows.get(i).isFor(next.get(i));
    }
    return same;
  }

  @Override
  public String confirmWords() {
    return form.words().text("limits.confirm");
  }
}
