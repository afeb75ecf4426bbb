package org.wardbeat.bridge.delivery;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.bridge.alarm.AlarmDesk;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.bridge.ward.Ward;
import org.wardbeat.wire.frame.FrameCodec;

/**
 * Serves stations over WebSocket and HTTP and the bridge's health, on one port.
 *
 * <p>Safe for use by any thread. Started and closed once.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write that fails closes its connection
public final class DeliveryServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryServer.class);

  /** Small, so that it is the session and not the kernel that notices a slow station. */
  private static final int SEND_BUFFER_BYTES = 32 * 1024;

  private static final WriteBufferWaterMark WATER_MARK =
      new WriteBufferWaterMark(16 * 1024, 32 * 1024);

  private static final int BACKLOG = 1_024;
  private static final long FAREWELL_MILLIS = 500;
  private static final long STOP_MILLIS = 1_000;

  private final DeliveryOptions options;
  private final DeliveryContext context;
  private final EventLoopGroup group;
  private final List<EventLoop> eventLoops = new ArrayList<>();
  private final ChannelGroup connections = new DefaultChannelGroup(ImmediateEventExecutor.INSTANCE);
  private final Sessions sessions;
  private volatile @Nullable Channel listening;

  /**
   * @param options where to listen and what a session may cost
   * @param group of {@link #eventLoops}: runs the connections; ended as this is closed
   * @param ward where the beds come from
   * @param desk where what operators want goes
   * @param clock the bridge's time
   */
  public DeliveryServer(
      DeliveryOptions options, EventLoopGroup group, Ward ward, AlarmDesk desk, BridgeClock clock) {
    this.options = options;
    this.group = group;
    long startMicros = clock.micros();
    this.context =
        new DeliveryContext(
            options.name(),
            options.software(),
            startMicros,
            new FrameCodec(startMicros),
            clock,
            ward,
            desk,
            new BedTable(),
            options.limits());
    group.forEach(executor -> eventLoops.add((EventLoop) executor));
    this.sessions = new Sessions(context, eventLoops);
  }

  /**
   * Event loops for a server and for the ward it serves.
   *
   * @param threads how many, at least 1
   */
  public static EventLoopGroup eventLoops(int threads) {
    return new MultiThreadIoEventLoopGroup(
        threads, new DefaultThreadFactory("bridge-loop"), NioIoHandler.newFactory());
  }

  /**
   * Listens to the ward and on the port.
   *
   * @param health answers {@code GET /health}; called on event loops, must not block
   * @throws IOException if it cannot listen there or TLS lacks what it rests on, in one sentence
   *     that says what to do
   */
  public void start(Supplier<HttpReply> health) throws IOException {
    DeliveryInitializer initializer = initializer(health);
    sessions.start();
    context.ward().addListener(sessions);
    context.ward().beds().forEach(context.beds()::put);
    ChannelFuture bound =
        new ServerBootstrap()
            .group(group)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_SNDBUF, SEND_BUFFER_BYTES)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
            .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
            .childHandler(initializer)
            .bind(options.host(), options.port())
            .awaitUninterruptibly();
    Throwable failure = bound.cause();
    if (failure != null) {
      throw cannotListen(failure);
    }
    listening = bound.channel();
    LOG.info("listening for stations on {}", bound.channel().localAddress());
  }

  private DeliveryInitializer initializer(Supplier<HttpReply> health) throws IOException {
    TlsFiles files = options.tls();
    return new DeliveryInitializer(
        new HttpRoutes.Targets(
            new SessionRoutes(new HttpSessions(sessions, context.clock())),
            new WebSocketRoute(sessions),
            health,
            options.limits().helloMillis()),
        connections,
        options.limits().maxSessions(),
        files == null ? null : ServerTls.context(files, context.clock().utc().instant()));
  }

  private IOException cannotListen(Throwable cause) {
    String sentence =
        switch (cause) {
          case BindException _ ->
              "Port %d of %s is taken or not ours: end the program that listens there, or choose another with --port."
                  .formatted(options.port(), options.host());
          case UnresolvedAddressException _ ->
              "The host %s is not known: expected an address of this machine, given with --host."
                  .formatted(options.host());
          default ->
              "Cannot listen on port %d of %s: %s"
                  .formatted(options.port(), options.host(), cause.getMessage());
        };
    return new IOException(sentence, cause);
  }

  /**
   * The port stations connect to.
   *
   * @throws IllegalStateException before {@link #start}
   */
  public int port() {
    Channel channel = listening;
    if (channel == null || !(channel.localAddress() instanceof InetSocketAddress address)) {
      throw new IllegalStateException("not listening");
    }
    return address.getPort();
  }

  /** How each session does, oldest first. */
  public List<SessionFigures> sessions() {
    return sessions.figures();
  }

  /** What is broken and should not be, each in one sentence; empty if nothing is. */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    Channel channel = listening;
    if (channel != null && !channel.isOpen()) {
      faults.add("The bridge no longer listens for stations.");
    }
    for (int i = 0; i < eventLoops.size(); i++) {
      if (eventLoops.get(i).isShuttingDown()) {
        faults.add("Delivery loop %d has ended.".formatted(i));
      }
    }
    return List.copyOf(faults);
  }

  /** Says goodbye to the stations and takes no more of them. Returns when they were told. */
  public void farewell() {
    Channel channel = listening;
    if (channel != null) {
      channel.close().awaitUninterruptibly(FAREWELL_MILLIS);
    }
    sessions.shutdown();
    if (!connections.newCloseFuture().awaitUninterruptibly(FAREWELL_MILLIS)) {
      LOG.info(
          "{} connections were cut: their stations did not follow in time", connections.size());
    }
  }

  /** Ends all connections and the event loops. The ward must not call afterwards. */
  @Override
  public void close() {
    connections.close().awaitUninterruptibly(FAREWELL_MILLIS);
    group
        .shutdownGracefully(0, STOP_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(STOP_MILLIS);
  }
}
