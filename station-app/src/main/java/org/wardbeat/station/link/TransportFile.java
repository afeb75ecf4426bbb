package org.wardbeat.station.link;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.station.ward.TransportKind;

/**
 * The memory of transports in a file of properties: the bridge's address, and the transport's name.
 * A file that cannot be read or written costs the memory, and nothing else.
 */
final class TransportFile implements TransportMemory {
  private static final Logger LOG = LoggerFactory.getLogger(TransportFile.class);
  private static final long CLOSE_MILLIS = 500;

  private final Path file;
  private final Properties remembered;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("wardbeat-memory").daemon().factory());

  private TransportFile(Path file, Properties remembered) {
    this.file = file;
    this.remembered = remembered;
  }

  /** Reads a file, if there is one. */
  static TransportFile open(Path file) {
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      read.load(in);
    } catch (NoSuchFileException _) {
      LOG.debug("{} will remember which transport works", file);
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn("{} is ignored, because it cannot be read: {}", file, e.toString());
      read.clear();
    }
    return new TransportFile(file, read);
  }

  @Override
  public Optional<TransportKind> of(URI bridge) {
    String name = remembered.getProperty(bridge.toString());
    Optional<TransportKind> kind =
        Arrays.stream(TransportKind.values()).filter(k -> k.name().equals(name)).findFirst();
    if (name != null && kind.isEmpty()) {
      LOG.warn(
          "{}: '{}' is no transport, so that {} is tried from the best on", file, name, bridge);
    }
    return kind;
  }

  @Override
  public void worked(URI bridge, TransportKind kind) {
    Object before = remembered.setProperty(bridge.toString(), kind.name());
    if (!kind.name().equals(before)) {
      Properties all = (Properties) remembered.clone();
      writer.execute(() -> write(all));
    }
  }

  @Override
  public void close() {
    writer.shutdown();
    try {
      if (!writer.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.warn("{} could not be written in time", file);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(Properties all) {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      try (Writer out = Files.newBufferedWriter(next, StandardCharsets.UTF_8)) {
        all.store(out, "Which transport led to which bridge");
      }
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("{} cannot be written: {}", file, e.toString());
    }
  }
}
