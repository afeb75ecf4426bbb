package org.wardbeat.bridge.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes the one socket of one connection, see {@link MqttSocket}. */
final class MqttSocketFactory extends SocketFactory {
  private final MqttSocket socket;

  MqttSocketFactory(@Nullable SSLSocketFactory tls, LongSupplier nanos) {
    socket = new MqttSocket(tls, nanos);
  }

  @Override
  public Socket createSocket() {
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw unconnectedOnly();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    throw unconnectedOnly();
  }

  private static IOException unconnectedOnly() {
    return new IOException("only unconnected sockets are made");
  }

  long lastReadNanos() {
    return socket.lastReadNanos();
  }

  /**
   * Waits until the client has started all its threads or failed to connect, then closes the socket
   * whatever the client does.
   */
  void close(long settleMillis) throws IOException, InterruptedException {
    socket.awaitSpoken(TimeUnit.MILLISECONDS.toNanos(settleMillis));
    socket.close();
  }
}
