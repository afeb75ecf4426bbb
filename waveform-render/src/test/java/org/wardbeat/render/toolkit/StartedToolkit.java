package org.wardbeat.render.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** JavaFX's toolkit, which a process can start only once. */
public final class StartedToolkit {
  private static final StartedToolkit ONLY = new StartedToolkit();

  private final CountDownLatch started = new CountDownLatch(1);

  private StartedToolkit() {
    Platform.startup(started::countDown);
    Platform.setImplicitExit(false);
  }

  /** Starts it for the first test that needs it, for all. */
  public static void await() throws InterruptedException {
    assertThat(ONLY.started.await(30, TimeUnit.SECONDS)).isTrue();
  }
}
