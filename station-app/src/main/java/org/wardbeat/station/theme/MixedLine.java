package org.wardbeat.station.theme;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A line of words and numbers. Numbers are set in the family whose digits are all of one width, so
 * that the line does not shiver while they change. Runs have the style classes {@code words} and
 * {@code digits}.
 */
public final class MixedLine extends Region {
  private static final Pattern RUN = Pattern.compile("[0-9][0-9.,:/%]*[0-9%]|[0-9]|[^0-9]+");

  private final List<Text> runs = new ArrayList<>();
  private String content = "";
  private String shown = "";

  /** An empty line. */
  public MixedLine(String... styleClasses) {
    getStyleClass().addAll(styleClasses);
    setManaged(false);
    setMouseTransparent(true);
  }

  /** What the line says, also where it is cut. */
  public String content() {
    return content;
  }

  /** Changes what the line says; {@link #fit} shows it. */
  public void setContent(String content) {
    this.content = content;
  }

  /**
   * Shows the content, cut with {@code …} after a word where there is no room for all.
   *
   * @return the width used in px
   */
  public double fit(double room) {
    String candidate = content;
    show(candidate);
    double width = place();
    while (width > room && !candidate.isEmpty()) {
      int space = candidate.lastIndexOf(' ');
      candidate = space <= 0 ? "" : candidate.substring(0, space);
      show(candidate.isEmpty() ? "" : candidate + " …");
      width = place();
    }
    return width;
  }

  private void show(String text) {
    if (text.equals(shown)) {
      return;
    }
    shown = text;
    int used = 0;
    Matcher matcher = RUN.matcher(text);
    while (matcher.find()) {
      run(used++, matcher.group());
    }
    for (int i = used; i < runs.size(); i++) {
      Texts.set(runs.get(i), "");
    }
  }

  private void run(int index, String text) {
    boolean digits = Character.isDigit(text.charAt(0));
    if (index == runs.size()) {
      Text added = Texts.line();
      runs.add(added);
      getChildren().add(added);
    }
    Text run = runs.get(index);
    String style = digits ? "digits" : "words";
    if (!run.getStyleClass().contains(style)) {
      run.getStyleClass().setAll("text", "line", style);
      run.applyCss();
    }
    Texts.set(run, text);
  }

  private double place() {
    double x = 0;
    for (Text run : runs) {
      run.setLayoutX(x);
      x += Texts.width(run);
    }
    return x;
  }
}
