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
  private static final double TILE_GAP = 14;
  private static final double TILE_PADDING = 52;

  /** Where there is no room for an alarm beside them, the tiles are smaller, down to this share. */
  private static final double LEAST_TILE = 0.5;

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

  /** How wide the words of the beds without a sector are in full size, in px. */
  private double hiddenWidth;

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

  private void arrange() {
    Hidden notShown = hidden;
    hiddenTile.setVisible(notShown != null);
    Texts.set(hiddenBeds, notShown == null ? "" : notShown.words(words));
    Texts.set(hiddenAlarms, notShown == null ? "" : notShown.alarmWords(words));
    Lines.size(hiddenBeds, Type.BAR_BOLD, scale);
    Lines.size(hiddenAlarms, Type.BAR_BOLD, scale);
    hiddenWidth = Math.max(Texts.width(hiddenBeds), Texts.width(hiddenAlarms));
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

  /** How wide the tiles are in full size, in px. */
  private double tiles() {
    double unit = scale.unit();
    double more = (TILE_WIDTH + TILE_GAP) * unit;
    return hidden == null ? more : more + hiddenWidth + (TILE_PADDING + TILE_GAP) * unit;
  }

  private double tileShare() {
    return Math.clamp((getWidth() - SLOT_WIDTH * scale.unit()) / tiles(), LEAST_TILE, 1);
  }

  private double lanes() {
    return getWidth() - tiles() * tileShare();
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
    layoutTiles(lanes() + gap, tileShare());
  }

  private void layoutTiles(double left, double share) {
    double height = getHeight();
    double unit = scale.unit() * share;
    double width = TILE_WIDTH * unit;
    place(moreTile, more, left, width, height);
    double size = Type.PINNED.px(scale) * share;
    Lines.fit(moreText, moreText.getText(), Type.PINNED, size, 0.78, width - 44 * unit);
    Lines.placeMiddle(moreText, width / 2, Lines.baseline(moreText, height / 2));
    if (hidden == null) {
      return;
    }
    double x = left + width + TILE_GAP * unit;
    width = getWidth() - x;
    place(hiddenTile, hiddenBox, x, width, height);
    double line = height * 0.29;
    for (Text text : List.of(hiddenBeds, hiddenAlarms)) {
      Lines.size(text, Type.BAR_BOLD, Type.BAR_BOLD.px(scale) * share);
      double middle = text.equals(hiddenBeds) ? line : height - line;
      Lines.placeMiddle(text, width / 2, Lines.baseline(text, middle));
    }
  }

  private static void place(Region tile, Region box, double x, double width, double height) {
    tile.resizeRelocate(Math.rint(x), 0, Math.rint(width), height);
    box.resizeRelocate(0, 0, Math.rint(width), height);
  }
}
