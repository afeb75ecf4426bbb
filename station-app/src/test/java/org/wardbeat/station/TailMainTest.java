package org.wardbeat.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TailMainTest {
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) throws InterruptedException {
    return TailMain.run(
        args,
        lines,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--colour=red | Unknown option: '--colour=red'",
        "--bridge=ftp://127.0.0.1 | --bridge: expected an address such as",
        "--fields=HR,PULS | --fields: expected some of numerics, waves, alarms, state",
        "--count=0 | --count: expected a whole number above 0, got '0'",
        "--seconds=-1 | --seconds: expected a whole number above 0",
        "--bed= | --bed: expected a name of 1 to 64 characters",
        "stray | Unmatched argument"
      })
  void wrongCommandLineIsOneSentenceAndExitCode2(String argument, String sentence)
      throws InterruptedException {
    assertThat(run(argument)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(sentence).hasLineCount(1);
    assertThat(lines.size()).isZero();
  }

  @Test
  void helpSaysWhatTheExitCodesMean() throws InterruptedException {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("--fields", "--names", "--count", "3 no bridge was reached");
  }

  @Test
  void unreachedBridgeIsExitCode3AndOneSentence() throws InterruptedException, IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(run("--bridge=ws://127.0.0.1:" + port, "--seconds=1")).isEqualTo(3);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("No bridge was reached in time: ")
        .hasLineCount(1);
    assertThat(lines.toString(StandardCharsets.UTF_8)).contains("\"state\":\"CONNECTING\"");
  }
}
