package org.wardbeat.station.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Where tables are written.
 *
 * @param path the folder; made if it is not there
 */
record CsvFolder(Path path) {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /**
   * Writes a file named after what is in it and the time in UTC. Any thread; it waits for the disk.
   *
   * @param what begins its name
   * @param content in UTF-8
   * @throws IOException if it cannot be written; no half of it is left under its name
   */
  Path write(String what, String content, Instant now) throws IOException {
    Files.createDirectories(path);
    Path file = path.resolve("wardbeat-" + what + "-" + STAMP.format(now) + ".csv");
    Path part = path.resolve(file.getFileName() + ".part");
    Files.writeString(part, content);
    return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
