package org.wardbeat.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimulatorMainTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine command = SimulatorMain.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(args);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--bogus | Unknown option: '--bogus'",
        "--beds 0 | the number of beds must be from 1 to 64, not 0",
        "--beds 65 | the number of beds must be from 1 to 64, not 65",
        "--beds many | Invalid value for option '--beds'",
        "--speed 2 | a speed other than 1 is for records only",
        "--broker nowhere | \"nowhere\" is no broker's address",
        "--embedded-broker 70000 | the port of the embedded broker must be from 0 to 65535",
        "--broker tcp://127.0.0.1:1 --embedded-broker 0 | mutually exclusive",
        "--unit 4/East --seconds 1 | holds one of the characters / + # or NUL",
        "--scenario absent.yaml | absent.yaml: cannot be read",
        "--records absent | absent: cannot be listed",
      })
  void whatCannotBeDoneEndsInOneSentenceAndCode2(String args, String sentence) {
    assertThat(run(args.split(" ", -1))).isEqualTo(2);
    assertThat(err.toString()).contains(sentence).hasLineCount(1);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnreadableRecordEndsInOneSentenceAndCode2() throws IOException {
    Files.writeString(folder.resolve("r.hea"), "r 1 100 4\nr.dat 16\n");
    assertThat(run("--records", folder.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("r.hea line 2: names the signal file")
        .endsWith("fetch it into the same folder.\n");
  }

  @Test
  void anOccupiedPortEndsInOneSentenceAndCode2() throws IOException {
    try (ServerSocket occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(run("--embedded-broker", "" + occupied.getLocalPort())).isEqualTo(2);
    }
    assertThat(err.toString()).contains("cannot listen on 127.0.0.1").hasLineCount(1);
  }

  @Test
  void theReadyLineSaysWhereTheWardIs() throws InterruptedException {
    AtomicInteger code = new AtomicInteger(-1);
    Thread program = Thread.ofPlatform().start(() -> code.set(run("--beds", "2")));
    await().atMost(Duration.ofSeconds(60)).until(() -> !out.toString().isEmpty());
    assertThat(out.toString()).matches("ready broker=tcp://127\\.0\\.0\\.1:[0-9]+ beds=2\\R");
    program.interrupt();
    program.join();
    assertThat(code).hasValue(0);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theProgramEndsByItselfAfterTheSecondsGiven() {
    assertThat(run("--beds", "1", "--seconds", "1")).isZero();
    assertThat(err.toString()).isEmpty();
  }
}
