package org.wardbeat.bridge.delivery;

import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Sets up each connection: HTTP first, which a station's handshake turns into a WebSocket. */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its connection
final class DeliveryInitializer extends ChannelInitializer<SocketChannel> {
  private static final int MAX_REQUEST_BYTES = 8 * 1024;

  /** Connections beside the sessions: health pages, and refused stations being told so. */
  private static final int SPARE_CONNECTIONS = 64;

  private final Sessions sessions;
  private final ChannelGroup connections;
  private final Supplier<HttpReply> health;

  DeliveryInitializer(Sessions sessions, ChannelGroup connections, Supplier<HttpReply> health) {
    this.sessions = sessions;
    this.connections = connections;
    this.health = health;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    if (connections.size() >= sessions.limits().maxSessions() + SPARE_CONNECTIONS) {
      channel.close();
      return;
    }
    connections.add(channel);
    channel
        .pipeline()
        .addLast(new HttpServerCodec())
        .addLast(new HttpObjectAggregator(MAX_REQUEST_BYTES))
        .addLast(new HttpRoutes(health, () -> new StationHandler(sessions)));
    channel
        .eventLoop()
        .schedule(
            () -> closeUnlessStation(channel),
            sessions.limits().helloMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** A station that has not said hello in time is closed by its session. */
  private static void closeUnlessStation(SocketChannel channel) {
    if (channel.pipeline().get(StationHandler.class) == null) {
      channel.close();
    }
  }
}
