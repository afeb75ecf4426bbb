package org.wardbeat.bridge.mqtt;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A socket, plain or TLS, that does for a Paho client what it does not do itself:
 *
 * <ul>
 *   <li>it buffers what is read, as a Paho receiver asks for single bytes;
 *   <li>it sets {@code TCP_NODELAY}, without which acknowledgements wait for Nagle's algorithm;
 *   <li>it lets nothing be read before the first byte was written. In MQTT the client speaks first,
 *       so that changes nothing on the wire; but a Paho receiver that meets an end of stream before
 *       its starter has looked at it leaves that starter waiting for ever, a thread per attempt;
 *   <li>it knows when something was read last.
 * </ul>
 */
final class MqttSocket extends Socket {
  private static final long READ_WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Socket raw = new Socket();
  private final @Nullable SSLSocketFactory tlsFactory;
  private final LongSupplier nanos;
  private final CountDownLatch spoken = new CountDownLatch(1);
  private volatile @Nullable SSLSocket tls;
  private volatile long lastReadNanos;

  MqttSocket(@Nullable SSLSocketFactory tlsFactory, LongSupplier nanos) {
    this.tlsFactory = tlsFactory;
    this.nanos = nanos;
    lastReadNanos = nanos.getAsLong();
  }

  long lastReadNanos() {
    return lastReadNanos;
  }

  /** Waits until the client has spoken, or never will because it could not connect. */
  boolean awaitSpoken(long timeoutNanos) throws InterruptedException {
    return spoken.await(timeoutNanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeoutMillis) throws IOException {
    boolean connected = false;
    try {
      raw.setTcpNoDelay(true);
      raw.connect(endpoint, timeoutMillis);
      if (tlsFactory != null) {
        handshake(tlsFactory, (InetSocketAddress) endpoint, timeoutMillis);
      }
      lastReadNanos = nanos.getAsLong();
      connected = true;
    } finally {
      if (!connected) {
        spoken.countDown();
        raw.close();
      }
    }
  }

  private void handshake(SSLSocketFactory factory, InetSocketAddress endpoint, int timeoutMillis)
      throws IOException {
    raw.setSoTimeout(timeoutMillis);
    SSLSocket secured =
        (SSLSocket) factory.createSocket(raw, endpoint.getHostString(), endpoint.getPort(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    tls = secured;
  }

  private Socket current() {
    SSLSocket secured = tls;
    return secured == null ? raw : secured;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new WaitingInput(current().getInputStream());
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new SpeakingOutput(current().getOutputStream());
  }

  @Override
  public void setSoTimeout(int millis) throws java.net.SocketException {
    current().setSoTimeout(millis);
  }

  /** Closes: only called before a close, and half-closing a TLS socket may fail. */
  @Override
  public void shutdownInput() throws IOException {
    close();
  }

  /** Closes without waiting for TLS to say goodbye to a peer that may be gone. */
  @Override
  public void close() throws IOException {
    raw.close();
  }

  @Override
  public boolean isClosed() {
    return raw.isClosed();
  }

  @Override
  public boolean isConnected() {
    return raw.isConnected();
  }

  private final class WaitingInput extends FilterInputStream {
    private WaitingInput(InputStream in) {
      super(new BufferedInputStream(in));
    }

    @Override
    public int available() throws IOException {
      return spoken.getCount() == 0 ? super.available() : 0;
    }

    @Override
    public int read() throws IOException {
      awaitFirstWrite();
      int read = super.read();
      heard();
      return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      awaitFirstWrite();
      int read = super.read(buffer, offset, length);
      heard();
      return read;
    }

    private void heard() {
      lastReadNanos = nanos.getAsLong();
    }

    private void awaitFirstWrite() throws IOException {
      try {
        if (!awaitSpoken(READ_WAIT_NANOS)) {
          throw new IOException("the client did not send CONNECT within 10 s");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted before CONNECT was sent", e);
      }
    }
  }

  private final class SpeakingOutput extends FilterOutputStream {
    private SpeakingOutput(OutputStream out) {
      super(out);
    }

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
  }
}
