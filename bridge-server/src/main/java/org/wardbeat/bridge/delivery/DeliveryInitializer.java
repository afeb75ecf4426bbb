package org.wardbeat.bridge.delivery;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sets up each connection: TLS if asked for, then HTTP, which may turn into a WebSocket. */
@SuppressWarnings("FutureReturnValueIgnored") // closing is all there is to do
final class DeliveryInitializer extends ChannelInitializer<Channel> {
  /** Connections beside the sessions': health pages, and refused stations being told so. */
  private static final int SPARE_CONNECTIONS = 64;

  /** A session over HTTP uses one for each direction. */
  private static final int CONNECTIONS_PER_SESSION = 2;

  private final HttpRoutes.Targets targets;
  private final ChannelGroup connections;
  private final int maxConnections;
  private final @Nullable SslContext tls;

  DeliveryInitializer(
      HttpRoutes.Targets targets,
      ChannelGroup connections,
      int maxSessions,
      @Nullable SslContext tls) {
    this.targets = targets;
    this.connections = connections;
    this.maxConnections = CONNECTIONS_PER_SESSION * maxSessions + SPARE_CONNECTIONS;
    this.tls = tls;
  }

  @Override
  protected void initChannel(Channel channel) {
    if (connections.size() >= maxConnections) {
      channel.close();
      return;
    }
    connections.add(channel);
    if (tls != null) {
      SslHandler handler = tls.newHandler(channel.alloc());
      handler.setHandshakeTimeout(targets.helloMillis(), TimeUnit.MILLISECONDS);
      channel.pipeline().addLast(handler);
    }
    channel
        .pipeline()
        .addLast(new HttpServerCodec())
        .addLast(new RequestAggregator())
        .addLast(new HttpRoutes(targets));
  }
}
