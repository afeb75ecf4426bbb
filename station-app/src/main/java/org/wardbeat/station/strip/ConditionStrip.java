package org.wardbeat.station.strip;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.acting.ActMessage;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.presentation.StripView;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.MixedLine;
import org.wardbeat.station.theme.Texts;

/**
 * The strip of alarms: two rows of three entries, the most urgent first; {@code +n} with the
 * highest prefix among the hidden if there are more. Behind them what can be done about them.
 * User-interface thread only.
 */
public final class ConditionStrip extends Region {
  /** Its height in px. */
  public static final double HEIGHT = 96;

  private static final int ROWS = 2;
  private static final double TITLE_WIDTH = 142;
  private static final double ACTIONS_WIDTH = 244;
  private static final double GAP = 6;
  private static final double ENTRY_WIDTH = 505;

  private final Words words;
  private final Text title = Texts.line("title");
  private final Text titleMore = Texts.line("title");
  private final MixedLine note = new MixedLine("note");
  private final Text overflow = Texts.line("overflow");
  private final List<StripEntry> entries = new ArrayList<>();
  private final StripActions actions;
  private final ActionButton acknowledge;
  private final ActionButton pause;
  private @Nullable StripView view;
  private StripView.@Nullable Entry selected;
  private Predicate<Severity> isOff = _ -> false;

  /**
   * An empty strip.
   *
   * @param words in which language
   * @param actions what its entries and buttons do
   */
  public ConditionStrip(Words words, StripActions actions) {
    this.words = words;
    this.actions = actions;
    acknowledge =
        new ActionButton(words, "acknowledge", Icon.CHECK, "F3", actions::acknowledgeSelected);
    pause = new ActionButton(words, "pause-audio", Icon.SPEAKER_BARS, "F4", actions::pauseAudio);
    setId("strip");
    getStyleClass().add("strip");
    title.setId("strip-title");
    note.setId("strip-note");
    overflow.setId("strip-overflow");
    getChildren().addAll(title, titleMore, note, overflow, acknowledge, pause);
    showActions(ActMessage.NONE, ActMessage.NONE, false);
  }

  /**
   * Goes to the bed of the entry that has the focus, if a key is for that; returns whether it is.
   */
  public boolean key(KeyEvent event) {
    boolean presses = event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown();
    if (!presses || !plain) {
      return false;
    }
    for (StripEntry entry : entries) {
      if (entry.isFocused()) {
        entry.press();
        return true;
      }
    }
    return false;
  }

  /**
   * Shows the phase of the flash.
   *
   * @param isOff whether alarms of a priority are in the off phase now
   */
  public void flash(Predicate<Severity> isOff) {
    this.isOff = isOff;
    for (int i = 0; i < entries.size(); i++) {
      entries.get(i).flash(isOff);
    }
  }

  /**
   * Shows what changed.
   *
   * @param marked which entry is selected, null if none is
   */
  public void show(StripView next, StripView.@Nullable Entry marked) {
    if (next.equals(view) && Objects.equals(marked, selected)) {
      return;
    }
    view = next;
    selected = marked;
    requestLayout();
  }

  /**
   * Shows what became of what was wanted.
   *
   * @param paused whether the sound is paused, so that the button ends that
   */
  public void showActions(ActMessage acknowledging, ActMessage pausing, boolean paused) {
    acknowledge.show(words.text("strip.acknowledge"), acknowledging);
    pause.show(words.text(paused ? "strip.end-pause" : "strip.pause-audio"), pausing);
  }

  @Override
  protected void layoutChildren() {
    StripView shown = view;
    if (shown == null) {
      return;
    }
    layoutTitle(shown.title());
    double room = getWidth() - TITLE_WIDTH - ACTIONS_WIDTH;
    int columns = Math.max(1, (int) Math.round(room / ENTRY_WIDTH));
    double width = Math.floor((room - GAP * (columns - 1)) / columns);
    int places = columns * ROWS;
    int open = shown.open();
    int visible = open <= places ? Math.min(shown.entries().size(), places) : places - 1;
    grow(shown, visible);
    for (int i = 0; i < entries.size(); i++) {
      StripEntry entry = entries.get(i);
      entry.setVisible(i < visible);
      if (i < visible) {
        StripView.Entry now = shown.entries().get(i);
        entry.show(now, now.equals(selected));
        entry.flash(isOff);
        entry.resizeRelocate(x(i, columns, width), y(i, columns), width, StripEntry.HEIGHT);
      }
    }
    layoutRest(shown, visible, columns, width);
    double left = getWidth() - ACTIONS_WIDTH + 6;
    acknowledge.resizeRelocate(left, 2, ACTIONS_WIDTH - 13, StripEntry.HEIGHT);
    pause.resizeRelocate(left, StripEntry.HEIGHT + 6, ACTIONS_WIDTH - 13, StripEntry.HEIGHT);
  }

  private void layoutTitle(String whole) {
    String first = whole;
    Texts.set(title, first);
    while (Texts.width(title) > TITLE_WIDTH - 20 && first.indexOf(' ') > 0) {
      first = first.substring(0, first.lastIndexOf(' '));
      Texts.set(title, first);
    }
    Texts.set(titleMore, whole.substring(first.length()).strip());
    Texts.place(title, 14, titleMore.getText().isEmpty() ? 53 : 42);
    Texts.place(titleMore, 14, 65);
  }

  private void layoutRest(StripView shown, int visible, int columns, double width) {
    int hidden = Math.max(0, shown.open() - visible);
    Texts.set(
        overflow,
        hidden == 0 ? "" : shown.highestPrefix(visible) + "  " + words.text("strip.more", hidden));
    Texts.place(overflow, x(visible, columns, width) + 14, y(visible, columns) + 28);
    boolean room = hidden == 0 && visible < columns * ROWS;
    note.setContent(room ? shown.note() : "");
    note.relocate(x(visible, columns, width) + 14, y(visible, columns) + 28);
    note.fit(width - 20);
  }

  private void grow(StripView shown, int count) {
    while (entries.size() < count) {
      StripEntry entry = new StripEntry(words, shown.entries().get(entries.size()), actions);
      entry.setIds(entries.size());
      entries.add(entry);
      getChildren().add(entry);
    }
  }

  private static double x(int index, int columns, double width) {
    int column = index % columns;
    return TITLE_WIDTH + column * (width + GAP);
  }

  private static double y(int index, int columns) {
    int row = index / columns;
    return 2 + row * (StripEntry.HEIGHT + 4);
  }
}
