package org.wardbeat.station.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.theme.Panes;
import org.wardbeat.wire.ward.AlarmPriority;

/** What alarms burden the ward with. User-interface thread only. */
final class BurdenPane {
  private static final PseudoClass CAUTION = PseudoClass.getPseudoClass("caution");
  private static final double GAP = 6;
  private static final int TOP_SOURCES = 50;
  private static final int FIXED_COLUMNS = 3;

  private final List<Label> figures = new ArrayList<>();
  private final List<Label> notes = new ArrayList<>();
  private static final double SIXTH = 100 / 6.0;

  private final Words words;
  private final BurdenTable<Burden.OfBed> beds;
  private final BurdenTable<Burden.OfCondition> conditions;
  private final BurdenTable<Burden.Source> sources;
  private final HourChart hours;
  private final GridPane tiles = columns(new GridPane(), SIXTH, SIXTH, SIXTH, SIXTH, SIXTH, SIXTH);
  private final GridPane tables = new GridPane();
  private final Region bedsCard;
  private final Region conditionsCard;
  private final Region sourcesCard;
  private final VBox content;
  private final ScrollPane node;
  private boolean narrow;
  private List<Burden.Day> days = List.of();
  private @Nullable Burden burden;

  BurdenPane(Words words) {
    this.words = words;
    beds = table("burden-beds", "burden.beds");
    conditions = table("burden-conditions", "burden.conditions");
    sources = table("burden-sources", "burden.sources");
    hours = new HourChart(words);
    tile("alarms", "burden.alarms");
    tile("rate", "burden.rate");
    tile("duration", "burden.duration");
    tile("total", "burden.total");
    tile("response", "burden.response");
    tile("unseen", "burden.unseen");
    bedsCard = grown(bedsCard());
    conditionsCard = grown(conditionsCard());
    sourcesCard = grown(sourcesCard());
    VBox.setVgrow(tables, Priority.ALWAYS);
    arrange(false);
    VBox byHour =
        Panes.card(
            words.text("burden.hours"), words.text("burden.hours.note"), new Region(), hours);
    content = new VBox(GAP, tiles, tables, byHour);
    content.setId("burden");
    node = new ScrollPane(content);
    node.setFitToWidth(true);
    node.setFitToHeight(true);
    node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    node.setMinWidth(0);
    node.setMinHeight(0);
  }

  private <T> BurdenTable<T> table(String id, String titleKey) {
    return new BurdenTable<>(id, words.text(titleKey), words.text("burden.none"));
  }

  /** Side by side; in a narrow window the days get a row of their own. */
  private void arrange(boolean narrow) {
    tables.getChildren().clear();
    tables.getColumnConstraints().clear();
    if (narrow) {
      columns(tables, 60, 40);
      tables.add(bedsCard, 0, 0, 2, 1);
      tables.add(conditionsCard, 0, 1);
      tables.add(sourcesCard, 1, 1);
    } else {
      columns(tables, 42, 33, 25);
      tables.addRow(0, bedsCard, conditionsCard, sourcesCard);
    }
  }

  void setNarrow(boolean nowNarrow) {
    if (nowNarrow != narrow) {
      narrow = nowNarrow;
      arrange(narrow);
    }
  }

  /** Shows whether something is missing. */
  void setIncomplete(boolean incomplete) {
    content.pseudoClassStateChanged(CAUTION, incomplete);
  }

  private static GridPane columns(GridPane row, double... percents) {
    row.setHgap(GAP);
    row.setVgap(GAP);
    for (double percent : percents) {
      ColumnConstraints column = new ColumnConstraints();
      column.setMinWidth(0);
      column.setPercentWidth(percent);
      row.getColumnConstraints().add(column);
    }
    return row;
  }

  private static Region grown(Region card) {
    GridPane.setVgrow(card, Priority.ALWAYS);
    card.setMaxHeight(Double.MAX_VALUE);
    card.setMinWidth(0);
    return card;
  }

  ScrollPane node() {
    return node;
  }

  private void tile(String id, String titleKey) {
    Label figure = Panes.label("", "num", "tile-figure");
    figure.setId("burden-" + id);
    Label note = Panes.label("", "num", "tile-note");
    note.setId("burden-" + id + "-note");
    VBox tile = new VBox(Panes.label(words.text(titleKey), "tile-title"), figure, note);
    tile.getStyleClass().addAll("card", "tile");
    tiles.add(grown(tile), figures.size(), 0);
    figures.add(figure);
    notes.add(note);
  }

