package org.wardbeat.station.theme;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;

/**
 * A picture that is drawn anew, on whole pixels, when its size or what it shows changes.
 * User-interface thread only.
 */
public abstract class Drawing extends Region {
  private static final double FONT_SIZE = 15;

  private final Canvas canvas = new Canvas();

  protected Drawing(double leastHeight, double preferredHeight) {
    setMinHeight(leastHeight);
    setPrefHeight(preferredHeight);
    canvas.setManaged(false);
    getChildren().add(canvas);
  }

  @Override
  protected final void layoutChildren() {
    double width = Math.floor(getWidth());
    double height = Math.floor(getHeight());
    if (width != canvas.getWidth() || height != canvas.getHeight()) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      redraw();
    }
  }

  /** Draws it anew, because it shows something else now. */
  protected final void redraw() {
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    GraphicsContext g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, width, height);
    g.setFontSmoothingType(FontSmoothingType.GRAY);
    g.setTextBaseline(VPos.CENTER);
    draw(g, width, height);
  }

  /** Draws it on an empty area of a size, if there is something to draw and that is enough. */
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
