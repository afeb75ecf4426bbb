package org.wardbeat.station.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.BannerView;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.MixedLine;
import org.wardbeat.station.theme.SimulatedBadge;
import org.wardbeat.station.theme.Texts;

/**
 * The line under the top bar while the station is live. It never wraps: what is at the right end
 * goes first, then the secondary part is cut.
 */
final class TruthLine extends Region {
  static final double HEIGHT = 44;

  private static final PseudoClass CAUTION = PseudoClass.getPseudoClass("caution");
  private static final double LEFT = 14;
  private static final double BASELINE = 28;
  private static final double SPACE = 14;
  private static final double DETAILS_HEIGHT = 44;

  private final Words words;
  private final Heartbeat heartbeat = new Heartbeat();
  private final SVGPath triangle = Icon.TRIANGLE.node();
  private final Text lead = Texts.line("lead-words");
  private final MixedLine text = new MixedLine("text-line");
  private final SimulatedBadge simulated;
  private final List<Region> bars = new ArrayList<>();
  private final List<MixedLine> notes = new ArrayList<>();
  private final Text aside = Texts.line("aside");
  private final Button details = new Button();
  private @Nullable BannerView view;

  /**
   * @param remedy called when the user wants something done about a restriction
   */
  TruthLine(Words words, Consumer<BannerView.Remedy> remedy) {
    this.words = words;
    simulated = new SimulatedBadge(words);
    getStyleClass().add("truth-line");
    lead.setId("banner-lead");
    text.setId("banner-text");
    simulated.setId("simulated");
    aside.setId("banner-aside");
    triangle.setManaged(false);
    details.setId("banner-details");
    details.getStyleClass().setAll("wb-button");
    details.setManaged(false);
    details.setOnAction(
        _ -> {
          BannerView shown = view;
          if (shown != null) {
            remedy.accept(shown.remedy());
          }
        });
    getChildren().addAll(heartbeat, triangle, lead, text, simulated, aside, details);
  }

  /**
   * @param detailed whether the details are on screen already
   */
  void show(BannerView next, boolean simulatedData, boolean detailed) {
    simulated.setVisible(simulatedData);
    boolean known = detailed && next.remedy() == BannerView.Remedy.DETAILS;
    details.setVisible(next.remedy() != BannerView.Remedy.NONE && !known);
    details.setText(words(next.remedy()));
    view = next;
    boolean caution = next.form() == BannerView.Form.CAUTION;
    pseudoClassStateChanged(CAUTION, caution);
    triangle.setVisible(caution);
    Texts.set(lead, next.lead());
    text.setContent(next.text());
    Texts.set(aside, next.aside());
    for (int i = notes.size(); i < next.secondary().size(); i++) {
      addNote();
    }
    for (int i = 0; i < notes.size(); i++) {
      notes.get(i).setContent(i < next.secondary().size() ? next.secondary().get(i) : "");
    }
    requestLayout();
  }

  private String words(BannerView.Remedy remedy) {
    return switch (remedy) {
      case NONE, DETAILS -> words.text("button.details");
      case TEST_SOUND -> words.text("button.test-sound");
      case CLOSE -> words.text("button.close");
    };
  }

  private void addNote() {
    Region bar = new Region();
    bar.getStyleClass().add("separator");
    bar.setManaged(false);
    MixedLine note = new MixedLine("note");
    bars.add(bar);
    notes.add(note);
    getChildren().addAll(bar, note);
  }

  void beat(long nowNanos) {
    heartbeat.beat(nowNanos);
  }

  @Override
  protected void layoutChildren() {
    BannerView shown = view;
    if (shown == null) {
      return;
    }
    heartbeat.resizeRelocate(LEFT, (HEIGHT - Heartbeat.HEIGHT) / 2, Heartbeat.WIDTH, 16);
    double x = LEFT + Heartbeat.WIDTH + 16;
    if (triangle.isVisible()) {
      triangle.setLayoutX(x);
      triangle.setLayoutY(HEIGHT / 2 - 10);
      x += 28;
    }
    Texts.place(lead, x, BASELINE);
    x += Texts.width(lead) + SPACE;
    text.relocate(Math.rint(x), BASELINE);
    double end = getWidth() - layoutDetails();
    double whole = text.fit(Double.MAX_VALUE);
    double badge = simulated.isVisible() ? simulated.fit(end - x - whole - 2 * SPACE) + SPACE : 0;
    x += text.fit(end - x - badge - SPACE) + SPACE;
    if (simulated.isVisible()) {
      double width = badge - SPACE;
      simulated.resizeRelocate(Math.rint(x), (HEIGHT - SimulatedBadge.HEIGHT) / 2, width, 32);
      x += badge;
    }
    layoutSecondary(x, end, shown);
  }

  /** Returns the width that the button takes. */
  private double layoutDetails() {
    if (!details.isVisible()) {
      return 0;
    }
    double width = Math.ceil(details.prefWidth(HEIGHT));
    details.resizeRelocate(
        Math.rint(getWidth() - width - 12), (HEIGHT - DETAILS_HEIGHT) / 2, width, DETAILS_HEIGHT);
    return width + 12;
  }

  private void layoutSecondary(double start, double end, BannerView shown) {
    double needed = start;
    for (int i = 0; i < shown.secondary().size(); i++) {
      needed += SPACE + notes.get(i).fit(Double.MAX_VALUE) + 1;
    }
    double asideWidth = Texts.width(aside);
    boolean room = needed + SPACE + asideWidth + SPACE <= end;
    aside.setVisible(room);
    Texts.place(aside, end - SPACE - asideWidth, BASELINE);
    double x = start;
    for (int i = 0; i < notes.size(); i++) {
      boolean used = i < shown.secondary().size();
      double width = used ? notes.get(i).fit(Math.max(0, end - x - 2 * SPACE)) : 0;
      notes.get(i).setVisible(width > 0);
      bars.get(i).setVisible(width > 0);
      bars.get(i).resizeRelocate(Math.rint(x), 12, 1, 20);
      notes.get(i).relocate(Math.rint(x + SPACE), BASELINE);
      x += width > 0 ? width + 2 * SPACE : 0;
    }
  }
}
