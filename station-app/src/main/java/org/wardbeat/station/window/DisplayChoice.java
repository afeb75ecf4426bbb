package org.wardbeat.station.window;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The display that a window covers: the one that is wanted, the primary one as long as that is not
 * there. User-interface thread only.
 */
public final class DisplayChoice {
  private static final Logger LOG = LoggerFactory.getLogger(DisplayChoice.class);

  /**
   * A display, all of it.
   *
   * @param bounds in logical px of the desktop
   * @param dpi how many of these it says to have in an inch
   */
  record Display(Rectangle2D bounds, double dpi) {
    private String words() {
      return Math.round(bounds.getWidth()) + " × " + Math.round(bounds.getHeight());
    }
  }

  private final int number;
  private final Supplier<List<Display>> displays;

  /**
   * @param number which is wanted, from 1, the primary one; that one if it is empty
   */
  public DisplayChoice(OptionalInt number) {
    this(number, DisplayChoice::present);
  }

  /**
   * @param displays those there are now, at least one, the primary one first
   */
  DisplayChoice(OptionalInt number, Supplier<List<Display>> displays) {
    this.number = number.orElse(1);
    this.displays = displays;
  }

  /** How many logical px it says to have in an inch. */
  public double dpi() {
    return chosen(displays.get()).dpi();
  }

  /** Has a window cover it from now on, whatever displays come and go. */
  public void follow(Stage stage) {
    cover(stage);
    Screen.getScreens().addListener((InvalidationListener) _ -> cover(stage));
  }

  /** Has a window cover it, and tells if it is not the one that is wanted. */
  void cover(Stage stage) {
    List<Display> now = displays.get();
    if (isMissing(now)) {
      LOG.warn(missing(now));
    }
    Rectangle2D bounds = chosen(now).bounds();
    if (stage.isFullScreen() && !bounds.contains(stage.getX(), stage.getY())) {
      stage.setFullScreen(false); // a window that covers one display cannot be moved to another
    }
    stage.setX(bounds.getMinX());
    stage.setY(bounds.getMinY());
    stage.setWidth(bounds.getWidth());
    stage.setHeight(bounds.getHeight());
    stage.setFullScreen(true);
  }

  private Display chosen(List<Display> now) {
    return now.get(isMissing(now) ? 0 : number - 1);
  }

  private boolean isMissing(List<Display> now) {
    return number > now.size();
  }

  /** What is told of a display that is not there. */
  String missing(List<Display> now) {
    String there = now.size() == 1 ? "there is 1 display" : "there are " + now.size() + " displays";
    return "Display "
        + number
        + " is wanted, but "
        + there
        + " ("
        + now.stream().map(Display::words).collect(Collectors.joining(", "))
        + "). The window is on the primary one until it comes.";
  }

  private static List<Display> present() {
    List<Screen> screens = new ArrayList<>(Screen.getScreens());
    screens.remove(Screen.getPrimary());
    screens.addFirst(Screen.getPrimary());
    return screens.stream().map(each -> new Display(each.getBounds(), each.getDpi())).toList();
  }
}
