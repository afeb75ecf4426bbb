package org.wardbeat.station.patient;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what was measured of the screen in a file of its own. User-interface thread only. */
public final class RulerFile implements RulerStore {
  private static final Logger LOG = LoggerFactory.getLogger(RulerFile.class);
  private static final String KEY = "px-per-mm";
  private static final double LEAST = 0.5;
  private static final double MOST = 100;

  private final Path file;
  private OptionalDouble known;

  /**
   * @param file read at once if it is there, and written with each measurement
   */
  public RulerFile(Path file) {
    this.file = file;
    this.known = read(file);
  }

  private static OptionalDouble read(Path file) {
    if (!Files.exists(file)) {
      return OptionalDouble.empty();
    }
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      double value = Double.parseDouble(properties.getProperty(KEY, ""));
      if (value >= LEAST && value <= MOST) {
        return OptionalDouble.of(value);
      }
      throw new IllegalArgumentException(KEY + " is " + value + ", not 0.5 to 100");
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("{}: the measure of the screen cannot be read: {}", file, e.getMessage());
      return OptionalDouble.empty();
    }
  }

  @Override
  public OptionalDouble pxPerMm() {
    return known;
  }

  @Override
  public void keep(double pxPerMm) {
    known = OptionalDouble.of(pxPerMm);
    Thread.ofVirtual().name("wardbeat-ruler").start(() -> write(pxPerMm));
  }

  private void write(double pxPerMm) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Properties properties = new Properties();
      properties.setProperty(KEY, String.valueOf(pxPerMm));
      try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        properties.store(writer, "Logical pixels per millimetre of this screen, as measured");
      }
    } catch (IOException e) {
      LOG.warn("{}: the measure of the screen could not be kept: {}", file, e.getMessage());
    }
  }
}
