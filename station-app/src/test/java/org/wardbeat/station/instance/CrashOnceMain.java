package org.wardbeat.station.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.wardbeat.station.standstill.FreezeEnd;

/** A program whose screen stood still for too long in its first life. */
final class CrashOnceMain {
  private CrashOnceMain() {}

  /** Writes its arguments to the file that is the last of them, one line for each life. */
  public static void main(String[] args) throws IOException {
    System.setOut(System.err); // the other is the tests' own way to their runner
    Path lives = Path.of(args[args.length - 1]);
    boolean first = Files.notExists(lives);
    Files.write(
        lives,
        List.of(String.join(" ", List.of(args).subList(0, args.length - 1))),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    if (first) {
      new FreezeEnd().isHopeless();
    }
  }
}
