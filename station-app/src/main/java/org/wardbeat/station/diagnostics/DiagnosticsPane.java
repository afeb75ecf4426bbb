package org.wardbeat.station.diagnostics;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Panes;

/** The diagnostics screen below the bars that are always there. User-interface thread only. */
public final class DiagnosticsPane extends ScrollPane {
  private static final double GAP = 6;
  private static final double TABLE_HEIGHT = 200;

  private final LatencyCard latency = new LatencyCard();
  private final TransportCard transport = new TransportCard();
  private final CountsCard counts = new CountsCard();
  private final ChecksCard checks = new ChecksCard();
  private final TableView<DiagnosticsView.SourceRow> sources =
      Tables.table("sources", "No sources");
  private final TableView<DiagnosticsView.LogLine> log = Tables.table("log", "Nothing happened");
  private final Label sourceCount = Panes.label("", "num", "card-note");
  private final Label message = Panes.wrapped("num", "export-message");
  private final Button export = new Button("Export diagnostics");
  private @Nullable DiagnosticsView view;

  /**
   * @param exportNow called when the user wants the diagnostics in a file
   */
  public DiagnosticsPane(Runnable exportNow) {
    setId("diagnostics");
    getStyleClass().addAll("page", "diagnostics");
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    VBox content =
        new VBox(
            GAP,
            latency.node(),
            columns(new double[] {32, 38.4, 29.6}, transport.node(), counts.node(), checks.node()),
            columns(new double[] {47.5, 52.5}, sourcesCard(), logCard(exportNow)));
    content.setId("diagnostics-content");
    content.getStyleClass().add("content");
    VBox.setVgrow(latency.node(), Priority.SOMETIMES);
    VBox.setVgrow(content.getChildren().get(2), Priority.ALWAYS);
    setContent(content);
  }

  private static GridPane columns(double[] percents, Region... nodes) {
    GridPane row = new GridPane();
    row.setHgap(GAP);
    for (int i = 0; i < nodes.length; i++) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(percents[i]);
      row.getColumnConstraints().add(column);
      nodes[i].setMaxHeight(Double.MAX_VALUE);
      GridPane.setVgrow(nodes[i], Priority.ALWAYS);
      row.add(nodes[i], i, 0);
    }
    return row;
  }

  private VBox sourcesCard() {
    Tables.column(sources, "Bed", 56, false, row -> DiagnosticsView.Word.of(row.bed()));
    Tables.column(sources, "Device", 120, false, row -> DiagnosticsView.Word.of(row.device()));
    Tables.column(sources, "age", 64, true, DiagnosticsView.SourceRow::age);
    Tables.column(sources, "gaps 1 h", 86, true, DiagnosticsView.SourceRow::gaps);
    Tables.column(sources, "lost", 86, true, DiagnosticsView.SourceRow::lost);
    Tables.column(sources, "clock", 78, true, DiagnosticsView.SourceRow::clock);
    Tables.column(sources, "battery", 74, true, DiagnosticsView.SourceRow::battery);
    sources.setMinHeight(TABLE_HEIGHT);
    sources.setPrefHeight(TABLE_HEIGHT);
    return Panes.card("Sources", "worst first, bed and device only", sourceCount, sources);
  }

  private VBox logCard(Runnable exportNow) {
    fix(Tables.column(log, "Time", 84, false, row -> DiagnosticsView.Word.of(row.time())));
    fix(Tables.column(log, "Level", 68, false, DiagnosticsView.LogLine::level));
    Tables.column(log, "What happened", 300, false, row -> DiagnosticsView.Word.of(row.text()));
    log.setPrefHeight(100);
    log.setMinHeight(100);
    export.setId("export");
    export.setGraphic(Icon.DOWNLOAD.node());
    export.setOnAction(_ -> exportNow.run());
    export.setMinWidth(Region.USE_PREF_SIZE);
    message.setId("export-message");
    message.setText("Log, counts, latency and settings. No names, values or waves.");
    HBox.setHgrow(message, Priority.ALWAYS);
    message.setMaxWidth(Double.MAX_VALUE);
    HBox foot = Panes.row(14, message, export);
    foot.getStyleClass().add("card-foot");
    VBox body = new VBox(log, foot);
    VBox.setVgrow(log, Priority.ALWAYS);
    return Panes.card("Log", "this station, newest first", new Region(), body);
  }

  private static void fix(TableColumn<?, ?> column) {
    column.setMaxWidth(column.getMinWidth());
  }

  /** Shows what changed; meant to be called once a second while it is visible. */
  public void show(DiagnosticsView next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    latency.show(next);
    transport.show(next);
    counts.show(next);
    checks.show(next);
    Tables.update(sources, next.sources());
    Tables.update(log, next.log());
    int count = next.sources().size();
    Panes.set(sourceCount, count == 1 ? "1 source" : count + " sources");
  }

  /** Says what became of an export. */
  public void showExport(DiagnosticsView.Word outcome) {
    Styles.show(message, outcome);
  }
}
