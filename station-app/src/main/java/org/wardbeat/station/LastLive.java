package org.wardbeat.station;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.station.settings.ComputerName;

/**
 * Remembers in a file when this station was live, so that the next one knows for how long nobody
 * looked if it did not end on purpose. A file that cannot be read or written costs no more than
 * that.
 */
final class LastLive implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LastLive.class);
  private static final long INTERVAL_MILLIS = 5_000;

  private final Path file;
  private @Nullable Thread writer;
  private boolean closed;

  LastLive(Path file) {
    this.file = file;
  }

  /**
   * That of a desk, or that of a wall display, which may run beside it.
   *
   * @param folder that of the user
   */
  static LastLive of(Path folder, ComputerName computer, boolean wall) {
    return new LastLive(computer.file(folder, wall ? "last-live-wall" : "last-live", ""));
  }

  /** When a station that did not end on purpose was last live; empty if none was. */
  OptionalLong read() {
    try {
      return Files.exists(file)
          ? OptionalLong.of(Long.parseLong(Files.readString(file).strip()))
          : OptionalLong.empty();
    } catch (IOException | NumberFormatException e) {
      LOG.warn("When this station was live before cannot be read from {}", file, e);
      return OptionalLong.empty();
    }
  }

  /**
   * Writes it every {@value #INTERVAL_MILLIS} ms from now on.
   *
   * @param liveMicros when it was last live, UTC microseconds; 0 if it was not yet. Any thread
   */
  void follow(LongSupplier liveMicros) {
    writer = Thread.ofVirtual().name("wardbeat-last-live").start(() -> run(liveMicros));
  }

  private void run(LongSupplier liveMicros) {
    long written = 0;
    try {
      while (true) {
        Thread.sleep(INTERVAL_MILLIS);
        long now = liveMicros.getAsLong();
        if (now != written) {
          write(now);
          written = now;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      LOG.warn("When this station was live cannot be written to {}", file, e);
    }
  }

  private synchronized void write(long micros) throws IOException {
    if (closed) {
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(next, String.valueOf(micros));
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The station ends on purpose: the next one has nothing to tell. */
  @Override
  public synchronized void close() {
    closed = true;
    Thread running = writer;
    if (running != null) {
      running.interrupt();
    }
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be removed", file, e);
    }
  }
}
