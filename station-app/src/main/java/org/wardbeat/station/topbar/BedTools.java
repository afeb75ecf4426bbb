package org.wardbeat.station.topbar;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.help.Shortcut;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.MinePlace;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.presentation.TopBarView;
import org.wardbeat.station.theme.Icon;

/**
 * What the top bar offers for beds: to find and arrange them, to see one's own, to turn pages, and
 * to go where an alarm waits out of sight. User-interface thread only.
 */
public final class BedTools extends HBox {
  /** What the buttons do. */
  public interface Actions {
    /** Opens or closes what finds and arranges beds. */
    void arrange();

    /** Shows the user's patients in the next way. */
    void mine();

    /** Turns pages, backwards if negative. */
    void turn(int pages);

    /** Goes to the first bed of those that wait out of sight. */
    void goToAway(TopBarView.Away away);
  }

  private static final PseudoClass HIGH = PseudoClass.getPseudoClass("high");
  private static final PseudoClass MEDIUM = PseudoClass.getPseudoClass("medium");

  private final Words words;
  private final boolean mineLocked;
  private final Button view = new Button();
  private final ToggleButton mine = new ToggleButton();
  private final Button back = new Button("‹");
  private final Button on = new Button("›");
  private final Button away = new Button();
  private TopBarView.Away shownAway = TopBarView.Away.NONE;
  private @Nullable Offer offered;

  /** What of a top bar concerns the tools. */
  private record Offer(MinePlace place, int mine, int pages, TopBarView.Away away) {}

  /**
   * @param words in which language
   * @param actions what the buttons do
   * @param mineLocked whether nobody can choose what it means that a bed is the user's
   */
  public BedTools(Words words, Actions actions, boolean mineLocked) {
    this.words = words;
    this.mineLocked = mineLocked;
    mine.setDisable(mineLocked);
    view.setText(words.text("top.find"));
    getStyleClass().add("bed-tools");
    view.setId("view-open");
    view.setGraphic(Icon.SEARCH.node());
    view.setAccessibleText(
        words.text("spoken.key", words.text("arrange.title"), Shortcut.FIND.label(words)));
    view.setOnAction(_ -> actions.arrange());
    mine.setId("mine-toggle");
    mine.setGraphic((mineLocked ? Icon.LOCK : Icon.PERSON).node());
    mine.setOnAction(_ -> actions.mine());
    back.setId("turn-back");
    back.setAccessibleText(words.text("arrange.page-back"));
    back.setOnAction(_ -> actions.turn(-1));
    on.setId("turn-on");
    on.setAccessibleText(words.text("arrange.page-on"));
    on.setOnAction(_ -> actions.turn(1));
    away.setId("away");
    away.setOnAction(_ -> actions.goToAway(shownAway));
    for (Button each : new Button[] {view, back, on, away}) {
      each.getStyleClass().setAll("wb-button", "bed-tool");
    }
    mine.getStyleClass().setAll("wb-button", "bed-tool", "mine-toggle");
    away.getStyleClass().add("away");
    getChildren().addAll(view, mine, back, on, away);
    setManaged(false);
  }

  /** Shows what changed. */
  void show(TopBarView top) {
    Offer offer = new Offer(top.place(), top.mine(), top.pages(), top.away());
    if (offer.equals(offered)) {
      return;
    }
    offered = offer;
    shownAway = top.away();
    String yours =
        words.text(top.place() == MinePlace.FIRST ? "top.mine-first" : "top.mine", top.mine());
    mine.setText(yours);
    mine.setAccessibleText(
        mineLocked
            ? yours + ", " + words.text("settings.locked")
            : words.text("spoken.key", yours, Shortcut.MINE.label(words)));
    mine.setSelected(top.place() != MinePlace.MARKED);
    show(mine, top.mine() > 0 || top.place() != MinePlace.MARKED);
    show(back, top.pages() > 1);
    show(on, top.pages() > 1);
    show(away, shownAway.beds() > 0);
    away.setText(words.text("top.away", shownAway.prefix(), shownAway.beds()));
    away.setAccessibleText(words.count("spoken.away", shownAway.beds()));
    away.pseudoClassStateChanged(HIGH, shownAway.severity() == Severity.HIGH);
    away.pseudoClassStateChanged(MEDIUM, shownAway.severity() == Severity.MEDIUM);
  }

  private static void show(Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  /** Shows words beside the icons only if there is room; returns the width it takes. */
  double fit(double room) {
    setNamed(true);
    double width = width();
    if (width > room) {
      setNamed(false);
      width = width();
    }
    return width;
  }

  private void setNamed(boolean named) {
    ContentDisplay display = named ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY;
    view.setContentDisplay(display);
    mine.setContentDisplay(display);
  }

  private double width() {
    applyCss();
    return Math.ceil(prefWidth(-1));
  }
}
