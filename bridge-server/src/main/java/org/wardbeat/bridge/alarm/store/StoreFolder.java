package org.wardbeat.bridge.alarm.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The folder of a store: one bridge's at a time, and readable by nobody else. */
final class StoreFolder implements AutoCloseable {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;
  private @Nullable FileChannel lockFile;

  StoreFolder(Path folder) {
    this.folder = folder;
  }

  Path database() {
    return folder.resolve("alarms.db");
  }

  /**
   * Makes the folder and takes it for this bridge alone.
   *
   * @throws IOException if that is not possible, in one sentence
   */
  void take() throws IOException {
    try {
      boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
      FileAttribute<?>[] onlyOwner =
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
              }
              : new FileAttribute<?>[0];
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder, onlyOwner);
      }
      lockFile =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(lockFile) == null) {
        close();
        throw new StoreInUseException(
            "The store in %s is in use by another bridge: end that one, or give this one a store of its own with --store."
                .formatted(folder));
      }
    } catch (StoreInUseException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          "The store in %s cannot be used (%s): make that folder writable, or name another with --store."
              .formatted(folder, e),
          e);
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // by another bridge of this process
    }
  }

  /** Puts a database that cannot be read out of the way; answers where it is now. */
  Path setAside(InstantSource utc) throws IOException {
    String stamp = STAMP.format(utc.instant().truncatedTo(ChronoUnit.SECONDS));
    Path aside = unused("alarms.db.damaged-" + stamp);
    Files.move(database(), aside);
    for (String companion : new String[] {"-wal", "-shm"}) {
      Path file = folder.resolve("alarms.db" + companion);
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(file, folder.resolve(aside.getFileName() + companion));
      }
    }
    return aside;
  }

  private Path unused(String name) {
    Path file = folder.resolve(name);
    for (int i = 2; Files.exists(file, LinkOption.NOFOLLOW_LINKS); i++) {
      file = folder.resolve(name + "-" + i);
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    FileChannel file = lockFile;
    if (file != null) {
      lockFile = null;
      file.close();
    }
  }

  /** Another bridge has it. */
  private static final class StoreInUseException extends IOException {
    private static final long serialVersionUID = 1;

    private StoreInUseException(String sentence) {
      super(sentence);
    }
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
