package org.wardbeat.station.help;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.theme.Panes;

/** Says what keys do. User-interface thread only. */
public final class HelpScreen {
  private static final double GAP = 6;
  private static final double CARD_WIDTH = 620;

  private final ScrollPane node = new ScrollPane();

  /** The list in a language. */
  public HelpScreen(Words words) {
    TilePane cards = new TilePane(GAP, GAP);
    cards.setPrefTileWidth(CARD_WIDTH);
    for (Shortcut.Area area : Shortcut.Area.values()) {
      cards.getChildren().add(card(area, words));
    }
    Label note = Panes.wrapped("help-note");
    note.setText(words.text("help.never"));
    VBox body = new VBox(GAP, cards, note);
    body.getStyleClass().add("settings-body");
    node.setContent(body);
    node.setFitToWidth(true);
    node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    node.setId("help");
    node.getStyleClass().addAll("page", "settings", "help");
  }

  /** What is shown, for the screen to place. */
  public Region node() {
    return node;
  }

  private static Region card(Shortcut.Area area, Words words) {
    GridPane lines = new GridPane(20, 10);
    lines.getStyleClass().add("card-body");
    int row = 0;
    for (Shortcut shortcut : Shortcut.of(area)) {
      Label does = Panes.wrapped("help-does");
      does.setText(words.text(shortcut.wordsKey()));
      lines.addRow(row++, Panes.label(shortcut.label(words), "num", "help-key"), does);
    }
    VBox card = Panes.card(words.text(area.titleKey()), "", new Region(), lines);
    card.setPrefWidth(CARD_WIDTH); // for its height, with the lines that go on
    return card;
  }
}
