package org.wardbeat.station.diagnostics;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Makes tables whose rows are records. */
final class Tables {
  private Tables() {}

  static <T> TableView<T> table(String id, String placeholder) {
    TableView<T> table = new TableView<>();
    table.setId(id);
    table.setPlaceholder(new Label(placeholder));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table.setEditable(false);
    table.setFixedCellSize(32);
    return table;
  }

  /**
   * Adds a column.
   *
   * @param width least and preferred width; the room that is left goes to all columns
   * @param number whether it is aligned to the right
   */
  static <T> TableColumn<T, ?> column(
      TableView<T> table,
      String title,
      double width,
      boolean number,
      Function<T, DiagnosticsView.Word> word) {
    TableColumn<T, DiagnosticsView.Word> column = new TableColumn<>(title);
    column.setMinWidth(width);
    column.setPrefWidth(width);
    column.setReorderable(false);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(word.apply(row.getValue())));
    column.setCellFactory(_ -> new WordCell<>());
    if (number) {
      column.getStyleClass().add("number");
    }
    table.getColumns().add(column);
    return column;
  }

  /** Replaces the rows that changed, so that a refresh does not lose selection and place. */
  static <T> void update(TableView<T> table, List<T> rows) {
    for (int i = 0; i < rows.size(); i++) {
      if (i == table.getItems().size()) {
        table.getItems().add(rows.get(i));
      } else if (!table.getItems().get(i).equals(rows.get(i))) {
        table.getItems().set(i, rows.get(i));
      }
    }
    if (table.getItems().size() > rows.size()) {
      table.getItems().remove(rows.size(), table.getItems().size());
    }
  }

  private static final class WordCell<T> extends TableCell<T, DiagnosticsView.Word> {
    @Override
    protected void updateItem(DiagnosticsView.@Nullable Word word, boolean empty) {
      super.updateItem(word, empty);
      DiagnosticsView.Word shown = word == null || empty ? DiagnosticsView.Word.of("") : word;
      setText(shown.text());
      Styles.tone(this, shown.tone());
    }
  }
}
