package org.wardbeat.benchmarks.live;

import java.lang.reflect.Field;
import java.nio.ByteBuffer;

/**
 * The screen of JavaFX's headless platform. It is 1000 × 1000; a larger window fails to be
 * presented, so the memory behind it is made large enough for one.
 */
final class HeadlessScreen {

  private static final int STRIDE = 1_000;

  private HeadlessScreen() {}

  /** To be called on the JavaFX thread before there is a stage. */
  static void fit(int width, int height) throws ReflectiveOperationException {
    Object application =
        Class.forName("com.sun.glass.ui.Application").getMethod("GetApplication").invoke(null);
    Field memory = application.getClass().getDeclaredField("frameBuffer");
    memory.setAccessible(true);
    memory.set(application, ByteBuffer.allocate((STRIDE * height + width) * Integer.BYTES));
  }
}
