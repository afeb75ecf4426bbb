package org.wardbeat.station.link;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.station.report.Versions;
import org.wardbeat.station.ward.ActResult;
import org.wardbeat.station.ward.AlarmHistory;
import org.wardbeat.station.ward.HistoryQuery;
import org.wardbeat.station.ward.LinkControl;
import org.wardbeat.station.ward.LinkSink;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;

/**
 * A link to the first of some bridges that can be reached: a thread that owns the session and
 * writes a sink.
 *
 * <p>Nothing that goes wrong with the bridge is an error here: it is a state that the sink is told.
 * All methods may be called by any thread.
 */
public final class StationLink implements LinkControl, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StationLink.class);
  private static final long TICK_MILLIS = 50;
  private static final long CLOSE_MILLIS = 500;
  private static final long JOIN_MILLIS = 700;
  private static final int MAX_BATCH = 256;

  /** Bounded by what the transport may have under way, which is a few messages. */
  private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();

  private final Transports transports;
  private final TransportMemory memory;
  private final LinkSupervisor supervisor;
  private final Thread thread;
  private volatile boolean closing;

  /**
   * Makes a link that is not started yet.
   *
   * @param sink what is written to, by the link's own thread, on {@link System#nanoTime()}
   */
  public StationLink(LinkSettings settings, LinkSink sink, StationReport report) {
    memory =
        settings.memory().<TransportMemory>map(TransportFile::open).orElse(TransportMemory.NONE);
    transports = new Transports(settings.network(), LinkTimers.DEFAULT.firstHeartbeat());
    supervisor =
        new LinkSupervisor(
            new OverTransports(transports),
            new LinkSupervisor.Settings(
                settings.station(),
                "wardbeat " + Versions.wardbeat(),
                settings.bridges(),
                List.of(TransportKind.values()),
                LinkTimers.DEFAULT),
            settings.subscription(),
            sink,
            report,
            memory,
            LinkTime.SYSTEM,
            RandomGenerator.getDefault(),
            mailbox::add);
    thread = Thread.ofPlatform().name("wardbeat-link").daemon().unstarted(this::run);
  }

  /**
   * The same for one bridge, as the system's network is set, without a memory.
   *
   * @param units the units whose beds are wanted; empty for all
   */
  public StationLink(
      URI bridge, String station, List<String> units, LinkSink sink, StationReport report) {
    this(LinkSettings.of(bridge, station, Subscription.ofUnits(units)), sink, report);
  }

  private record OverTransports(Transports transports) implements Connector {
    @Override
    public Transport connect(TransportKind kind, URI bridge, Transport.Listener listener) {
      return transports.factory(kind, bridge).connect(listener);
    }

    @Override
    public Optional<Instant> certificateExpiry(URI bridge) {
      return transports.certificateExpiry(bridge);
    }
  }

  /** What a ward knows of its link before that is started. */
  public static LinkSnapshot initial() {
    return LinkView.initial();
  }

  @Override
  public void retryNow() {
    mailbox.add(supervisor::retryNow);
  }

  @Override
  public void diagnostics(boolean wanted) {
    mailbox.add(() -> supervisor.diagnostics(wanted));
  }

  @Override
  public CompletableFuture<ActResult> act(Operator operator, Operation operation) {
    CompletableFuture<ActResult> answer = new CompletableFuture<>();
    mailbox.add(() -> supervisor.act(operator, operation, answer));
    return answer;
  }

  @Override
  public CompletableFuture<AlarmHistory> history(HistoryQuery query) {
    CompletableFuture<AlarmHistory> answer = new CompletableFuture<>();
    mailbox.add(() -> supervisor.history(query, answer));
    return answer;
  }

  /** Wants something else from now on. The session stays; a snapshot of what is wanted comes. */
  public void subscribe(Subscription wanted) {
    mailbox.add(() -> supervisor.subscribe(wanted));
  }

  /** Begins to connect, on the link's own thread. */
  public void start() {
    thread.start();
  }

  private void run() {
    guarded(supervisor::start);
    try {
      while (!closing) {
        drain(mailbox.poll(TICK_MILLIS, TimeUnit.MILLISECONDS));
        guarded(supervisor::tick);
      }
      supervisor.stop().get(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      LOG.info("The bridge could not be told that this station ends: {}", e.toString());
    }
  }

  /** Runs the batch that has come before anything is published. */
  private void drain(@Nullable Runnable first) {
    int count = 0;
    for (Runnable next = first; next != null; next = mailbox.poll()) {
      guarded(next);
      if (++count == MAX_BATCH) {
        return;
      }
    }
  }

  /** A defect costs one event, not the link. */
  private static void guarded(Runnable event) {
    try {
      event.run();
    } catch (RuntimeException e) {
      LOG.error("An event of the link failed", e);
    }
  }

  /** Says goodbye to the bridge and ends, within 1.2 s. */
  @Override
  public void close() {
    closing = true;
    mailbox.add(() -> {});
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    transports.close();
    memory.close();
  }
}
