package org.wardbeat.station.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Brings the bundled fonts and the style sheet to a scene. */
public final class Theme {
  /** Colour tokens and styles; the tokens are looked-up colours {@code -wb-…} on {@code .root}. */
  private static final List<String> STYLE_SHEETS =
      List.of(
          "wardbeat.css",
          "pages.css",
          "diagnostics.css",
          "panel.css",
          "review.css",
          "patient.css",
          "settings.css",
          "wall.css");

  private static final List<String> FONTS =
      List.of(
          "B612-Regular.otf",
          "B612-Bold.otf",
          "Inter-Regular.otf",
          "Inter-Medium.otf",
          "Inter-SemiBold.otf",
          "Inter-Bold.otf");

  private Theme() {}

  /**
   * Applies the theme. User-interface thread only.
   *
   * @throws IllegalStateException if a bundled font or a style sheet is missing or unreadable
   */
  public static void applyTo(Scene scene) {
    FONTS.forEach(Theme::load);
    STYLE_SHEETS.forEach(sheet -> scene.getStylesheets().add(resource(sheet).toExternalForm()));
  }

  private static void load(String font) {
    try (InputStream stream = resource("fonts/" + font).openStream()) {
      if (Font.loadFont(stream, 12) == null) {
        throw new IllegalStateException("The bundled font " + font + " cannot be read.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The bundled font " + font + " cannot be read.", e);
    }
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(
        Theme.class.getResource(name), () -> "The bundled file " + name + " is missing.");
  }
}
