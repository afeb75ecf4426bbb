package org.wardbeat.bridge.mqtt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A broker for one client on loopback that misbehaves when told to. */
@SuppressWarnings("FutureReturnValueIgnored") // what it cannot send, nobody waits for
final class StubBroker implements AutoCloseable {
  /** How it treats those who connect. */
  enum Manner {
    /** As a broker should. */
    SOUND,
    /** Closes each connection as soon as it is accepted. */
    DROP,
    /** Accepts, and never says anything. */
    MUTE
  }

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final Channel server;
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger pings = new AtomicInteger();
  private final List<Integer> acknowledged = new CopyOnWriteArrayList<>();
  private final List<String> filters = new CopyOnWriteArrayList<>();
  private final List<String> published = new CopyOnWriteArrayList<>();
  private volatile boolean confirming = true;
  private volatile String refusedFilter = "";
  private volatile Manner manner;
  private volatile @Nullable Channel client;

  StubBroker(Manner manner) throws InterruptedException {
    this.manner = manner;
    server =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    accept(channel);
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .sync()
            .channel();
  }

  URI uri() {
    return URI.create("tcp://127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort());
  }

  void behave(Manner next) {
    manner = next;
  }

  int accepted() {
    return accepted.get();
  }

  int pings() {
    return pings.get();
  }

  List<Integer> acknowledged() {
    return acknowledged;
  }

  List<String> filters() {
    return filters;
  }

  /** What was published, each as its topic, an equals sign and its text. */
  List<String> published() {
    return published;
  }

  /** Whether it confirms what is published. */
  void confirm(boolean now) {
    confirming = now;
  }

  /** Has it refuse a subscription. */
  void refuse(String filter) {
    refusedFilter = filter;
  }

  /** Stops reading and answering, with the connection left open: what SIGSTOP does. */
  void freeze() {
    Channel channel = connected();
    channel.config().setAutoRead(false);
    manner = Manner.MUTE;
  }

  /** Closes the client's connection. */
  void drop() {
    connected().close().syncUninterruptibly();
  }

  void publish(String topic, byte[] payload, int packetId, boolean retained, boolean duplicate) {
    MqttFixedHeader header =
        new MqttFixedHeader(MqttMessageType.PUBLISH, duplicate, MqttQoS.AT_LEAST_ONCE, retained, 0);
    connected()
        .writeAndFlush(
            new MqttPublishMessage(
                header,
                new MqttPublishVariableHeader(topic, packetId),
                Unpooled.copiedBuffer(payload)))
        .syncUninterruptibly();
  }

  private Channel connected() {
    Channel channel = client;
    if (channel == null) {
      throw new IllegalStateException("no client has connected");
    }
    return channel;
  }

  private void accept(SocketChannel channel) {
    accepted.incrementAndGet();
    if (manner == Manner.DROP) {
      channel.close();
      return;
    }
    channel.pipeline().addLast(new MqttDecoder(1 << 20), MqttEncoder.INSTANCE, new Session());
  }

  @Override
  public void close() {
    server.close().syncUninterruptibly();
    group.shutdownGracefully(0, 1, java.util.concurrent.TimeUnit.SECONDS).syncUninterruptibly();
  }

  private final class Session extends SimpleChannelInboundHandler<MqttMessage> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, MqttMessage message) {
      if (manner != Manner.SOUND) {
        return;
      }
      switch (message.fixedHeader().messageType()) {
        case CONNECT -> {
          client = context.channel();
          context.writeAndFlush(accepted());
        }
        case SUBSCRIBE -> subscribe(context, (MqttSubscribeMessage) message);
        case PINGREQ -> {
          pings.incrementAndGet();
          context.writeAndFlush(MqttMessage.PINGRESP);
        }
        case PUBLISH -> publish(context, (MqttPublishMessage) message);
        case PUBACK -> acknowledged.add(packetId(message));
        case DISCONNECT -> context.close();
        default -> throw new IllegalStateException("unexpected " + message);
      }
    }

    private MqttConnAckMessage accepted() {
      return MqttMessageBuilders.connAck()
          .returnCode(MqttConnectReturnCode.CONNECTION_ACCEPTED)
          .sessionPresent(false)
          .build();
    }

    private void publish(ChannelHandlerContext context, MqttPublishMessage message) {
      MqttPublishVariableHeader header = message.variableHeader();
      published.add(header.topicName() + "=" + message.payload().toString(UTF_8));
      if (confirming) {
        context.writeAndFlush(MqttMessageBuilders.pubAck().packetId(header.packetId()).build());
      }
    }

    private void subscribe(ChannelHandlerContext context, MqttSubscribeMessage message) {
      List<String> asked =
          message.payload().topicSubscriptions().stream().map(s -> s.topicFilter()).toList();
      filters.addAll(asked);
      boolean refused = asked.contains(refusedFilter);
      context.writeAndFlush(
          MqttMessageBuilders.subAck()
              .packetId(message.variableHeader().messageId())
              .addGrantedQos(refused ? MqttQoS.FAILURE : MqttQoS.AT_LEAST_ONCE)
              .build());
    }

    private int packetId(MqttMessage message) {
      return switch (message.variableHeader()) {
        case MqttMessageIdVariableHeader header -> header.messageId();
        default -> throw new IllegalStateException("no packet id in " + message);
      };
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
