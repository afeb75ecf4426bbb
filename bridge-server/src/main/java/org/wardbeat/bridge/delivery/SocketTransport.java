package org.wardbeat.bridge.delivery;

import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;

/**
 * How sockets are served: by Linux's epoll where its library is there, which costs less than the
 * JDK's selector, else by that.
 *
 * @param io of the event loops
 * @param server the class of listening sockets
 */
record SocketTransport(IoHandlerFactory io, Class<? extends ServerChannel> server) {
  /** The best there is here. */
  static SocketTransport best() {
    return Epoll.isAvailable()
        ? new SocketTransport(EpollIoHandler.newFactory(), EpollServerSocketChannel.class)
        : new SocketTransport(NioIoHandler.newFactory(), NioServerSocketChannel.class);
  }
}
