package org.wardbeat.station;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes pictures of a window to a folder: {@code station-0001.png} and so on.
 *
 * <p>The JavaFX thread only takes a picture; it is encoded and written elsewhere. One is taken at a
 * time: while the disk is slow, pictures are left out.
 */
final class WindowPictures implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WindowPictures.class);
  private static final long INTERVAL_MILLIS = 2_000;
  private static final long TAKE_MILLIS = 1_000;

  private final Scene scene;
  private final Path folder;
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("wardbeat-pictures").daemon().factory());
  private int count;

  /**
   * @throws IOException if the folder cannot be made
   */
  WindowPictures(Scene scene, Path folder) throws IOException {
    this.scene = scene;
    this.folder = Files.createDirectories(folder);
  }

  void start() {
    ScheduledFuture<?> _ =
        writer.scheduleWithFixedDelay(
            this::write, INTERVAL_MILLIS, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Writes a last picture and ends. */
  @Override
  public void close() {
    writer.execute(this::write);
    writer.shutdown();
    try {
      if (!writer.awaitTermination(2 * TAKE_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.warn("The last picture of the window was not written in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void write() {
    CompletableFuture<WritableImage> taken = new CompletableFuture<>();
    try {
      Platform.runLater(() -> taken.complete(scene.snapshot(null)));
      WritableImage image = taken.get(TAKE_MILLIS, TimeUnit.MILLISECONDS);
      write(opaque(image), folder.resolve(String.format(Locale.ROOT, "station-%04d.png", ++count)));
    } catch (IOException e) {
      LOG.warn("A picture of the window could not be written to {}: {}", folder, e.toString());
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      LOG.warn("No picture of the window could be taken: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whoever watches the folder never sees half a picture. */
  private static void write(BufferedImage image, Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    ImageIO.write(image, "png", part.toFile());
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static BufferedImage opaque(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    result.setRGB(0, 0, width, height, pixels, 0, width);
    return result;
  }
}
