package org.wardbeat.station.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.station.instance.Guard.Patience;

class GuardedChildTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  @TempDir private Path folder;

  @Test
  void aProcessWhoseScreenStoodStillIsStartedAgain() throws Exception {
    Path lives = folder.resolve("lives");
    GuardedChild child =
        new GuardedChild(
            List.of("--wall", lives.toString()),
            "org.wardbeat.station",
            CrashOnceMain.class.getName());
    PrintStream err = new PrintStream(said, true, StandardCharsets.UTF_8);

    int code = new Guard(child, Patience.WALL, System::nanoTime, _ -> {}, err).run();

    assertThat(code).isZero();
    assertThat(Files.readAllLines(lives))
        .containsExactly("--unguarded --wall", "--unguarded --wall");
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("ended unexpectedly (exit code 70) and is started again in 1 s.");
  }
}
