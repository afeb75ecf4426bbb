package org.wardbeat.station.patient;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what was measured of displays in a file of its own. User-interface thread only. */
public final class RulerFile implements RulerStore {
  private static final Logger LOG = LoggerFactory.getLogger(RulerFile.class);
  private static final double LEAST = 0.5;
  private static final double MOST = 100;

  private final Path file;
  private final Map<String, Double> measured = new HashMap<>();

  /**
   * @param file read when a display is asked for, and written with each measurement
   */
  public RulerFile(Path file) {
    this.file = file;
  }

  @Override
  public OptionalDouble pxPerMm(String display) {
    Double kept = measured.get(display);
    return kept == null ? read(display) : OptionalDouble.of(kept);
  }

  private OptionalDouble read(String display) {
    try {
      String written = load().getProperty(display);
      if (written == null) {
        return OptionalDouble.empty();
      }
      double value = Double.parseDouble(written);
      if (value >= LEAST && value <= MOST) {
        return OptionalDouble.of(value);
      }
      throw new IllegalArgumentException(display + " is " + value + ", not 0.5 to 100");
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("{}: the measure of a display cannot be read: {}", file, e.getMessage());
      return OptionalDouble.empty();
    }
  }

  private Properties load() throws IOException {
    Properties all = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        all.load(reader);
      }
    }
    return all;
  }

  @Override
  public void keep(String display, double pxPerMm) {
    measured.put(display, pxPerMm);
    Thread.ofVirtual().name("wardbeat-ruler").start(() -> write(display, pxPerMm));
  }

  private synchronized void write(String display, double pxPerMm) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Properties all = loadOrNone();
      all.setProperty(display, String.valueOf(pxPerMm));
      try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        all.store(writer, "Logical pixels per millimetre of each display, as measured");
      }
    } catch (IOException e) {
      LOG.warn("{}: the measure of a display could not be kept: {}", file, e.getMessage());
    }
  }

  /** What was written before; nothing of a file that cannot be read. */
  private Properties loadOrNone() throws IOException {
    try {
      return load();
    } catch (IllegalArgumentException e) {
      return new Properties();
    }
  }
}
