package org.wardbeat.render.toolkit;

import java.util.Map;
import java.util.Properties;

/**
 * System properties of JavaFX's rendering pipeline under which a screen full of waves is cheap
 * without a GPU. The toolkit reads them once, when it starts.
 */
public final class ToolkitSettings {

  /**
   * {@code dirtyregioncount}: the strips in which waves move lie far apart; with the 6 regions of
   * the default they are rendered together with what lies between them. {@code
   * disableRegionCaching}: a region with several background fills is kept as an image and
   * stretched, which the software pipeline does ten times slower than filling rectangles.
   */
  private static final Map<String, String> DEFAULTS =
      Map.of("prism.dirtyregioncount", "15", "prism.disableRegionCaching", "true");

  /**
   * Letters of more than 80 px are drawn as outlines, which the software pipeline makes anew each
   * time it paints them. Up to this size it keeps their pixels instead, as those of small letters;
   * a GPU's pipeline keeps them in a texture in which there is no room for that.
   */
  private static final String KEPT_LETTER_PIXELS = "400";

  private ToolkitSettings() {}

  /** Sets what is not set yet. To be called before the toolkit starts, as first thing of a main. */
  public static void prepare() {
    prepare(System.getProperties());
  }

  static void prepare(Properties properties) {
    DEFAULTS.forEach(properties::putIfAbsent);
    if (properties.getProperty("prism.order", "").startsWith("sw")) {
      properties.putIfAbsent("prism.fontSizeLimit", KEPT_LETTER_PIXELS);
    }
  }
}
