package org.wardbeat.station.strip;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.presentation.StripView;
import org.wardbeat.station.theme.MixedLine;
import org.wardbeat.station.theme.Texts;

/**
 * The strip of technical conditions: two rows of three entries, the most urgent first; {@code +n}
 * with the highest prefix among the hidden if there are more. User-interface thread only.
 */
public final class ConditionStrip extends Region {
  /** Its height in px. */
  public static final double HEIGHT = 82;

  private static final String ADVICE_1 = "Patient alarms sound";
  private static final String ADVICE_2 = "at the bedside monitors only.";
  private static final int ROWS = 2;
  private static final double TITLE_WIDTH = 142;
  private static final double ADVICE_WIDTH = 230;
  private static final double GAP = 6;
  private static final double ENTRY_WIDTH = 505;

  private final Text title = Texts.line("title");
  private final Text titleMore = Texts.line("title");
  private final Text advice = Texts.line("advice");
  private final Text adviceMore = Texts.line("advice");
  private final MixedLine note = new MixedLine("note");
  private final Text overflow = Texts.line("overflow");
  private final List<StripEntry> entries = new ArrayList<>();
  private @Nullable StripView view;

  /** An empty strip. */
  public ConditionStrip() {
    setId("strip");
    getStyleClass().add("strip");
    setMouseTransparent(true);
    title.setId("strip-title");
    note.setId("strip-note");
    overflow.setId("strip-overflow");
    advice.setText(ADVICE_1);
    adviceMore.setText(ADVICE_2);
    getChildren().addAll(title, titleMore, advice, adviceMore, note, overflow);
  }

  /**
   * Shows the phase of the flash.
   *
   * @param isOff whether alarms of a priority are in the off phase now
   */
  public void flash(Predicate<Severity> isOff) {
    for (int i = 0; i < entries.size(); i++) {
      entries.get(i).flash(isOff);
    }
  }

  /** Shows what changed. */
  public void show(StripView next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    StripView shown = view;
    if (shown == null) {
      return;
    }
    layoutTitle(shown.title());
    double room = getWidth() - TITLE_WIDTH - ADVICE_WIDTH;
    int columns = Math.max(1, (int) Math.round(room / ENTRY_WIDTH));
    double width = Math.floor((room - GAP * (columns - 1)) / columns);
    int places = columns * ROWS;
    int listed = shown.entries().size();
    int visible = listed <= places ? listed : places - 1;
    grow(visible);
    for (int i = 0; i < entries.size(); i++) {
      StripEntry entry = entries.get(i);
      entry.setVisible(i < visible);
      if (i < visible) {
        entry.show(shown.entries().get(i));
        entry.resizeRelocate(x(i, columns, width), y(i, columns), width, StripEntry.HEIGHT);
      }
    }
    layoutRest(shown, visible, columns, width);
    Texts.place(advice, getWidth() - ADVICE_WIDTH + 12, 33);
    Texts.place(adviceMore, getWidth() - ADVICE_WIDTH + 12, 57);
  }

  private void layoutTitle(String words) {
    String first = words;
    Texts.set(title, first);
    while (Texts.width(title) > TITLE_WIDTH - 20 && first.indexOf(' ') > 0) {
      first = first.substring(0, first.lastIndexOf(' '));
      Texts.set(title, first);
    }
    Texts.set(titleMore, words.substring(first.length()).strip());
    Texts.place(title, 14, titleMore.getText().isEmpty() ? 46 : 35);
    Texts.place(titleMore, 14, 58);
  }

  private void layoutRest(StripView shown, int visible, int columns, double width) {
    int hidden = shown.entries().size() - visible;
    Texts.set(
        overflow,
        hidden == 0 ? "" : shown.entries().get(visible).prefix() + "  +" + hidden + " more");
    Texts.place(overflow, x(visible, columns, width) + 14, y(visible, columns) + 24);
    boolean room = hidden == 0 && visible < columns * ROWS;
    note.setContent(room ? shown.note() : "");
    note.relocate(x(visible, columns, width) + 14, y(visible, columns) + 24);
    note.fit(width - 20);
  }

  private void grow(int count) {
    while (entries.size() < count) {
      StripEntry entry = new StripEntry();
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
