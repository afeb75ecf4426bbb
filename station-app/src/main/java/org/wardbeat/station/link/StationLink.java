package org.wardbeat.station.link;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
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
import org.wardbeat.station.ward.LinkControl;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.StationWard;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.wire.frame.Frame;

/**
 * The station's link to one bridge: a thread that owns the session and writes the ward.
 *
 * <p>Nothing that goes wrong with the bridge is an error here: it is a state of the ward's link.
 */
public final class StationLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StationLink.class);
  private static final Set<Frame.Lane> LANES =
      Set.of(Frame.Lane.NUMERICS, Frame.Lane.WAVEFORMS, Frame.Lane.ALARMS, Frame.Lane.NAMES);
  private static final long TICK_MILLIS = 50;
  private static final long CLOSE_MILLIS = 500;
  private static final long JOIN_MILLIS = 700;
  private static final int MAX_BATCH = 256;

  /** Bounded by what the transport may have under way, which is a few messages. */
  private final BlockingQueue<Runnable> mailbox = new LinkedBlockingQueue<>();

  private final Transports transports;
  private final LinkSupervisor supervisor;
  private final Thread thread;
  private volatile boolean closing;

  /**
   * Makes a link that is not started yet.
   *
   * @param bridge the bridge's WebSocket
   * @param station the station's name, for the bridge's log
   * @param units the units whose beds are wanted; empty for all
   * @param ward what is written to, on {@link System#nanoTime()}
   */
  public StationLink(
      URI bridge, String station, List<String> units, StationWard ward, StationReport report) {
    List<Frame.Selection> selections =
        (units.isEmpty() ? List.of("") : units)
            .stream().map(unit -> Frame.Selection.ofUnit(unit, LANES)).toList();
    Subscription subscription =
        new Subscription(selections, Subscription.MAX_BACKFILL_MILLIS, 0, 0);
    LinkTimers timers = LinkTimers.DEFAULT;
    transports = new Transports(NetworkOptions.SYSTEM, timers.firstHeartbeat());
    supervisor =
        new LinkSupervisor(
            transports.factory(TransportKind.WEB_SOCKET, bridge),
            new LinkSupervisor.Identity(station, "wardbeat " + Versions.wardbeat(), subscription),
            ward,
            report,
            timers,
            System::nanoTime,
            RandomGenerator.getDefault(),
            mailbox::add);
    thread = Thread.ofPlatform().name("wardbeat-link").daemon().unstarted(this::run);
    ward.attach(
        new LinkControl() {
          @Override
          public void retryNow() {
            mailbox.add(supervisor::retryNow);
          }

          @Override
          public void diagnostics(boolean wanted) {
            mailbox.add(() -> supervisor.diagnostics(wanted));
          }
        });
  }

  /** What a ward knows of its link before that is started. */
  public static LinkSnapshot initial() {
    return LinkSupervisor.initial();
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

  /** Says goodbye to the bridge and ends, within 0.7 s. */
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
  }
}
