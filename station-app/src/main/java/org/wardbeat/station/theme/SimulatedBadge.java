package org.wardbeat.station.theme;

import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.wardbeat.station.language.Words;

/** Says that no real patient is behind the data. */
public final class SimulatedBadge extends Region {
  /** Its height in px. */
  public static final double HEIGHT = 32;

  private static final double PADDING = 12;

  private final String sentence;
  private final Text lead = Texts.line("lead-words");
  private final Text rest = Texts.line("rest");

  /** A badge with its whole sentence. */
  public SimulatedBadge(Words words) {
    sentence = words.text("simulated.rest");
    getStyleClass().add("simulated");
    setManaged(false);
    setMouseTransparent(true);
    setAccessibleText(words.text("simulated.lead") + "  " + sentence);
    lead.setText(words.text("simulated.lead"));
    rest.setText(sentence);
    getChildren().addAll(lead, rest);
  }

  /** The width that it needs. */
  public double width() {
    return fit(Double.MAX_VALUE);
  }

  /**
   * Says the second half of the sentence only where there is room for it.
   *
   * @return the width that it needs then
   */
  public double fit(double room) {
    Texts.set(rest, sentence);
    double whole = Math.ceil(2 * PADDING + Texts.width(lead) + 10 + Texts.width(rest));
    if (whole <= room) {
      return whole;
    }
    Texts.set(rest, "");
    return Math.ceil(2 * PADDING + Texts.width(lead));
  }

  @Override
  protected void layoutChildren() {
    Texts.place(lead, PADDING, HEIGHT / 2 + 6);
    Texts.place(rest, PADDING + Texts.width(lead) + 10, HEIGHT / 2 + 6);
  }
}
