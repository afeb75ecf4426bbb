package org.wardbeat.installers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JdkToolTest {
  @Test
  void returnsWhatTheToolWrites() throws Exception {
    assertThat(JdkTool.named("jlink").run(List.of("--version"))).startsWith("25");
  }

  @Test
  void passesOnAllThatAFailedToolSaid() {
    assertThatThrownBy(() -> JdkTool.named("jlink").run(List.of("--frobnicate")))
        .isInstanceOf(PackagingException.class)
        .hasMessageContaining("jlink failed (exit code 2)")
        .hasMessageContaining("frobnicate");
  }

  @Test
  void saysThatAToolIsNotThere() {
    JdkTool missing = new JdkTool(Path.of("/nowhere/jlink"), Map.of());
    assertThatThrownBy(() -> missing.run(List.of()))
        .isInstanceOf(PackagingException.class)
        .hasMessageContaining("jlink could not be run");
  }
}
