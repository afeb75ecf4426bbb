package org.wardbeat.station.theme;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.transform.Scale;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.wardbeat.render.toolkit.DevicePixels;

/**
 * A picture that is drawn anew when its size, the display's scale or what it shows changes. One
 * pixel of it is one of the display, so that lines on {@link #pixels} are sharp. User-interface
 * thread only.
 */
public abstract class Drawing extends Region {
  private static final double FONT_SIZE = 15;

  /**
   * A canvas of which a pixel is one of the display.
   *
   * @param pixels those of the display
   * @param scale pixels of the canvas to a logical one of its own, for good
   */
  private record Paper(Canvas canvas, DevicePixels pixels, double scale) {
    static Paper of(DevicePixels pixels) {
      double scale = canvasScale();
      double shown = scale / pixels.scale();
      Canvas canvas = new Canvas();
      canvas.setManaged(false);
      canvas.getTransforms().add(new Scale(shown, shown));
      return new Paper(canvas, pixels, scale);
    }

    /** JavaFX takes that of the display with the largest, rounded up, wherever the canvas is. */
    private static double canvasScale() {
      return Screen.getScreens().stream()
          .mapToDouble(screen -> Math.max(screen.getOutputScaleX(), screen.getOutputScaleY()))
          .map(Math::ceil)
          .reduce(1, Math::max);
    }

    void resize(double width, double height) {
      canvas.setWidth(pixels.count(width) / scale);
      canvas.setHeight(pixels.count(height) / scale);
    }

    /** Takes logical pixels of the display. */
    GraphicsContext graphics() {
      double drawn = pixels.scale() / scale;
      GraphicsContext g = canvas.getGraphicsContext2D();
      g.setTransform(drawn, 0, 0, drawn, 0, 0);
      return g;
    }
  }

  private Paper paper = Paper.of(new DevicePixels(1));
  private double width;
  private double height;

  protected Drawing(double leastHeight, double preferredHeight) {
    setMinHeight(leastHeight);
    setPrefHeight(preferredHeight);
    getChildren().add(paper.canvas);
    ObservableValue<Number> scale =
        sceneProperty().flatMap(Scene::windowProperty).flatMap(Window::renderScaleXProperty);
    scale.addListener((_, _, _) -> requestLayout());
    localToSceneTransformProperty().addListener((_, _, _) -> snapToDevice());
  }

  private void snapToDevice() {
    Point2D offset = paper.pixels.offset(this);
    paper.canvas.setTranslateX(offset.getX());
    paper.canvas.setTranslateY(offset.getY());
  }

  @Override
  protected final void layoutChildren() {
    DevicePixels pixels = DevicePixels.of(this);
    boolean sameScale = pixels.equals(paper.pixels);
    double nextWidth = Math.floor(getWidth() * pixels.scale()) / pixels.scale();
    double nextHeight = Math.floor(getHeight() * pixels.scale()) / pixels.scale();
    if (sameScale && nextWidth == width && nextHeight == height) {
      return;
    }
    if (!sameScale) {
      paper = Paper.of(pixels);
      getChildren().setAll(paper.canvas);
      snapToDevice();
    }
    width = nextWidth;
    height = nextHeight;
    paper.resize(width, height);
    redraw();
  }

  /** Draws it anew, because it shows something else now. */
  protected final void redraw() {
    GraphicsContext g = paper.graphics();
    g.clearRect(0, 0, width, height);
    g.setFontSmoothingType(FontSmoothingType.GRAY);
    g.setTextBaseline(VPos.CENTER);
    draw(g, width, height);
  }

  /** Those of the display, to draw lines on. */
  protected final DevicePixels pixels() {
    return paper.pixels;
  }

  /**
   * Draws it on an empty area of a size, in logical pixels, if there is something to draw and that
   * is enough.
   */
  protected abstract void draw(GraphicsContext g, double width, double height);

  /**
   * The bundled font of words. To be asked for while drawing: the bundled fonts come with the
   * theme, and before that JavaFX gives others.
   */
  protected static Font words() {
    return Font.font("Inter", FONT_SIZE);
  }

  /** The bundled font of digits. To be asked for while drawing. */
  protected static Font digits() {
    return Font.font("B612", FONT_SIZE);
  }
}
