package org.wardbeat.station.review;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.AlarmId;
import org.wardbeat.station.theme.PressArea;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.AlarmState;

/** The list of alarms. User-interface thread only. */
final class AlarmTable {
  private static final double ROW_HEIGHT = 44;
  private static final PseudoClass SOLID = PseudoClass.getPseudoClass("solid");
  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
  private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

  private final TableView<Frame.AlarmRecord> table = new TableView<>();
  private final Map<Column, TableColumn<Frame.AlarmRecord, Frame.AlarmRecord>> columns =
      new EnumMap<>(Column.class);

  /** The table makes cells anew when its columns change, and forgets the former ones. */
  private final Set<TimedCell> cells = Collections.newSetFromMap(new WeakHashMap<>());

  private final Supplier<AlarmWords> words;
  private final Consumer<Ordering> reorder;
  private boolean showing = true; // while it is made

  /**
   * @param words what is said of alarms now
   * @param language in which language
   * @param select called with the alarm that is selected, null if none is
   * @param go called when the user wants to go to the selected alarm's bed
   * @param reorder called when the user wants another order
   */
  AlarmTable(
      Supplier<AlarmWords> words,
      Words language,
      Consumer<Frame.@Nullable AlarmRecord> select,
      Runnable go,
      Consumer<Ordering> reorder) {
    this.words = words;
    this.reorder = reorder;
    table.setId("alarms");
    table.setAccessibleText(language.text("review.alarms"));
    table.setPlaceholder(new Label(""));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setFixedCellSize(ROW_HEIGHT);
    table.setMinHeight(ROW_HEIGHT);
    table.setRowFactory(_ -> row(go));
    for (Column column : Column.values()) {
      table.getColumns().add(column(column, language));
    }
    TableColumn<Frame.AlarmRecord, Frame.AlarmRecord> onset = columns.get(Column.ONSET);
    if (onset != null) {
      onset.setSortType(TableColumn.SortType.DESCENDING);
      table.getSortOrder().add(onset);
    }
    table.setSortPolicy(_ -> sort());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (_, _, chosen) -> {
              if (!showing) {
                select.accept(chosen);
              }
            });
    showing = false;
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            go.run();
            event.consume();
          }
        });
  }

  TableView<Frame.AlarmRecord> node() {
    return table;
  }

  private TableRow<Frame.AlarmRecord> row(Runnable go) {
    TableRow<Frame.AlarmRecord> row =
        new TableRow<>() {
          @Override
          protected void updateItem(Frame.@Nullable AlarmRecord record, boolean empty) {
            super.updateItem(record, empty);
            pseudoClassStateChanged(OVER, record != null && record.alarm().over());
          }
        };
    row.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY
              && event.getClickCount() == 2
              && !row.isEmpty()) {
            go.run();
          }
        });
    return row;
  }

  private TableColumn<Frame.AlarmRecord, Frame.AlarmRecord> column(Column what, Words language) {
    TableColumn<Frame.AlarmRecord, Frame.AlarmRecord> column =
        new TableColumn<>(language.text(what.titleKey()));
    column.setId("column-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    double width = what.width(language.clock());
    column.setMinWidth(width);
    column.setPrefWidth(width);
    if (what != Column.ALARM) {
      column.setMaxWidth(width * 1.3);
    }
    column.setReorderable(false);
    column.setGraphic(sorter(column, what, language));
    column.getStyleClass().add(what.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (what.isNumber()) {
      column.getStyleClass().add("number");
    }
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> what == Column.PRIORITY ? new ChipCell() : new WordCell(what));
    columns.put(what, column);
    return column;
  }

  /** What sorts by a column for those who use no pointer: it lies in the column's head, unseen. */
  private PressArea sorter(
      TableColumn<Frame.AlarmRecord, Frame.AlarmRecord> column, Column what, Words language) {
    PressArea sorter = new PressArea(() -> sortBy(column));
    sorter.setId("sort-" + what.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    sorter.setAccessibleText(language.text("spoken.review.sort", language.text(what.titleKey())));
    sorter.setManaged(true); // else the head leaves it out
    sorter.setMouseTransparent(true);
    sorter.setFocusTraversable(true);
    sorter.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            sortBy(column);
            event.consume();
          }
        });
    return sorter;
  }

  /** As a click on its head does: ascending, then descending, then in the usual order. */
  private void sortBy(TableColumn<Frame.AlarmRecord, ?> column) {
    boolean sorts = table.getSortOrder().contains(column);
    if (!sorts) {
      column.setSortType(TableColumn.SortType.ASCENDING);
      table.getSortOrder().setAll(List.of(column));
    } else if (column.getSortType() == TableColumn.SortType.ASCENDING) {
      column.setSortType(TableColumn.SortType.DESCENDING);
    } else {
      table.getSortOrder().clear();
    }
  }

  /** The list is sorted where it is worked out, not here. */
  private boolean sort() {
    if (showing) {
      return true;
    }
    Ordering wanted = Ordering.NEWEST_FIRST;
    if (!table.getSortOrder().isEmpty()) {
      TableColumn<Frame.AlarmRecord, ?> by = table.getSortOrder().getFirst();
      boolean descending = by.getSortType() == TableColumn.SortType.DESCENDING;
      for (Map.Entry<Column, TableColumn<Frame.AlarmRecord, Frame.AlarmRecord>> each :
          columns.entrySet()) {
        if (each.getValue().equals(by)) {
          wanted = new Ordering(each.getKey(), descending);
        }
      }
    }
    reorder.accept(wanted);
    return true;
  }

  /** Leaves out what a narrow window can do without. */
  void setNarrow(boolean narrow) {
    columns.forEach((what, column) -> column.setVisible(!narrow || !what.isSpare()));
  }

  /** What is said while there is nothing to list. */
  void setPlaceholder(String sentence) {
    if (table.getPlaceholder() instanceof Label label && !label.getText().equals(sentence)) {
      label.setText(sentence);
    }
  }

  /**
   * Shows these alarms; the one that is selected stays so wherever it is now.
   *
   * @param selected which, null for none
   */
  void show(List<Frame.AlarmRecord> rows, @Nullable AlarmId selected) {
    showing = true;
    try {
      if (!rows.equals(table.getItems())) {
        table.getItems().setAll(rows);
      }
      select(rows, selected);
    } finally {
      showing = false;
    }
  }

  private void select(List<Frame.AlarmRecord> rows, @Nullable AlarmId selected) {
    int index = -1;
    for (int i = 0; selected != null && index < 0 && i < rows.size(); i++) {
      index = AlarmBook.idOf(rows.get(i)).equals(selected) ? i : -1;
    }
    if (index < 0) {
      table.getSelectionModel().clearSelection();
    } else if (table.getSelectionModel().getSelectedIndex() != index) {
      table.getSelectionModel().clearAndSelect(index);
    }
  }

  /** Says anew what changes by itself as time passes. */
  void tick() {
    cells.forEach(TimedCell::say);
  }

  /** A cell of which some say something else as time passes. */
  private abstract static class TimedCell extends TableCell<Frame.AlarmRecord, Frame.AlarmRecord> {
    abstract void say();
  }

  /** A cell with words. */
  private final class WordCell extends TimedCell {
    private final Column column;

    private WordCell(Column column) {
      this.column = column;
      if (column == Column.DURATION || column == Column.STATE || column == Column.ONSET) {
        cells.add(this);
      }
    }

    @Override
    protected void updateItem(Frame.@Nullable AlarmRecord record, boolean empty) {
      super.updateItem(record, empty);
      say();
    }

    @Override
    void say() {
      Frame.AlarmRecord record = getItem();
      String said = record == null || isEmpty() ? "" : words.get().cell(column, record);
      if (!said.equals(getText())) {
        setText(said);
      }
    }
  }

  /** The cell with the sign of the priority, filled as long as somebody is waited for. */
  private final class ChipCell extends TimedCell {
    private final Label chip = new Label();

    private ChipCell() {
      chip.getStyleClass().add("chip");
      cells.add(this);
    }

    @Override
    protected void updateItem(Frame.@Nullable AlarmRecord record, boolean empty) {
      super.updateItem(record, empty);
      setGraphic(record == null || empty ? null : chip);
      say();
    }

    @Override
    void say() {
      Frame.AlarmRecord record = getItem();
      if (record != null && !isEmpty()) {
        AlarmWords now = words.get();
        mark(chip, record.alarm(), now.live(), now.words());
      }
    }
  }

  /** Shows the priority of an alarm, and by the ground whether somebody is waited for. */
  static void mark(Label chip, Alarm alarm, boolean live, Words words) {
    chip.setText(AlarmWords.prefix(alarm));
    for (AlarmPriority priority : AlarmPriority.values()) {
      chip.pseudoClassStateChanged(
          PseudoClass.getPseudoClass(priority.name().toLowerCase(Locale.ROOT)),
          priority == alarm.priority());
    }
    boolean waits = live && alarm.state() == AlarmState.ACTIVE && !alarm.acknowledged();
    chip.pseudoClassStateChanged(SOLID, waits);
    chip.pseudoClassStateChanged(OFF, !waits && !alarm.over());
    chip.setAccessibleText(
        words.text(
            "spoken.priority-of-kind",
            AlarmWords.priority(alarm.priority(), words),
            AlarmWords.kind(alarm, words)));
  }
}
