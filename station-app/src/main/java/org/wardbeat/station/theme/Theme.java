package org.wardbeat.station.theme;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  private static final Logger LOG = LoggerFactory.getLogger(Theme.class);

  private Theme() {}

  /** Opens the file of a font. */
  interface FontSource {
    InputStream open(String font) throws IOException;
  }

  /**
   * Applies the theme. User-interface thread only.
   *
   * @return the bundled fonts that cannot be used, in whose place the system's own stands; JavaFX
   *     copies each into the folder of temporary files, which may be full
   * @throws NullPointerException if a style sheet is missing
   */
  public static List<String> applyTo(Scene scene) {
    STYLE_SHEETS.forEach(sheet -> scene.getStylesheets().add(resource(sheet).toExternalForm()));
    return FONTS.stream()
        .filter(font -> !isLoaded(font, name -> resource("fonts/" + name).openStream()))
        .toList();
  }

  /** Loads a font; returns whether it can be used from now on. */
  static boolean isLoaded(String font, FontSource source) {
    try (InputStream stream = source.open(font)) {
      if (Font.loadFont(stream, 12) != null) {
        return true;
      }
      LOG.error("The bundled font {} cannot be loaded", font);
    } catch (IOException e) {
      LOG.error("The bundled font {} cannot be read", font, e);
    }
    return false;
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(
        Theme.class.getResource(name), () -> "The bundled file " + name + " is missing.");
  }
}
