package org.wardbeat.station.window;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps places of windows in a file. One that cannot be read or written costs no more than that.
 * Any thread.
 */
final class WindowFile {
  private static final Logger LOG = LoggerFactory.getLogger(WindowFile.class);
  private static final int MOST_PLACES = 100;

  private final Path file;
  private final Executor disk;

  /**
   * @param disk where it is written
   */
  WindowFile(Path file, Executor disk) {
    this.file = file;
    this.disk = disk;
  }

  /** What was kept by a key. */
  Optional<WindowPlace> place(String key) {
    return Optional.ofNullable(read().getProperty(key)).flatMap(WindowPlace::ofWords);
  }

  /** Keeps a place by a key, in the place of what was kept by it. */
  void keep(String key, WindowPlace place) {
    disk.execute(() -> write(key, place));
  }

  private Properties read() {
    Properties known = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        known.load(reader);
      } catch (IOException | IllegalArgumentException e) {
        LOG.warn("Where windows were cannot be read from {}", file, e);
      }
    }
    return known;
  }

  private synchronized void write(String key, WindowPlace place) {
    Properties known = read();
    if (known.size() >= MOST_PLACES && !known.containsKey(key)) {
      known.clear();
    }
    known.setProperty(key, place.words());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path next = file.resolveSibling(file.getFileName() + ".new");
      try (Writer writer = Files.newBufferedWriter(next)) {
        known.store(writer, null);
      }
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.warn("Where windows are cannot be written to {}", file, e);
    }
  }
}
