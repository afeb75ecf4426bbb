package org.wardbeat.station.panel;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The rows of a form under the titles of their columns. User-interface thread only. */
public final class FormTable extends ScrollPane {
  private final GridPane grid = new GridPane();
  private final List<String> titles;
  private int rows;

  /**
   * @param titles of all columns
   * @param widths of all columns but the last, which takes what is left; in px of the design
   */
  public FormTable(List<String> titles, double... widths) {
    this.titles = List.copyOf(titles);
    for (double width : widths) {
      grid.getColumnConstraints().add(new ColumnConstraints(width));
    }
    ColumnConstraints rest = new ColumnConstraints();
    rest.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().add(rest);
    grid.getStyleClass().add("form-table");
    setContent(grid);
    setFitToWidth(true);
    setFocusTraversable(false);
    getStyleClass().add("panel-scroll");
    VBox.setVgrow(this, Priority.ALWAYS);
  }

  /** Takes all rows away but the titles. */
  public void clear() {
    grid.getChildren().clear();
    rows = 0;
    for (int column = 0; column < titles.size(); column++) {
      Label label = PanelStyles.label("", "column-title");
      label.setText(titles.get(column));
      grid.add(label, column, 0);
    }
  }

  /** Adds a row, a cell for each column. */
  public void addRow(Node... cells) {
    grid.addRow(++rows, cells);
  }
}
