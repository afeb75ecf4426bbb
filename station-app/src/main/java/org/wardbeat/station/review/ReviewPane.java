package org.wardbeat.station.review;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.help.Shortcut;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.AlarmId;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Panes;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;

/** The review below the bars that are always there. User-interface thread only. */
final class ReviewPane extends VBox {
  private static final double GAP = 6;
  private static final double NARROW = 1_600;
  private static final double DETAIL_WIDTH = 440;
  private static final double NARROW_DETAIL_WIDTH = 300;
  private static final PseudoClass CAUTION = PseudoClass.getPseudoClass("caution");
  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

  private final FilterBar filters;
  private final AlarmTable table;
  private final DetailCard detail;
  private final BurdenPane burden;
  private final Label count = Panes.label("", "num", "card-note");
  private final HBox list;
  private final SVGPath sign = Icon.CHECK.node();
  private final Label status = Panes.wrapped("num", "review-status");
  private final Region progress = new Region();
  private final Label exported = Panes.wrapped("num", "export-message");
  private final Button again = new Button();
  private final Button save = new Button();
  private final Words words;
  private double share;

  /** What the user may want here. */
  interface Wishes {
    /** Something else is wanted of the alarms. */
    void filter();

    /** The list is wanted in another order. */
    void order(Ordering ordering);

    /** An alarm is selected; none if it is null. */
    void select(Frame.@Nullable AlarmRecord record);

    /** The bed of the selected alarm is wanted. */
    void goToBed();

    /** All is to be read anew. */
    void readAgain();

    /** What is shown is wanted in a file. */
    void export();
  }

  /**
   * @param words in which language
   * @param now what is said of alarms now
   */
  ReviewPane(Words words, Supplier<AlarmWords> now, Wishes wishes) {
    super(GAP);
    this.words = words;
    this.burden = new BurdenPane(words);
    setId("review");
    getStyleClass().addAll("page", "review");
    filters = new FilterBar(words, wishes::filter);
    Consumer<Frame.@Nullable AlarmRecord> select = wishes::select;
    table = new AlarmTable(now, words, select, wishes::goToBed, wishes::order);
    detail = new DetailCard(words, wishes::goToBed);
    VBox alarms =
        Panes.card(
            words.text("review.alarms"), words.text("review.alarms.note"), count, table.node());
    HBox.setHgrow(alarms, Priority.ALWAYS);
    alarms.setMinWidth(0);
    list = new HBox(GAP, alarms, detail.node());
    list.setMinWidth(0);
    StackPane body = new StackPane(list, burden.node());
    body.setMinHeight(0);
    list.setMinHeight(0);
    alarms.setMinHeight(0);
    detail.node().setMinHeight(0);
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(filters.node(), body, foot(wishes));
    widthProperty().addListener((_, _, width) -> fit(width.doubleValue()));
    showMode();
  }

  private VBox foot(Wishes wishes) {
    status.setId("review-status");
    exported.setId("review-export");
    HBox.setHgrow(status, Priority.ALWAYS);
    status.setMaxWidth(Double.MAX_VALUE);
    again.setId("read-again");
    again.setText(words.text("review.read-again"));
    again.setGraphic(Icon.RETRY.node());
    again.setMinWidth(Region.USE_PREF_SIZE);
    again.setOnAction(_ -> wishes.readAgain());
    save.setId("save-csv");
    save.setGraphic(
        Panes.row(
            10,
            Icon.DOWNLOAD.node(),
            Panes.label(words.text("review.save"), "words"),
            Panes.label(Shortcut.SAVE_REVIEW.label(words), "key")));
    save.setAccessibleText(words.text("review.save"));
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setOnAction(_ -> wishes.export());
    progress.getStyleClass().add("progress");
    progress.setMaxHeight(4);
    progress.setMinHeight(4);
    HBox row = Panes.row(14, sign, status, exported, again, save);
    row.getStyleClass().add("card-foot");
    VBox foot = new VBox(progress, row);
    foot.getStyleClass().add("review-foot");
    return foot;
  }

  private void fit(double width) {
    boolean narrow = width < NARROW;
    table.setNarrow(narrow);
    burden.setNarrow(narrow);
    double room = narrow ? NARROW_DETAIL_WIDTH : DETAIL_WIDTH;
    detail.node().setMinWidth(room);
    detail.node().setMaxWidth(room);
    drawProgress();
  }

  FilterBar filters() {
    return filters;
  }

  /** Gives the list the focus. */
  void focusList() {
    table.node().requestFocus();
  }

  /** Shows the alarms or what they burden with. */
  void showMode() {
    boolean alarms = filters.mode() == FilterBar.Mode.LIST;
    list.setVisible(alarms);
    burden.node().setVisible(!alarms);
  }

  /** Offers these beds to choose from. */
  void offer(List<BedId> beds) {
    filters.offer(beds);
  }

  /** Shows what was worked out. */
  void show(ReviewView view, @Nullable AlarmId selected) {
    filters.count(view.counts());
    String found = BurdenWords.count(view.rows().size());
    Panes.set(
        count,
        view.rows().size() == view.known()
            ? found
            : words.text("review.some-of", found, BurdenWords.count(view.known())));
    table.show(view.rows(), selected);
    burden.show(view);
  }

  /** Says whether that is all. */
  void showStatus(ReviewStatus now) {
    Panes.set(status, now.words());
    status.pseudoClassStateChanged(CAUTION, now.caution());
    burden.setIncomplete(now.caution());
    sign.setVisible(now.caution() || now.share() >= 1);
    (now.caution() ? Icon.TRIANGLE : Icon.CHECK).showOn(sign);
    sign.pseudoClassStateChanged(CAUTION, now.caution());
    again.setVisible(now.caution());
    again.setManaged(now.caution());
    table.setPlaceholder(
        words.text(
            now.caution()
                ? "review.empty.not-known"
                : now.share() < 1 ? "review.empty.reading" : "review.empty"));
    if (share != now.share()) {
      share = now.share();
      drawProgress();
    }
  }

  private void drawProgress() {
    double filled = share >= 1 ? 0 : share;
    double right = Math.max(0, (1 - filled) * (getWidth() - 14));
    progress.setStyle(
        "-fx-background-color: %s, -wb-act; -fx-background-insets: 0, 0 %.0f 0 0;"
            .formatted(share >= 1 ? "transparent" : "-wb-bg4", share >= 1 ? getWidth() : right));
  }

  /** Shows the details of the selected alarm; null for none. */
  void showDetail(@Nullable AlarmDetail selected) {
    detail.show(selected);
  }

  /** Says anew what changes by itself as time passes. */
  void tick() {
    table.tick();
  }

  /** Says what became of an export; nothing if it is empty. */
  void showExport(String said, boolean saved) {
    Panes.set(exported, said);
    exported.pseudoClassStateChanged(GOOD, saved);
    exported.pseudoClassStateChanged(CAUTION, !saved);
  }
}
