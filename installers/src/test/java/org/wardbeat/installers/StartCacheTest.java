package org.wardbeat.installers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.launcher.program.Installation;

class StartCacheTest {
  private static final List<String> SETTINGS =
      List.of("[Application]", "app.mainmodule=a/b", "", "[JavaOptions]", "java-options=-Xmx1g");

  @TempDir Path folder;

  private StartCache cacheOf(Path image) throws Exception {
    Installation nothingBuilt =
        new Installation(folder.resolve("home"), Path.of(System.getProperty("java.home")));
    return new StartCache(nothingBuilt, TargetSystem.LINUX, image);
  }

  private Path settings(List<String> lines) throws Exception {
    Path app = Files.createDirectories(folder.resolve("image/lib/app"));
    return Files.write(app.resolve("wardbeat-station.cfg"), lines);
  }

  @Test
  void anImageWhoseStationCannotBeWatchedStaysAsItWas() throws Exception {
    Path settings = settings(SETTINGS);
    StartCache cache = cacheOf(folder.resolve("image"));

    assertThatThrownBy(() -> cache.make(folder, new PrintWriter(new StringWriter())))
        .isInstanceOf(PackagingException.class)
        .hasMessageContaining("simulated ward");
    assertThat(settings).hasContent(String.join("\n", SETTINGS));
  }

  @Test
  void settingsWithoutOptionsAreNamed() throws Exception {
    Path settings = settings(List.of("[Application]"));
    StartCache cache = cacheOf(folder.resolve("image"));

    assertThatThrownBy(() -> cache.make(folder, new PrintWriter(new StringWriter())))
        .hasMessage(settings + " has no line [JavaOptions]");
  }
}
