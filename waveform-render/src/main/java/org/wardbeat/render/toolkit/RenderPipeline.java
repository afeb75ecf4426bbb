package org.wardbeat.render.toolkit;

import javafx.application.ConditionalFeature;
import javafx.application.Platform;

/** How JavaFX renders (Prism). */
public enum RenderPipeline {
  /** By Direct3D, Metal or OpenGL, and a driver. */
  GRAPHICS_CARD,

  /** On the processor: as was asked for, or since no driver was good enough. */
  SOFTWARE;

  /**
   * The one in use. JavaFX names it nowhere, but on desktops only the software pipeline has no 3D.
   * To be called once the toolkit has started; any thread.
   */
  public static RenderPipeline inUse() {
    return Platform.isSupported(ConditionalFeature.SCENE3D) ? GRAPHICS_CARD : SOFTWARE;
  }
}
