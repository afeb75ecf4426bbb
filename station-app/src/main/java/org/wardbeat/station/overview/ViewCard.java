package org.wardbeat.station.overview;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.panel.ChoiceRow;
import org.wardbeat.station.panel.PanelStyles;
import org.wardbeat.station.presentation.Arrangement;
import org.wardbeat.station.presentation.Board;
import org.wardbeat.station.presentation.MinePlace;
import org.wardbeat.station.presentation.Names;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Patient;

/**
 * Finds beds, and arranges them: how many, of which units, whose, in which order, on how many
 * screens. It covers the corner of the grid while it is open. User-interface thread only.
 */
final class ViewCard extends VBox {
  /** Its width in px. */
  static final double WIDTH = 560;

  private static final int MOST_FOUND = 6;

  private final Words words;
  private final Board board;
  private final Consumer<@Nullable BedId> goTo;
  private final Runnable closed;
  private final TextField search = TextFields.createClearableTextField();
  private final VBox results = new VBox();
  private final ChoiceRow<Integer> layouts;
  private final FlowPane units = new FlowPane();
  private final Label unitsTitle;
  private final ChoiceRow<MinePlace> mine;
  private final Button byNumber;
  private final ChoiceRow<Integer> screens;
  private final Label pagesTitle;
  private final HBox pages = new HBox();
  private List<BedSnapshot> beds = List.of();
  private List<BedId> found = List.of();
  private List<String> unitsShown = List.of();
  private @Nullable Arrangement shown;

  /**
   * @param words in which language
   * @param goTo goes to a bed
   * @param move begins that beds can be moved
   * @param closed is run when this is closed
   */
  ViewCard(
      Words words, Board board, Consumer<@Nullable BedId> goTo, Runnable move, Runnable closed) {
    this.words = words;
    this.unitsTitle = title("arrange.units");
    this.pagesTitle = title("arrange.pages");
    this.byNumber = button("order-by-number", words.text("arrange.by-number"));
    this.board = board;
    this.goTo = goTo;
    this.closed = closed;
    layouts =
        new ChoiceRow<>(
            "layout",
            this::layout,
            beds -> arrange(now -> now.withLayout(beds == 0 ? none() : OptionalInt.of(beds))));
    mine = new ChoiceRow<>("mine", this::mine, place -> arrange(now -> now.withMine(place)));
    screens =
        new ChoiceRow<>("screens", this::screens, count -> arrange(now -> now.withDisplays(count)));
    setId("view-card");
    getStyleClass().addAll("side-panel", "view-card");
    Button moving = button("move-beds", words.text("arrange.move"));
    moving.setOnAction(
        _ -> {
          close();
          move.run();
        });
    byNumber.setOnAction(_ -> arrange(now -> now.withOrder(List.of())));
    HBox order = new HBox(moving, byNumber);
    order.getStyleClass().add("view-row");
    units.getStyleClass().add("choice-row");
    results.getStyleClass().add("found-beds");
    buildPages();
    lock(Arrangement.Part.UNITS, unitsTitle, units);
    getChildren().addAll(head(), search, results);
    addPart(Arrangement.Part.LAYOUT, title("arrange.layout"), layouts);
    getChildren().addAll(unitsTitle, units);
    addPart(Arrangement.Part.MINE, title("arrange.mine"), mine);
    addPart(Arrangement.Part.ORDER, title("arrange.order"), order);
    addPart(Arrangement.Part.DISPLAYS, title("arrange.screens"), screens);
    getChildren().addAll(pagesTitle, pages);
    search.setId("find-bed");
    search.setPromptText(words.text("arrange.search"));
    search.setAccessibleText(words.text("arrange.search"));
    search.textProperty().addListener((_, _, typed) -> find(typed));
    setVisible(false);
    addEventHandler(MouseEvent.ANY, Event::consume); // what lies below is not meant
  }

  private void addPart(Arrangement.Part part, Label title, Node choices) {
    lock(part, title, choices);
    getChildren().addAll(title, choices);
  }

  /** What the administrator has locked is shown and said to be. */
  private void lock(Arrangement.Part part, Label title, Node choices) {
    if (board.isLocked(part)) {
      title.setText(title.getText() + ": " + words.text("settings.locked"));
      title.setGraphic(Icon.LOCK.node());
      choices.setDisable(true);
    }
  }

  private String layout(int count) {
    return count == 0 ? words.text("arrange.automatic") : String.valueOf(count);
  }

  private String screens(int count) {
    return words.text(count == 1 ? "arrange.one" : "arrange.two");
  }

  private String mine(MinePlace place) {
    return words.text(
        switch (place) {
          case MARKED -> "arrange.mine.marked";
          case FIRST -> "arrange.mine.first";
          case ONLY -> "arrange.mine.only";
        });
  }

  private static OptionalInt none() {
    return OptionalInt.empty();
  }

  private HBox head() {
    Label title = PanelStyles.label("", "panel-patient");
    title.setText(words.text("arrange.title"));
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button end = button("view-close", words.text("button.close"));
    end.setOnAction(_ -> close());
    HBox head = new HBox(title, end);
    head.getStyleClass().add("view-row");
    return head;
  }

  private void buildPages() {
    Button back = button("page-back", words.text("arrange.page-back"));
    Button on = button("page-on", words.text("arrange.page-on"));
    back.setOnAction(_ -> board.turn(-1));
    on.setOnAction(_ -> board.turn(1));
    pages.getStyleClass().add("view-row");
    pages.getChildren().addAll(back, on);
  }

  private Label title(String key) {
    Label label = PanelStyles.label("", "section-title");
    label.setText(words.text(key));
    return label;
  }

