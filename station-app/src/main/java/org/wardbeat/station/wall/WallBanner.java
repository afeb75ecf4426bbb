package org.wardbeat.station.wall;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.overview.FlashClock;
import org.wardbeat.station.overview.States;
import org.wardbeat.station.presentation.BannerView;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Texts;

/** Red and as high as two alarms: nothing on this wall is live. Only its icon panel flashes. */
final class WallBanner extends Region {
  /** Its height in px of the design. */
  static final double HEIGHT = 268;

  private static final double PANEL = 236;
  private static final String DASH = " — ";

  private final Region panel = new Region();
  private final WallIcon octagon = new WallIcon(Icon.OCTAGON_CROSS);
  private final Text lead = Texts.line("lead");
  private final Text since = Texts.line("since");
  private final Text first = Texts.line("first");
  private final Text rest = Texts.line("rest");
  private WallScale scale = WallScale.DESIGN;
  private @Nullable BannerView view;

  WallBanner() {
    setId("wall-banner");
    getStyleClass().add("wall-banner");
    setAccessibleRole(AccessibleRole.TEXT);
    setManaged(false);
    setVisible(false);
    panel.getStyleClass().add("panel");
    panel.setManaged(false);
    octagon.show(Icon.OCTAGON_CROSS);
    lead.setId("wall-banner-lead");
    since.setId("wall-banner-since");
    first.setId("wall-banner-first");
    rest.setId("wall-banner-rest");
    getChildren().addAll(panel, octagon.node(), lead, since, first, rest);
  }

  void show(BannerView next, WallScale scale) {
    this.scale = scale;
    view = next;
    setVisible(next.form() == BannerView.Form.NOT_LIVE);
    setAccessibleText(next.sentence());
    requestLayout();
  }

  void flash(FlashClock clock) {
    panel.pseudoClassStateChanged(States.FLASH_OFF, clock.isOff(Severity.HIGH));
  }

  @Override
  protected void layoutChildren() {
    BannerView shown = view;
    if (shown == null || !isVisible()) {
      return;
    }
    double unit = scale.unit();
    double height = getHeight();
    panel.resizeRelocate(0, 0, PANEL * unit, height);
    octagon.place(PANEL * unit * 0.16, height / 2, PANEL * unit * 0.68);
    int dash = shown.lead().indexOf(DASH);
    String head = dash < 0 ? shown.lead() : shown.lead().substring(0, dash);
    Lines.size(lead, Type.NOT_LIVE, scale);
    Texts.set(lead, head);
    double x = (PANEL + 24) * unit;
    Texts.place(lead, x, Lines.baseline(lead, height / 2));
    x += Texts.width(lead) + 60 * unit;
    layoutDetails(shown, dash < 0 ? "" : shown.lead().substring(dash + DASH.length()), x, unit);
  }

  private void layoutDetails(BannerView shown, String when, double x, double unit) {
    double room = getWidth() - x - 24 * unit;
    Lines.fit(since, when, Type.BAR_BOLD, px(Type.BAR_BOLD), 0.6, room);
    Texts.place(since, x, 92 * unit);
    int end = shown.text().indexOf(". ") + 1;
    Lines.fit(first, shown.text().substring(0, end), Type.BAR, px(Type.BAR), 0.6, room);
    Texts.place(first, x, 182 * unit);
    Lines.fit(rest, rest(shown, end), Type.DETAIL, px(Type.DETAIL), 0.8, room);
    Texts.place(rest, x, 242 * unit);
  }

  private static String rest(BannerView shown, int from) {
    BannerView.Reconnect reconnect = shown.reconnect();
    String words = shown.text().substring(from).strip();
    return reconnect == null
        ? words
        : "%s  %s %s".formatted(words, reconnect.text(), reconnect.countdown()).strip();
  }

  private double px(Type type) {
    return type.px(scale);
  }
}
