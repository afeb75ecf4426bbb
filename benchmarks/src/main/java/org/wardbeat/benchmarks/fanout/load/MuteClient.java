package org.wardbeat.benchmarks.fanout.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** A client that subscribes and never reads a byte. For one thread. */
public final class MuteClient implements AutoCloseable {

  private static final long BETWEEN_MESSAGES_MILLIS = 100;

  private final SocketChannel channel;

  private MuteClient(SocketChannel channel) {
    this.channel = channel;
  }

  /** Says blindly what a client of this dialect says once its WebSocket is open. */
  static MuteClient open(SocketChannel channel, Dialect dialect)
      throws IOException, InterruptedException {
    Dialect.Link blind =
        message -> {
          ByteBuffer frame = Session.binary(message);
          while (frame.hasRemaining()) {
            channel.write(frame);
          }
        };
    Thread.sleep(BETWEEN_MESSAGES_MILLIS); // the server has to have opened the WebSocket
    dialect.opened(blind);
    Thread.sleep(BETWEEN_MESSAGES_MILLIS);
    dialect.openedBlindly(blind);
    channel.configureBlocking(false);
    return new MuteClient(channel);
  }

  /** Whether the server has not yet given it up; sends a few bytes to find out. */
  public boolean isKept() {
    try {
      return channel.write(Session.pong()) >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
