package org.wardbeat.station.diagnostics;

import java.util.function.Function;
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
import org.wardbeat.station.language.ClockStyle;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Panes;

/** The diagnostics screen below the bars that are always there. User-interface thread only. */
public final class DiagnosticsPane extends ScrollPane {
  private static final double GAP = 6;
  private static final double TABLE_HEIGHT = 200;

  private final Words words;
  private final LatencyCard latency;
  private final TransportCard transport;
  private final CountsCard counts;
  private final ChecksCard checks;
  private final TableView<DiagnosticsView.SourceRow> sources;
  private final TableView<DiagnosticsView.LogLine> log;
  private final Label sourceCount = Panes.label("", "num", "card-note");
  private final Label message = Panes.wrapped("num", "export-message");
  private final Button export = new Button();
  private @Nullable DiagnosticsView view;

  /**
   * @param words in which language
   * @param exportNow called when the user wants the diagnostics in a file
   */
  public DiagnosticsPane(Words words, Runnable exportNow) {
    this.words = words;
    latency = new LatencyCard(words);
    transport = new TransportCard(words);
    counts = new CountsCard(words);
    checks = new ChecksCard(words);
    sources = Tables.table("sources", words.text("diagnostics.sources.none"));
    log = Tables.table("log", words.text("diagnostics.log.none"));
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
    column("review.column.bed", 56, false, row -> DiagnosticsView.Word.of(row.bed()));
    column("diagnostics.source.device", 120, false, row -> DiagnosticsView.Word.of(row.device()));
    column("diagnostics.source.age", 64, true, DiagnosticsView.SourceRow::age);
    column("diagnostics.source.gaps", 86, true, DiagnosticsView.SourceRow::gaps);
    column("diagnostics.source.lost", 86, true, DiagnosticsView.SourceRow::lost);
    column("diagnostics.source.clock", 78, true, DiagnosticsView.SourceRow::clock);
    column("diagnostics.source.battery", 74, true, DiagnosticsView.SourceRow::battery);
    sources.setMinHeight(TABLE_HEIGHT);
    sources.setPrefHeight(TABLE_HEIGHT);
    return Panes.card(
        words.text("diagnostics.sources"),
        words.text("diagnostics.sources.note"),
        sourceCount,
        sources);
  }

  private void column(
      String titleKey,
      double width,
      boolean number,
      Function<DiagnosticsView.SourceRow, DiagnosticsView.Word> word) {
    Tables.column(sources, words.text(titleKey), width, number, word);
  }

  private VBox logCard(Runnable exportNow) {
    String time = words.text("diagnostics.log.time");
    double timeWidth = words.clock() == ClockStyle.HOURS_12 ? 112 : 84;
    fix(Tables.column(log, time, timeWidth, false, row -> DiagnosticsView.Word.of(row.time())));
    String level = words.text("diagnostics.log.level");
    fix(Tables.column(log, level, 68, false, DiagnosticsView.LogLine::level));
    String event = words.text("diagnostics.log.event");
    Tables.column(log, event, 300, false, row -> DiagnosticsView.Word.of(row.text()));
    log.setPrefHeight(100);
    log.setMinHeight(100);
    export.setId("export");
    export.setText(words.text("help.export"));
    export.setGraphic(Icon.DOWNLOAD.node());
    export.setOnAction(_ -> exportNow.run());
    export.setMinWidth(Region.USE_PREF_SIZE);
    message.setId("export-message");
    HBox.setHgrow(message, Priority.ALWAYS);
    message.setMaxWidth(Double.MAX_VALUE);
    HBox foot = Panes.row(14, message, export);
    foot.getStyleClass().add("card-foot");
    VBox body = new VBox(log, foot);
    VBox.setVgrow(log, Priority.ALWAYS);
    return Panes.card(
        words.text("diagnostics.log"), words.text("diagnostics.log.note"), new Region(), body);
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
    Panes.set(sourceCount, words.count("diagnostics.sources.count", next.sources().size()));
  }

  /** Says what became of an export. */
  public void showExport(DiagnosticsView.Word outcome) {
    Styles.show(message, outcome);
  }
}
