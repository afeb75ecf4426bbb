package org.wardbeat.installers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeModulesTest {
  @TempDir Path folder;

  @Test
  void findsWhatTheJarsUseAndNamesOnlyModulesOfTheJdk() throws Exception {
    Class<?> logging = Class.forName("ch.qos.logback.core.ContextBase");
    URI jar = logging.getProtectionDomain().getCodeSource().getLocation().toURI();
    Files.copy(Path.of(jar), folder.resolve("logging.jar"));
    assertThat(RuntimeModules.of(folder))
        .contains("java.base", "java.xml")
        .allMatch(name -> name.startsWith("java.") || name.startsWith("jdk."));
  }

  @Test
  void saysWhatToDoWhenThereAreNoJars() {
    Path missing = folder.resolve("app");
    assertThatThrownBy(() -> RuntimeModules.of(missing))
        .isInstanceOf(PackagingException.class)
        .hasMessageContaining(missing.toString())
        .hasMessageContaining("./wardbeat package");
  }
}
