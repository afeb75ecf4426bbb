package org.wardbeat.station.truth;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.BannerView;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Texts;

/** Tall and red: nothing on this screen is live. Only its icon panel flashes. */
final class NotLiveBanner extends Region {
  static final double HEIGHT = 130;

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final PseudoClass FLASH_OFF = PseudoClass.getPseudoClass("flash-off");
  private static final double NARROW_WIDTH = 1_700;
  private static final double PANEL = 118;
  private static final double BUTTON_HEIGHT = 48;
  private static final long FLASH_NANOS = 250_000_000;

  private final Region panel = new Region();
  private final SVGPath octagon = Icon.OCTAGON_CROSS.node();
  private final Heartbeat heartbeat = new Heartbeat();
  private final Text lead = Texts.line("ban");
  private final Text text = Texts.line("instruction");
  private final Text reconnect = Texts.line("reconnect");
  private final Text countdown = Texts.line("countdown");
  private final Button retry = new Button();
  private @Nullable BannerView view;

  NotLiveBanner(Words words, Runnable retryNow) {
    retry.setText(words.text("button.retry-now"));
    getStyleClass().add("not-live-banner");
    panel.getStyleClass().add("panel");
    octagon.setScaleX(3);
    octagon.setScaleY(3);
    lead.setId("banner-title");
    text.setId("banner-instruction");
    reconnect.setId("banner-reconnect");
    countdown.setId("banner-countdown");
    retry.setId("retry-now");
    retry.setGraphic(Icon.RETRY.node());
    retry.setOnAction(event -> retryNow.run());
    getChildren().addAll(panel, octagon, heartbeat, lead, text, reconnect, countdown, retry);
    getChildren().forEach(child -> child.setManaged(false));
  }

  void show(BannerView next) {
    view = next;
    Texts.set(lead, next.lead());
    Texts.set(text, next.text());
    BannerView.Reconnect attempt = next.reconnect();
    Texts.set(reconnect, attempt == null ? "" : attempt.text());
    Texts.set(countdown, attempt == null ? "" : attempt.countdown());
    retry.setVisible(attempt != null);
    requestLayout();
  }

  void beat(long nowNanos) {
    heartbeat.beat(nowNanos);
    panel.pseudoClassStateChanged(FLASH_OFF, Math.floorMod(nowNanos / FLASH_NANOS, 2) == 1);
  }

  @Override
  protected void layoutChildren() {
    if (view == null) {
      return;
    }
    boolean narrow = getWidth() < NARROW_WIDTH;
    if (narrow != getPseudoClassStates().contains(NARROW)) {
      pseudoClassStateChanged(NARROW, narrow);
      applyCss();
    }
    panel.resizeRelocate(0, 0, PANEL, HEIGHT);
    octagon.setLayoutX(PANEL / 2 + 8 - 10);
    octagon.setLayoutY(46);
    heartbeat.resizeRelocate((PANEL - Heartbeat.WIDTH) / 2 + 8, 100, Heartbeat.WIDTH, 16);
    Texts.place(lead, PANEL + 16, narrow ? 54 : 62);
    Texts.place(text, PANEL + 16, narrow ? 94 : 102);
    layoutReconnect(narrow);
  }

  private void layoutReconnect(boolean narrow) {
    double buttonWidth = narrow ? 150 : 248;
    double right = getWidth() - 28;
    retry.resizeRelocate(right - buttonWidth, 26, buttonWidth, BUTTON_HEIGHT);
    if (narrow) {
      Texts.place(countdown, right - Texts.width(countdown), 108);
      double end = right - Texts.width(countdown) - (countdown.getText().isEmpty() ? 0 : 8);
      Texts.place(reconnect, end - Texts.width(reconnect), 108);
    } else {
      double end = right - buttonWidth - 24;
      Texts.place(reconnect, end - Texts.width(reconnect), 48);
      Texts.place(countdown, end - Texts.width(countdown), 88);
    }
  }
}
