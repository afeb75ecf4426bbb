package org.wardbeat.installers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.launcher.program.Installation;
import picocli.CommandLine;

class PackageMainTest {
  @TempDir Path home;

  private final StringWriter errors = new StringWriter();

  private int run(String... arguments) {
    Installation installation = new Installation(home, Path.of(System.getProperty("java.home")));
    CommandLine line = PackageMain.commandLine(installation);
    line.setErr(new PrintWriter(errors, true));
    return line.execute(arguments);
  }

  @ParameterizedTest
  @ValueSource(strings = {"toaster", "--frobnicate"})
  void answersWrongInputWithOneSentence(String argument) {
    assertThat(run(argument)).isEqualTo(2);
    assertThat(errors.toString()).contains(argument).hasLineCount(1);
  }

  @Test
  void saysWhatIsMissingWhenNothingIsBuilt() {
    assertThat(run("bridge")).isEqualTo(1);
    assertThat(errors.toString()).contains("bridge-server").hasLineCount(1);
  }

  @ParameterizedTest
  @EnumSource
  void packagesAProgramWithTheOptionsItIsStartedWith(Product product) {
    assertThat(product.jvmOptions(TargetSystem.LINUX))
        .containsAll(product.program().jvmOptions())
        .contains("-XX:ErrorFile=/var/log/" + product.packageName() + "/hs_err_%p.log");
  }
}
