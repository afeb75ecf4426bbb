package org.wardbeat.station.review;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A table of figures whose rows are in the order in which they were worked out. */
final class BurdenTable<T> {
  private static final double ROW_HEIGHT = 36;
  private static final int LEAST_ROWS = 5;

  private final TableView<T> table = new TableView<>();

  /**
   * @param title what it tells of, for those who hear the screen
   * @param placeholder what is said where there is nothing to tell
   */
  BurdenTable(String id, String title, String placeholder) {
    table.setId(id);
    table.setAccessibleText(title);
    table.setPlaceholder(new Label(placeholder));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table.setFixedCellSize(ROW_HEIGHT);
    table.setMinHeight(LEAST_ROWS * ROW_HEIGHT);
    table.setPrefHeight(LEAST_ROWS * ROW_HEIGHT);
  }

  TableView<T> node() {
    return table;
  }

  /** Adds a column of words. */
  BurdenTable<T> words(String title, double width, Function<T, String> words) {
    column(title, width, words);
    return this;
  }

  /** Adds a column of figures, aligned to the right. */
  BurdenTable<T> figures(String title, double width, Function<T, String> words) {
    column(title, width, words).getStyleClass().add("number");
    return this;
  }

  /** Removes the columns from one on. */
  void removeFrom(int index) {
    table.getColumns().remove(index, table.getColumns().size());
  }

  private TableColumn<T, String> column(String title, double width, Function<T, String> words) {
    TableColumn<T, String> column = new TableColumn<>(title);
    column.setMinWidth(width);
    column.setPrefWidth(width);
    column.setReorderable(false);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
    if (table.getColumns().isEmpty()) {
      column.getStyleClass().add("first");
    }
    table.getColumns().add(column);
    return column;
  }

  void show(List<T> rows) {
    if (!rows.equals(table.getItems())) {
      table.getItems().setAll(rows);
    }
  }
}
