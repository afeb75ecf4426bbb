package org.wardbeat.station.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Panes;
import org.wardbeat.wire.frame.Frame;

/** All that is known of the selected alarm. User-interface thread only. */
final class DetailCard {
  private static final double NAME_WIDTH = 132;

  private final Label chip = new Label();
  private final Label title = Panes.wrapped("num", "detail-title");
  private final Label place = Panes.wrapped("detail-place");
  private final Label hint = Panes.wrapped("detail-hint");
  private final GridPane grid = new GridPane();
  private final List<Label> names = new ArrayList<>();
  private final List<Label> values = new ArrayList<>();
  private final Button go = new Button();
  private final VBox about;
  private final VBox node;
  private final Words words;
  private @Nullable AlarmDetail shown;

  /**
   * @param goTo called when the user wants to go to the bed
   */
  DetailCard(Words words, Runnable goTo) {
    this.words = words;
    chip.getStyleClass().add("chip");
    title.setId("detail-title");
    place.setId("detail-place");
    hint.setId("detail-hint");
    hint.setText(words.text("review.detail.hint"));
    HBox.setHgrow(title, Priority.ALWAYS);
    grid.setId("detail");
    grid.getStyleClass().add("detail-grid");
    ColumnConstraints name = new ColumnConstraints(NAME_WIDTH);
    ColumnConstraints value = new ColumnConstraints();
    value.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(name, value);
    go.setId("go-to-bed");
    go.setGraphic(Icon.TILES.node());
    go.setMaxWidth(Double.MAX_VALUE);
    go.setOnAction(_ -> goTo.run());
    HBox head = Panes.row(12, chip, title);
    about = new VBox(head, place, grid);
    about.getStyleClass().add("detail-body");
    VBox foot = new VBox(go);
    foot.getStyleClass().add("card-foot");
    Region room = new Region();
    VBox.setVgrow(room, Priority.ALWAYS);
    ScrollPane scrolled = new ScrollPane(about);
    scrolled.setFitToWidth(true);
    scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scrolled.setMinHeight(0);
    scrolled.visibleProperty().bind(about.visibleProperty());
    scrolled.managedProperty().bind(about.visibleProperty());
    VBox body = new VBox(hint, scrolled, room, foot);
    body.setMinHeight(0);
    node = Panes.card(words.text("review.detail"), "", new Region(), body);
    node.setId("detail-card");
    show(null);
  }

  VBox node() {
    return node;
  }

  /** Shows an alarm, null for none. */
  void show(@Nullable AlarmDetail next) {
    boolean some = next != null;
    hint.setVisible(!some);
    hint.setManaged(!some);
    about.setVisible(some);
    about.setManaged(some);
    go.setDisable(!some);
    if (next == null) {
      shown = null;
      go.setText(words.text("review.go-to-bed"));
      return;
    }
    if (Objects.equals(next, shown)) {
      return;
    }
    shown = next;
    Frame.AlarmRecord record = next.record();
    AlarmTable.mark(chip, record.alarm(), next.live(), words);
    Panes.set(title, AlarmWords.text(record.alarm(), words));
    Panes.set(place, next.place());
    go.setText(words.text("review.go-to-one", record.bed().bed()));
    grow(next.fields().size());
    for (int i = 0; i < names.size(); i++) {
      boolean used = i < next.fields().size();
      AlarmDetail.Field field = used ? next.fields().get(i) : AlarmDetail.Field.NONE;
      Panes.set(names.get(i), field.name());
      Panes.set(values.get(i), field.value());
      values.get(i).getStyleClass().setAll("label", field.isName() ? "detail-name" : "num");
    }
  }

  private void grow(int count) {
    while (names.size() < count) {
      int row = names.size();
      Label name = Panes.label("", "detail-key");
      Label value = Panes.wrapped("num");
      value.setId("detail-value-" + row);
      names.add(name);
      values.add(value);
      grid.add(name, 0, row);
      grid.add(value, 1, row);
    }
  }
}
