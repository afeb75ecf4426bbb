package org.wardbeat.station.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one station that a user runs on a computer: it holds a lock, which ends with the process
 * however that ends, and listens at a socket of the file system for others, which only ask it to
 * show itself.
 */
public final class OneStation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OneStation.class);
  private static final byte SHOW = 's';
  private static final byte SHOWN = 'k';
  private static final long ANSWER_SECONDS = 3;

  private final FileChannel file;
  private final FileLock lock;
  private final Path socket;
  private final @Nullable ServerSocketChannel server;
  private volatile Runnable show = () -> {};

  private OneStation(FileChannel file, FileLock lock, Path socket) {
    this.file = file;
    this.lock = lock;
    this.socket = socket;
    this.server = listen(socket);
    ServerSocketChannel open = server;
    if (open != null) {
      Thread.ofPlatform().daemon().name("wardbeat-instance").start(() -> answer(open));
    }
  }

  /**
   * Becomes the one station; empty if there is one.
   *
   * @param folder that of the user, which several computers may share
   * @param name what there may be one of, with the computer's name
   * @throws IOException if the lock's file cannot be made
   */
  public static Optional<OneStation> claim(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    FileChannel file =
        FileChannel.open(
            folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = tryLock(file);
    if (lock == null) {
      file.close();
      return Optional.empty();
    }
    return Optional.of(new OneStation(file, lock, socket(folder, name)));
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  private static Path socket(Path folder, String name) {
    return folder.resolve(name + ".socket");
  }

  /** Without a socket others can still see that it runs. */
  private static @Nullable ServerSocketChannel listen(Path socket) {
    try {
      Files.deleteIfExists(socket); // left by one that did not end on purpose
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(socket));
      return server;
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warn("Nobody can ask this station to show itself at {}", socket, e);
      return null;
    }
  }

  private void answer(ServerSocketChannel server) {
    while (server.isOpen()) {
      try (SocketChannel asker = server.accept()) {
        ByteBuffer one = ByteBuffer.allocate(1);
        if (asker.read(one) == 1 && one.get(0) == SHOW) {
          show.run();
          asker.write(ByteBuffer.wrap(new byte[] {SHOWN}));
        }
      } catch (AsynchronousCloseException ended) {
        return;
      } catch (ClosedChannelException ended) {
        return;
      } catch (IOException e) {
        LOG.debug("Another station has gone while it was answered", e);
      }
    }
  }

  /** What is done when another start asks this one to show itself; on a thread of its own. */
  public void onAsked(Runnable action) {
    show = action;
  }

  /** Asks the one that runs to show itself; returns whether it did within 3 s. */
  public static boolean ask(Path folder, String name) {
    CompletableFuture<Boolean> answered = new CompletableFuture<>();
    Thread asking =
        Thread.ofPlatform()
            .daemon()
            .name("wardbeat-ask")
            .start(() -> answered.complete(exchange(socket(folder, name))));
    try {
      return answered.get(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      asking.interrupt();
    }
  }

  private static boolean exchange(Path socket) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(ByteBuffer.wrap(new byte[] {SHOW}));
      ByteBuffer one = ByteBuffer.allocate(1);
      return channel.read(one) == 1 && one.get(0) == SHOWN;
    } catch (IOException | UnsupportedOperationException e) {
      LOG.debug("The station that runs does not answer", e);
      return false;
    }
  }

  /** Lets another be the one. */
  @Override
  public void close() {
    try {
      ServerSocketChannel open = server;
      if (open != null) {
        open.close();
        Files.deleteIfExists(socket);
      }
      lock.release();
      file.close();
    } catch (IOException e) {
      LOG.warn("{} could not be given up", socket, e);
    }
  }
}
