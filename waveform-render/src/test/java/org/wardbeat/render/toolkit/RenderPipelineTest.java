package org.wardbeat.render.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RenderPipelineTest {
  @BeforeAll
  static void startToolkit() throws InterruptedException {
    StartedToolkit.await();
  }

  @Test
  void softwareThatWasAskedForIsTold() {
    assertThat(System.getProperty("prism.order")).isEqualTo("sw");
    assertThat(RenderPipeline.inUse()).isEqualTo(RenderPipeline.SOFTWARE);
  }
}