  private VBox bedsCard() {
    beds.words(words.text("review.column.bed"), 66, each -> each.bed().bed());
    beds.figures(
        words.text("burden.column.all"), 60, each -> BurdenWords.count(each.all().count()));
    beds.figures(
        words.text("burden.column.time"), 82, each -> BurdenWords.total(each.all().totalMicros()));
    return card("burden.beds", "burden.beds.note", beds);
  }

  private VBox card(String titleKey, String noteKey, BurdenTable<?> table) {
    return Panes.card(words.text(titleKey), words.text(noteKey), new Region(), table.node());
  }

  private VBox conditionsCard() {
    conditions
        .words(
            words.text("burden.column.condition"),
            128,
            each -> AlarmWords.condition(each.condition()))
        .figures(
            words.text("burden.column.alarms"),
            70,
            each -> BurdenWords.count(each.figures().count()))
        .figures(
            words.text("burden.column.median"),
            80,
            each -> BurdenWords.span(each.figures().medianMicros()))
        .figures("90 %", 68, each -> BurdenWords.span(each.figures().p90Micros()))
        .figures(
            words.text("burden.column.time"),
            82,
            each -> BurdenWords.total(each.figures().totalMicros()))
        .figures(
            words.text("burden.column.response"),
            92,
            each -> BurdenWords.span(each.figures().responseMicros()))
        .figures(
            words.text("burden.column.unseen"),
            94,
            each -> BurdenWords.share(each.figures().unseenShare()));
    return card("burden.conditions", "burden.conditions.note", conditions);
  }

  private VBox sourcesCard() {
    sources
        .words(words.text("review.column.bed"), 66, each -> each.bed().bed())
        .words(
            words.text("burden.column.condition"),
            128,
            each -> AlarmWords.condition(each.condition()))
        .figures(
            words.text("burden.column.alarms"),
            70,
            each -> BurdenWords.count(each.figures().count()))
        .figures(words.text("burden.column.share"), 64, this::share)
        .figures(
            words.text("burden.column.unseen"),
            94,
            each -> BurdenWords.share(each.figures().unseenShare()));
    return card("burden.sources", "burden.sources.note", sources);
  }

  private String share(Burden.Source each) {
    Burden shown = burden;
    return shown == null || shown.all().count() == 0
        ? ""
        : Math.round(100.0 * each.figures().count() / shown.all().count()) + " %";
  }

  /** Shows what was worked out. */
  void show(ReviewView view) {
    Burden next = view.burden();
    if (next.equals(burden)) {
      return;
    }
    burden = next;
    Figures all = next.all();
    tile(0, BurdenWords.count(all.count()), priorities(view.counts()));
    tile(1, BurdenWords.rate(next.perBedAndDay()), words.count("top.beds", next.beds()));
    tile(
        2,
        BurdenWords.span(all.medianMicros()),
        words.text("burden.duration.note", BurdenWords.span(all.p90Micros())));
    tile(3, BurdenWords.total(all.totalMicros()), words.text("burden.total.note"));
    long seen = (long) all.count() - all.unseen();
    tile(
        4,
        BurdenWords.span(all.responseMicros()),
        words.text("burden.response.note", BurdenWords.count(seen)));
    String unseen = BurdenWords.count(all.unseen());
    tile(5, BurdenWords.share(all.unseenShare()), words.text("burden.unseen.note", unseen));
    fitDays(next.days());
    beds.show(next.byBed());
    conditions.show(next.byCondition());
    sources.show(next.sources().stream().limit(TOP_SOURCES).toList());
    hours.show(next.hours());
  }

  private void tile(int index, String figure, String note) {
    Panes.set(figures.get(index), figure);
    Panes.set(notes.get(index), note);
  }

  private static String priorities(Map<AlarmPriority, Integer> counts) {
    StringBuilder said = new StringBuilder();
    for (AlarmPriority priority : AlarmPriority.values()) {
      said.append(AlarmWords.stars(priority));
      said.append(' ').append(BurdenWords.count(counts.getOrDefault(priority, 0))).append("   ");
    }
    return said.toString().strip();
  }

  private void fitDays(List<Burden.Day> next) {
    if (next.stream()
        .map(Burden.Day::date)
        .toList()
        .equals(days.stream().map(Burden.Day::date).toList())) {
      return;
    }
    days = next;
    beds.removeFrom(FIXED_COLUMNS);
    for (int i = next.size() - 1; i >= 0; i--) {
      int day = i;
      beds.figures(
          BurdenWords.day(next.get(i).date(), words),
          70,
          each ->
              day < each.byDay().size()
                  ? BurdenWords.countOrNone(each.byDay().get(day).count())
                  : "");
    }
  }
}
