package org.wardbeat.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code ./wardbeat} says when something is missing, with a copy of it and nothing to build.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "wardbeat.cmd is the script there")
class StartScriptTest {
  private static final Path ROOT = Path.of(System.getProperty("wardbeat.root", ".."));
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "dirname",
          "find",
          "grep",
          "head",
          "mkdir",
          "readlink",
          "rm",
          "sed",
          "sh",
          "tr",
          "uname");

  @TempDir Path folder;

  private String output = "";

  private int run(Map<String, String> environment) throws Exception {
    Path script = Files.copy(ROOT.resolve("wardbeat"), folder.resolve("wardbeat"));
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", script.toString()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor();
  }

  @Test
  void saysWhatToInstallWhenThereIsNoJdkAsTheBuildDoes() throws Exception {
    assertThat(run(Map.of("WARDBEAT_JDK_SEARCH", folder.toString()))).isEqualTo(1);
    assertThat(output)
        .startsWith("Wardbeat needs JDK 25, and none was found. Install it (")
        .endsWith(") or set JAVA_HOME to a JDK 25.\n")
        .hasLineCount(1);
    String advice = output.substring(output.indexOf('(') + 1, output.lastIndexOf(')'));
    assertThat(ROOT.resolve(".mvn/require-jdk.xml")).content().contains('"' + advice + '"');
  }

  @Test
  void saysWhatToInstallWhenThereIsNoMaven() throws Exception {
    Path jdks = Path.of(System.getProperty("java.home"), "..").normalize();
    Map<String, String> environment =
        Map.of("WARDBEAT_JDK_SEARCH", jdks.toString(), "PATH", pathWithoutMaven().toString());
    assertThat(run(environment)).as(output).isEqualTo(1);
    assertThat(output)
        .startsWith("Wardbeat builds itself with Maven, and no mvn was found on the PATH.")
        .hasLineCount(1);
  }

  private Path pathWithoutMaven() throws IOException {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    for (String tool : TOOLS) {
      stub(bin, tool);
    }
    return bin;
  }

  private static void stub(Path bin, String tool) throws IOException {
    for (String place : List.of("/usr/bin", "/bin")) {
      Path found = Path.of(place, tool);
      if (Files.exists(found)) {
        Path stub = bin.resolve(tool);
        Files.writeString(stub, "#!/bin/sh\nexec " + found + " \"$@\"\n");
        assertThat(stub.toFile().setExecutable(true)).isTrue();
        return;
      }
    }
    throw new IOException("There is no " + tool + " in /usr/bin or /bin.");
  }
}
