package org.wardbeat.station.truth;

import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.BannerView;

/**
 * The truth line, or the not-live banner in its place. Its accessible text is the whole sentence,
 * also where it is cut on screen. User-interface thread only.
 */
public final class TruthBanner extends Region {
  private final TruthLine line;
  private final NotLiveBanner tall;
  private @Nullable BannerView view;
  private boolean simulated;
  private boolean detailed;

  /**
   * @param words in which language
   * @param retryNow called when the user does not want to wait for the next attempt
   * @param remedy called when the user wants something done about a restriction
   */
  public TruthBanner(Words words, Runnable retryNow, Consumer<BannerView.Remedy> remedy) {
    line = new TruthLine(words, remedy);
    tall = new NotLiveBanner(words, retryNow);
    setId("banner");
    getStyleClass().add("banner");
    setAccessibleRole(AccessibleRole.TEXT);
    line.setManaged(false);
    tall.setManaged(false);
    line.setVisible(false);
    tall.setVisible(false);
    getChildren().addAll(line, tall);
  }

  /** Says whether the details are on screen already, so that no button has to lead there. */
  public void setDetailed(boolean shown) {
    detailed = shown;
    BannerView current = view;
    if (current != null && line.isVisible()) {
      line.show(current, simulated, detailed);
    }
  }

  /**
   * Shows what changed.
   *
   * @return whether its height changed
   */
  public boolean show(BannerView next, boolean simulatedData) {
    BannerView before = view;
    if (next.equals(before) && simulated == simulatedData) {
      return false;
    }
    view = next;
    simulated = simulatedData;
    boolean notLive = next.form() == BannerView.Form.NOT_LIVE;
    line.setVisible(!notLive);
    tall.setVisible(notLive);
    if (notLive) {
      tall.show(next);
    } else {
      line.show(next, simulatedData, detailed);
    }
    setAccessibleText(next.sentence());
    return before == null || (before.form() == BannerView.Form.NOT_LIVE) != notLive;
  }

  /** Height in px of what is shown now. */
  public double height() {
    return tall.isVisible() ? NotLiveBanner.HEIGHT : TruthLine.HEIGHT;
  }

  /**
   * Moves the heartbeat on.
   *
   * @param nowNanos the moment of the pulse
   */
  public void beat(long nowNanos) {
    if (tall.isVisible()) {
      tall.beat(nowNanos);
    } else {
      line.beat(nowNanos);
    }
  }

  @Override
  protected void layoutChildren() {
    line.resizeRelocate(0, 0, getWidth(), TruthLine.HEIGHT);
    tall.resizeRelocate(0, 0, getWidth(), NotLiveBanner.HEIGHT);
  }
}
