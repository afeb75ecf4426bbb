package org.wardbeat.benchmarks.fanout.subject;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The bridge of {@code benchmarks/peers/node-bridge}. */
final class NodeBridge {

  private static final long INSTALL_SECONDS = 180;

  private NodeBridge() {}

  /**
   * Starts it, and before that installs its libraries if they are missing.
   *
   * @throws IOException in one sentence, if Node or npm is missing or it does not start
   */
  static Child start(Path home, int brokerPort, boolean deflate)
      throws IOException, InterruptedException {
    Path folder = home.resolve("benchmarks").resolve("peers").resolve("node-bridge");
    if (!Files.isDirectory(folder.resolve("node_modules"))) {
      install(folder);
    }
    List<String> command = new ArrayList<>();
    command.addAll(List.of("node", "bridge.js", "mqtt://127.0.0.1:" + brokerPort));
    if (deflate) {
      command.add("--deflate");
    }
    try {
      return Child.start("the Node bridge", folder, command);
    } catch (IOException e) {
      throw new IOException("Node.js was not found; install it (version 18 or newer).", e);
    }
  }

  private static void install(Path folder) throws IOException, InterruptedException {
    Process npm;
    try {
      npm =
          new ProcessBuilder(
                  "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      throw new IOException(
          "npm was not found, which installs the libraries of the Node bridge; install Node.js with"
              + " npm, or leave that peer out with --without node.",
          e);
    }
    String said;
    try (InputStream output = npm.getInputStream()) {
      said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (!npm.waitFor(INSTALL_SECONDS, TimeUnit.SECONDS) || npm.exitValue() != 0) {
      npm.destroyForcibly();
      throw new IOException(
          "npm ci in %s failed: %s".formatted(folder, said.strip().replace('\n', ' ')));
    }
  }
}
