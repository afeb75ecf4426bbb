package org.wardbeat.station.wall;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.overview.FlashClock;
import org.wardbeat.station.overview.States;
import org.wardbeat.station.presentation.AlarmLook;
import org.wardbeat.station.presentation.OverviewView;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.presentation.StripView;
import org.wardbeat.station.theme.Texts;

/**
 * The most urgent alarms of all beds, how many more there are, and how many beds have no sector.
 */
final class AlarmLane extends Region {
  /** Its height in px of the design. */
  static final double HEIGHT = 172;

  private static final int MOST_SLOTS = 6;
  private static final double SLOT_WIDTH = 1_080;
  private static final double TILE_WIDTH = 350;

  private final FlashClock clock;
  private final List<LaneSlot> slots = new ArrayList<>();
  private final Text nothing = Texts.line("nothing");
  private final Words words;
  private final Region more = new Region();
  private final Text moreText = Texts.line("tile-text");
  private final Region hiddenBox = new Region();
  private final Text hiddenBeds = Texts.line("tile-text");
  private final Text hiddenAlarms = Texts.line("tile-text");
  private final Tile moreTile = new Tile(more, moreText);
  private final Tile hiddenTile = new Tile(hiddenBox, hiddenBeds, hiddenAlarms);
  private WallScale scale = WallScale.DESIGN;
  private List<StripView.Entry> entries = List.of();
  private String title = "";
  private int arrangedFor;
  private Labels labels = Labels.NONE;
  private @Nullable Hidden hidden;

  /** An outlined box with lines of text, in the colours of a priority. */
  private static final class Tile extends Region {
    Tile(Region box, Text... lines) {
      setManaged(false);
      getStyleClass().addAll("wall-state", "wall-tile");
      box.getStyleClass().add("box");
      box.setManaged(false);
      getChildren().add(box);
      getChildren().addAll(lines);
    }
  }

  AlarmLane(Words words, FlashClock clock) {
    this.words = words;
    this.clock = clock;
    setManaged(false);
    nothing.setId("lane-nothing");
    moreText.setId("lane-more");
    moreTile.setId("lane-more-tile");
    hiddenBeds.setId("beds-not-shown");
    hiddenAlarms.setId("alarms-not-shown");
    hiddenTile.setId("lane-hidden-tile");
    getChildren().addAll(nothing, moreTile, hiddenTile);
    for (int i = 0; i < MOST_SLOTS; i++) {
      LaneSlot slot = new LaneSlot(words, i);
      slots.add(slot);
      getChildren().add(slot);
    }
  }

  void show(OverviewView view, Hidden notShown, Labels names, WallScale scale) {
    this.scale = scale;
    labels = names;
    // That nothing is live is told by the banner right above.
    entries =
        view.strip().entries().stream()
            .filter(StripView.Entry::isOpen)
            .filter(entry -> !(view.phase().isCutOff() && entry.bed() == null))
            .toList();
    title = entries.isEmpty() && view.phase().isCutOff() ? "" : view.strip().title();
    hidden = notShown.beds() > 0 ? notShown : null;
    arrange();
    flash();
    requestLayout();
  }

  void flash() {
    slots.forEach(slot -> slot.flash(clock));
  }

  private double hiddenWidth() {
    return hidden == null ? 0 : Math.max(Texts.width(hiddenBeds), Texts.width(hiddenAlarms));
  }

  private void arrange() {
    Hidden notShown = hidden;
    hiddenTile.setVisible(notShown != null);
    Texts.set(hiddenBeds, notShown == null ? "" : notShown.words(words));
    Texts.set(hiddenAlarms, notShown == null ? "" : notShown.alarmWords(words));
    Lines.size(hiddenBeds, Type.BAR_BOLD, scale);
    Lines.size(hiddenAlarms, Type.BAR_BOLD, scale);
    tone(hiddenTile, notShown == null ? "" : notShown.alarms().highestPrefix(0));
    int room = room();
    arrangedFor = room;
    boolean all = entries.size() <= room;
    for (int i = 0; i < MOST_SLOTS; i++) {
      StripView.Entry entry = i < Math.min(room, entries.size()) ? entries.get(i) : null;
      slots.get(i).show(entry, entry == null ? "" : labels.place(entry), scale);
    }
    Texts.set(nothing, entries.isEmpty() ? title : "");
    Lines.size(nothing, Type.BAR, scale);
    moreTile.setVisible(!all);
    String prefix = all ? "" : new StripView("", entries, "").highestPrefix(room);
    Texts.set(moreText, all ? "" : "+" + (entries.size() - room) + " " + prefix);
    Lines.size(moreText, Type.PINNED, scale);
    tone(moreTile, prefix);
    setAccessibleText(title + (all ? "" : ", " + moreText.getText()));
  }

  private static void tone(Region tile, String prefix) {
    Severity severity =
        switch (prefix.length()) {
          case 3 -> Severity.HIGH;
          case 2 -> Severity.MEDIUM;
          case 1 -> Severity.LOW;
          default -> Severity.NONE;
        };
    States.severity(tile, severity, AlarmLook.NEW);
  }

  private double lanes() {
    double unit = scale.unit();
    double tiles = (TILE_WIDTH + 14) * unit;
    if (hidden != null) {
      tiles += hiddenWidth() + (52 + 14) * unit;
    }
    return getWidth() - tiles;
  }

  /** How many alarms are shown each for itself. */
  private int room() {
    return Math.clamp((int) (lanes() / (SLOT_WIDTH * scale.unit())), 1, MOST_SLOTS);
  }

  @Override
  protected void layoutChildren() {
    double unit = scale.unit();
    double gap = WallGrid.gap(unit);
    double height = getHeight();
    int room = room();
    if (room != arrangedFor) {
      arrange();
      flash();
    }
    double slotWidth = Math.floor((lanes() - gap * (room - 1)) / room);
    for (int i = 0; i < room; i++) {
      slots.get(i).resizeRelocate(i * (slotWidth + gap), 0, slotWidth, height);
    }
    Texts.place(nothing, 26 * unit, Lines.baseline(nothing, height / 2));
    double x = lanes() + gap;
    double tileWidth = TILE_WIDTH * unit;
    place(moreTile, more, x, tileWidth, height);
    String words = moreText.getText();
    Lines.fit(moreText, words, Type.PINNED, Type.PINNED.px(scale), 0.78, tileWidth - 44 * unit);
    Lines.placeMiddle(moreText, tileWidth / 2, Lines.baseline(moreText, height / 2));
    if (hidden != null) {
      x += tileWidth + 14 * unit;
      double width = getWidth() - x;
      place(hiddenTile, hiddenBox, x, width, height);
      double line = height * 0.29;
      Lines.placeMiddle(hiddenBeds, width / 2, Lines.baseline(hiddenBeds, line));
      Lines.placeMiddle(hiddenAlarms, width / 2, Lines.baseline(hiddenAlarms, height - line));
    }
  }

  private static void place(Region tile, Region box, double x, double width, double height) {
    tile.resizeRelocate(Math.rint(x), 0, Math.rint(width), height);
    box.resizeRelocate(0, 0, Math.rint(width), height);
  }
}
