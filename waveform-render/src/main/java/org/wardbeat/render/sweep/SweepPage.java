package org.wardbeat.render.sweep;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.playout.PlayoutClock;
import org.wardbeat.render.toolkit.DevicePixels;

/**
 * A page of waves, swept with an erase bar: those of one bed always in step with each other, those
 * of several beds where their clocks are. It lies under the numbers of a screen and is transparent
 * where there is no wave.
 *
 * <p>What keeps a screen full of waves cheap on the software pipeline: the page is made of narrow
 * strips, so that a frame renders only a few of them and what lies over them; it needs the {@link
 * org.wardbeat.render.toolkit.ToolkitSettings}.
 *
 * <p>Call {@link #pulse} from an animation timer, which should catch what it throws. Each pulse
 * paints only the columns the sweep passed; everything is painted anew after a resize, a change of
 * scale, a leap of the playhead by over 2 s as after a sleep of the computer, and when the page
 * comes to be shown. While it is not shown (no scene, window hidden or minimised, page or a parent
 * invisible) nothing is painted. User-interface thread only.
 */
public final class SweepPage extends Region {

  /** In logical pixels. */
  private static final int STRIP_WIDTH = 32;

  /** Where more than 12 children of one parent change, JavaFX renders the parent as a whole. */
  private static final int STRIPS_PER_GROUP = 12;

  private final SweepCanvas canvas;
  private final Group strips = new Group();
  private final List<PixelBuffer<IntBuffer>> buffers = new ArrayList<>();
  private @Nullable SweepSurface surface;
  private DevicePixels pixels = new DevicePixels(1);
  private boolean snapped;

  /** A page without waves. */
  public SweepPage(SweepScale scale, SweepStyle style) {
    this.canvas = new SweepCanvas(scale, style);
    strips.setManaged(false);
    strips.setAutoSizeChildren(false);
    setMouseTransparent(true);
    setFocusTraversable(false);
    getChildren().add(strips);
    localToSceneTransformProperty().addListener((place, before, now) -> snapped = false);
  }

  /**
   * Adds the waves of a bed.
   *
   * @param clock which plays these alone
   */
  public Sweep addSweep(PlayoutClock clock) {
    Sweep sweep = new Sweep(clock);
    canvas.add(sweep);
    return sweep;
  }

  /** Takes the waves of a bed away; their place becomes blank. */
  public void removeSweep(Sweep sweep) {
    canvas.remove(sweep);
  }

  /** Changes speed or screen calibration of all lanes. */
  public void setScale(SweepScale scale) {
    canvas.setScale(scale);
  }

  /** Changes the look of all lanes. */
  public void setSweepStyle(SweepStyle style) {
    canvas.setStyle(style);
  }

  /** Changes how the waves of all lanes move; at first they are swept. */
  public void setMotion(SweepMotion motion) {
    canvas.setMotion(motion);
  }

  /**
   * Moves all waves on.
   *
   * @param nowNanos the moment, as {@link javafx.animation.AnimationTimer#handle} is told
   */
  public void pulse(long nowNanos) {
    boolean showing = isShowing();
    if (showing) {
      fit();
    }
    canvas.pulse(nowNanos, showing && surface != null);
    if (showing) {
      present();
    }
  }

  private boolean isShowing() {
    Scene scene = getScene();
    Window window = scene == null ? null : scene.getWindow();
    if (window == null || !window.isShowing()) {
      return false;
    }
    if (window instanceof Stage stage && stage.isIconified()) {
      return false;
    }
    for (Node node = this; node != null; node = node.getParent()) {
      if (!node.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private void fit() {
    DevicePixels now = DevicePixels.of(this);
    int wide = now.count(getWidth());
    int high = now.count(getHeight());
    SweepSurface present = surface;
    boolean same =
        present != null
            && present.width() == wide
            && present.height() == high
            && now.equals(pixels);
    if (!same) {
      pixels = now;
      build(wide, high);
      snapped = false;
    }
    if (!snapped) {
      snapToDevice();
      snapped = true;
    }
  }

  private void build(int wide, int high) {
    strips.getChildren().clear();
    buffers.clear();
    surface = null;
    if (wide == 0 || high == 0) {
      return;
    }
    int stripWidth = pixels.count(STRIP_WIDTH);
    SweepSurface fresh = new SweepSurface(wide, high, stripWidth);
    for (int i = 0; i < fresh.stripCount(); i++) {
      PixelBuffer<IntBuffer> buffer =
          new PixelBuffer<>(
              stripWidth,
              high,
              IntBuffer.wrap(fresh.strip(i)),
              PixelFormat.getIntArgbPreInstance());
      buffers.add(buffer);
      if (i % STRIPS_PER_GROUP == 0) {
        strips.getChildren().add(new Group());
      }
      Group group = (Group) strips.getChildren().getLast();
      group.getChildren().add(strip(buffer, i));
    }
    surface = fresh;
    canvas.resize(fresh, pixels.scale());
  }

  private ImageView strip(PixelBuffer<IntBuffer> buffer, int index) {
    ImageView view = new ImageView(new WritableImage(buffer));
    view.setSmooth(false);
    view.setFitWidth(buffer.getWidth() / pixels.scale());
    view.setFitHeight(buffer.getHeight() / pixels.scale());
    view.setLayoutX(index * buffer.getWidth() / pixels.scale());
    return view;
  }

  /** Puts the strips on whole device pixels, wherever the page is. */
  private void snapToDevice() {
    Point2D offset = pixels.offset(this);
    strips.setTranslateX(offset.getX());
    strips.setTranslateY(offset.getY());
  }

  private void present() {
    SweepSurface shown = surface;
    if (shown == null) {
      return;
    }
    for (int i = 0; i < shown.stripCount(); i++) {
      int from = shown.dirtyFrom(i);
      int wide = shown.dirtyTo(i) - from;
      if (wide > 0) {
        Rectangle2D changed = new Rectangle2D(from, 0, wide, shown.height());
        buffers.get(i).updateBuffer(buffer -> changed);
      }
    }
    shown.markClean();
  }
}
