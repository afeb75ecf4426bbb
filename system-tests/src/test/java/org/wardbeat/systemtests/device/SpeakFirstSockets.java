package org.wardbeat.systemtests.device;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import javax.net.SocketFactory;

/**
 * Sockets on which nothing is heard, not even their end, before something was said or they were
 * closed. A Paho 1.2.5 whose connection ends before its receiver has begun waits for that for ever
 * ({@code CommsReceiver.start}): where brokers come and go behind a proxy, such threads pile up.
 */
public final class SpeakFirstSockets extends SocketFactory {

  @Override
  public Socket createSocket() {
    return new SpeakFirst();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    throw unconnectedOnly();
  }

  private static IOException unconnectedOnly() {
    return new IOException("only unconnected sockets are made");
  }

  private static final class SpeakFirst extends Socket {
    private final CountDownLatch spoken = new CountDownLatch(1);

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read() throws IOException {
          awaitSpoken();
          return super.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          awaitSpoken();
          return super.read(buffer, offset, length);
        }
      };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(int b) throws IOException {
          spoken.countDown();
          out.write(b);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
          spoken.countDown();
          out.write(buffer, offset, length);
        }
      };
    }

    @Override
    public void close() throws IOException {
      spoken.countDown();
      super.close();
    }

    private void awaitSpoken() throws IOException {
      try {
        spoken.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted before anything was said", e);
      }
    }
  }
}
