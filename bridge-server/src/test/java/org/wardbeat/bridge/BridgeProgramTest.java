package org.wardbeat.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BridgeProgramTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path store;

  private int run(Map<String, String> environment, InputStream in, String... args) {
    Map<String, String> withStore = new HashMap<>(environment);
    withStore.put("WARDBEAT_STORE", store.toString());
    return new BridgeProgram(
            withStore,
            in,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(args);
  }

  private int run(String... args) {
    return run(Map.of(), new ByteArrayInputStream(new byte[0]), args);
  }

  @ParameterizedTest
  @CsvSource({
    "--frobnicate, --frobnicate",
    "--port=ninety, --port",
    "--port=70000, 0 to 65535",
    "--mqtt-version=4, expected 3 or 5",
    "--broker=http://127.0.0.1, expected tcp://HOST:PORT",
    "--max-sessions=0, --max-sessions",
    "--mqtt-credentials=/no/such/file, cannot read the file /no/such/file",
  })
  void wrongUseIsToldInOneSentence(String argument, String named) {
    assertThat(run(argument)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(named).hasLineCount(1);
    assertThat(out.size()).isZero();
  }

  @Test
  void wrongValueFromTheEnvironmentNamesItsVariable() {
    int code = run(Map.of("WARDBEAT_PORT", "ninety"), new ByteArrayInputStream(new byte[0]));
    assertThat(code).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("WARDBEAT_PORT");
  }

  @Test
  void userWithoutPasswordIsRefused() {
    int code = run(Map.of("WARDBEAT_MQTT_USER", "bridge"), new ByteArrayInputStream(new byte[0]));
    assertThat(code).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("WARDBEAT_MQTT_PASSWORD");
  }

  @Test
  void fileWithoutPasswordIsRefused(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("credentials"), "bridge\n");
    assertThat(run("--mqtt-credentials", file.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("password in the second");
  }

  @Test
  void takenPortIsToldInOneSentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(run("--port", port)).isEqualTo(2);
      assertThat(err.toString(StandardCharsets.UTF_8)).contains(port, "--port").hasLineCount(1);
    }
  }

  @Test
  void helpListsTheOptions() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--broker", "WARDBEAT_PORT");
  }

  @Test
  void saysWhereItListensAndEndsWithStandardInput() throws Exception {
    CompletableFuture<Integer> code;
    try (PipedOutputStream parent = new PipedOutputStream()) {
      PipedInputStream in = new PipedInputStream(parent);
      code =
          CompletableFuture.supplyAsync(
              () ->
                  run(
                      Map.of("WARDBEAT_PORT", "0"),
                      in,
                      "--broker=tcp://127.0.0.1:1",
                      "--end-with-stdin"),
              task -> Thread.ofPlatform().daemon().start(task));
      await().atMost(PATIENCE).until(() -> out.toString(StandardCharsets.UTF_8).contains("\n"));
      assertThat(out.toString(StandardCharsets.UTF_8))
          .matches("ready ws=ws://127\\.0\\.0\\.1:\\d+/ws\\R");
      assertThat(code).isNotDone();
    }
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(code).isCompletedWithValue(0));
  }
}