  private static Button button(String id, String says) {
    Button button = new Button(says);
    button.setId(id);
    button.getStyleClass().setAll("panel-button");
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private void arrange(UnaryOperator<Arrangement> change) {
    board.arrange(change.apply(board.arrangement()));
    show();
  }

  boolean isOpen() {
    return isVisible();
  }

  /** Opens it, ready for what is sought. */
  void open() {
    setVisible(true);
    shown = null;
    show();
    search.selectAll();
    search.requestFocus();
  }

  void close() {
    if (isVisible()) {
      setVisible(false);
      search.clear();
      closed.run();
    }
  }

  /** Does what a key is for; returns whether it is one of these. */
  boolean key(KeyEvent event) {
    if (!isOpen()) {
      return false;
    }
    KeyCode code = event.getCode();
    if (code == KeyCode.ESCAPE) {
      close();
      return true;
    }
    if (code == KeyCode.ENTER && search.isFocused()) {
      goToFirst();
      return true;
    }
    boolean down = code == KeyCode.DOWN;
    if ((down || code == KeyCode.UP) && (search.isFocused() || focusedResult() >= 0)) {
      moveAmongResults(down ? 1 : -1);
      return true;
    }
    return false;
  }

  private void goToFirst() {
    if (!found.isEmpty()) {
      choose(found.getFirst());
    }
  }

  private int focusedResult() {
    return IntStream.range(0, results.getChildren().size())
        .filter(i -> results.getChildren().get(i).isFocused())
        .findFirst()
        .orElse(-1);
  }

  private void moveAmongResults(int step) {
    int next = focusedResult() + step;
    if (next < 0) {
      search.requestFocus();
    } else if (next < found.size()) {
      results.getChildren().get(next).requestFocus();
    }
  }

  private void choose(BedId bed) {
    close();
    goTo.accept(bed);
  }

  /** Sees what is so now. */
  void look(List<BedSnapshot> now) {
    beds = now;
    if (isOpen()) {
      show();
    }
  }

  private void find(String typed) {
    List<BedSnapshot> hits = BedFinder.find(beds, typed, MOST_FOUND);
    found = hits.stream().map(BedSnapshot::id).toList();
    List<Node> rows = new ArrayList<>();
    for (BedSnapshot hit : hits) {
      Button row = button("found-" + rows.size(), line(hit));
      row.getStyleClass().add("found-bed");
      row.setMaxWidth(Double.MAX_VALUE);
      row.setOnAction(_ -> choose(hit.id()));
      rows.add(row);
    }
    if (hits.isEmpty() && !typed.isBlank()) {
      Label nothing = PanelStyles.label("found-nothing", "panel-note");
      nothing.setText(words.text("arrange.nothing-found"));
      rows.add(nothing);
    }
    results.getChildren().setAll(rows);
  }

  private static String line(BedSnapshot bed) {
    Patient patient = bed.patient();
    String name = patient == null ? "" : "   " + Names.of(patient);
    return Names.shown(bed.id().bed()) + name + "   " + Names.shown(bed.id().unit());
  }

  private void show() {
    Arrangement now = board.arrangement();
    List<String> all = beds.stream().map(bed -> bed.id().unit()).distinct().toList();
    boolean several = board.shown() > board.perPage();
    pages.setVisible(several);
    pages.setManaged(several);
    pagesTitle.setVisible(several);
    pagesTitle.setManaged(several);
    if (now.equals(shown) && all.equals(unitsShown)) {
      return;
    }
    shown = now;
    layouts.show(
        Stream.concat(Stream.of(0), Arrangement.LAYOUTS.stream()).toList(), now.layout().orElse(0));
    mine.show(List.of(MinePlace.values()), now.mine());
    screens.show(List.of(1, 2), now.displays());
    byNumber.setDisable(now.order().isEmpty());
    showUnits(all, now.units());
  }

  private void showUnits(List<String> all, Set<String> wanted) {
    boolean several = all.size() > 1;
    unitsTitle.setVisible(several);
    unitsTitle.setManaged(several);
    units.setVisible(several);
    units.setManaged(several);
    if (!all.equals(unitsShown)) {
      unitsShown = all;
      units.getChildren().clear();
      units.getChildren().add(unit("unit-all", words.text("arrange.all-units"), Set.of()));
      for (String unit : all) {
        units
            .getChildren()
            .add(unit("unit-" + units.getChildren().size(), Names.shown(unit), Set.of(unit)));
      }
    }
    boolean everywhere = all.stream().noneMatch(wanted::contains);
    for (Node node : units.getChildren()) {
      if (node instanceof ToggleButton button && button.getUserData() instanceof Set<?> meant) {
        button.setSelected(meant.isEmpty() ? everywhere : wanted.containsAll(meant));
      }
    }
  }

  /** Units are added to those that are shown, or taken away; none is all. */
  private ToggleButton unit(String id, String says, Set<String> meant) {
    ToggleButton button = new ToggleButton(says);
    button.setId(id);
    button.getStyleClass().setAll("panel-button", "choice");
    button.setUserData(meant);
    button.setOnAction(
        _ -> {
          Set<String> next = new HashSet<>(board.arrangement().units());
          if (meant.isEmpty()) {
            next.clear();
          } else if (!next.removeAll(meant)) {
            next.addAll(meant);
          }
          shown = null;
          arrange(now -> now.withUnits(next));
        });
    return button;
  }

  /** As high as what it holds, which changes with what is found. */
  @Override
  protected void layoutChildren() {
    double wanted = Math.ceil(prefHeight(getWidth()));
    if (wanted != getHeight()) {
      resize(getWidth(), wanted);
    }
    super.layoutChildren();
  }

  /** Whether a node is in this. */
  boolean holds(@Nullable Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (Objects.equals(each, this)) {
        return true;
      }
    }
    return false;
  }
}
