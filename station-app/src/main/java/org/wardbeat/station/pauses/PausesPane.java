package org.wardbeat.station.pauses;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.acting.Submission;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.panel.ChoiceRow;
import org.wardbeat.station.panel.FormPane;
import org.wardbeat.station.panel.Hints;
import org.wardbeat.station.panel.PanelStyles;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.Operation;

/**
 * Pauses and standby: what is held back now, and a choice of what, where and for how long. Choosing
 * does nothing; the panel's button does. User-interface thread only.
 */
public final class PausesPane extends FormPane<PausesForm> {
  /** What is held back, with its countdown and a button that ends it. */
  private final class HeldRow {
    private final Label text = PanelStyles.label("", "held-text");
    private final Label left = PanelStyles.label("", "held-left");
    private final Button end = new Button(form.words().text("pauses.end"));
    private final HBox box = new HBox(text, left, end);
    private Operation.@Nullable Inactivate ends;

    private HeldRow(int index) {
      text.setId("held-" + index);
      left.setId("held-" + index + "-left");
      end.setId("held-" + index + "-end");
      end.getStyleClass().setAll("panel-button");
      end.setMinWidth(Region.USE_PREF_SIZE);
      left.setMinWidth(Region.USE_PREF_SIZE);
      left.setWrapText(false);
      HBox.setHgrow(text, Priority.ALWAYS);
      text.setMaxWidth(Double.MAX_VALUE);
      box.getStyleClass().add("held-row");
      end.setOnAction(
          _ -> {
            Operation.Inactivate wanted = ends;
            if (wanted != null) {
              edited(() -> form.end(wanted));
            }
          });
    }

    private void show(PausesView.Held held) {
      ends = held.end();
      PanelStyles.set(text, held.text(), true);
      PanelStyles.set(left, held.left(), true);
      end.setAccessibleText(form.words().text("spoken.end-now", held.text()));
    }
  }

  private final Label none = PanelStyles.label("held-none", "panel-note");
  private final VBox held = new VBox();
  private final List<HeldRow> heldRows = new ArrayList<>();
  private final ChoiceRow<PauseKind> kinds;
  private final ChoiceRow<Boolean> places;
  private final ChoiceRow<Integer> times;
  private final Hints reason;
  private final Label reasonTitle;
  private final Label meaning = PanelStyles.label("pause-meaning", "panel-caution");
  private @Nullable PausesView shown;

  /** Pauses of a bed and its unit. */
  public PausesPane(BedSnapshot bed, Submission submission) {
    super(new PausesForm(bed, submission));
    Words words = form.words();
    reasonTitle = title(words.text("panel.reason"));
    kinds =
        new ChoiceRow<>(
            "pause-kind",
            kind -> words.text(kind.titleKey()),
            kind -> edited(() -> form.choose(kind)));
    places =
        new ChoiceRow<>(
            "pause-place",
            whole ->
                whole
                    ? words.text("pauses.whole-unit", form.unit())
                    : words.text("pauses.one-bed", form.bed()),
            whole -> edited(() -> form.chooseUnit(whole)));
    times =
        new ChoiceRow<>(
            "pause-time", PausesForm::spoken, seconds -> edited(() -> form.chooseSeconds(seconds)));
    reason =
        new Hints(
            "pause-reason", words.text("panel.reason"), why -> edited(() -> form.setReason(why)));
    none.setText(words.text("pauses.nothing-held"));
    held.getStyleClass().add("held-list");
    body.getChildren()
        .addAll(
            title(words.text("pauses.held-now")),
            none,
            held,
            title(words.text("pauses.what")),
            kinds,
            title(words.text("pauses.where")),
            places,
            title(words.text("pauses.how-long")),
            times,
            reasonTitle,
            reason,
            meaning);
    body.getStyleClass().add("pauses");
  }

  private static Label title(String name) {
    Label label = PanelStyles.label("", "section-title");
    label.setText(name);
    return label;
  }

  @Override
  protected void render() {
    PausesView view = form.view();
    boolean same = view.equals(shown);
    shown = view;
    kinds.show(List.of(PauseKind.values()), view.kind());
    places.show(List.of(false, true), view.wholeUnit());
    times.show(view.kind().seconds(), view.seconds());
    if (same) {
      return;
    }
    boolean asks = view.kind().needsReason();
    reasonTitle.setVisible(asks);
    reason.setVisible(asks);
    reason.show(view.reason(), view.kind().reasonKeys().stream().map(form.words()::text).toList());
    PanelStyles.set(
        meaning,
        view.trouble().isEmpty() ? form.words().text(view.kind().meaningKey()) : view.trouble(),
        true);
    showHeld(view.held());
  }

  private void showHeld(List<PausesView.Held> now) {
    none.setVisible(now.isEmpty());
    none.setManaged(now.isEmpty());
    while (heldRows.size() < now.size()) {
      heldRows.add(new HeldRow(heldRows.size()));
    }
    held.getChildren().setAll(heldRows.stream().limit(now.size()).map(row -> row.box).toList());
    for (int i = 0; i < now.size(); i++) {
      heldRows.get(i).show(now.get(i));
    }
  }

  @Override
  public String confirmWords() {
    return form.view().confirm();
  }
}
