package org.wardbeat.station.tail;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.wardbeat.station.link.LinkSettings;
import org.wardbeat.station.link.StationLink;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.station.ward.LinkSnapshot;

/** Prints what a bridge sends until there was enough of it, time is up, or nobody reads. */
public final class TailRun {
  /** How long a bridge may take to be reached. */
  public static final Duration REACH_WITHIN = Duration.ofSeconds(20);

  /** How a run ended. */
  public enum Outcome {
    /** What was asked for was printed, or nobody read any more. */
    DONE,
    /** No bridge was reached in time. */
    UNREACHED,
    /** Time was up before there were as many updates as were asked for. */
    TOO_FEW
  }

  private final LinkSettings settings;
  private final TailFields fields;
  private final OptionalLong count;
  private final Optional<Duration> limit;
  private final CompletableFuture<Void> reached = new CompletableFuture<>();
  private final CompletableFuture<Void> enough = new CompletableFuture<>();
  private final AtomicLong printed = new AtomicLong();
  private volatile String lastReason = "";

  /**
   * @param settings the link; its subscription is to be that of the fields
   * @param count after how many updates it ends
   * @param limit after how long it ends
   */
  public TailRun(
      LinkSettings settings, TailFields fields, OptionalLong count, Optional<Duration> limit) {
    this.settings = settings;
    this.fields = fields;
    this.count = count;
    this.limit = limit;
  }

  private final class Progress implements TailSink.Listener {
    @Override
    public void reached() {
      reached.complete(null);
    }

    @Override
    public void printed(long updates) {
      printed.set(updates);
      if (count.isPresent() && updates >= count.getAsLong()) {
        enough.complete(null);
      }
    }

    @Override
    public void link(LinkSnapshot link) {
      lastReason = link.reason();
    }

    @Override
    public void unread() {
      enough.complete(null);
    }
  }

  /** Why there is no link, as it was told last; one sentence without a full stop. */
  public String lastReason() {
    return lastReason;
  }

  /** Ends the run; may be called by any thread. */
  public void end() {
    enough.complete(null);
  }

  /**
   * Updates of beds printed so far.
   *
   * @return 0 to the count
   */
  public long printed() {
    return printed.get();
  }

  /**
   * Runs to the end.
   *
   * @param out where the lines go
   * @throws IOException if it cannot be written at all
   */
  public Outcome run(OutputStream out) throws IOException, InterruptedException {
    TailSink sink =
        new TailSink(
            fields,
            count.orElse(Long.MAX_VALUE),
            out,
            new Progress(),
            System::nanoTime,
            InstantSource.system());
    long endNanos = System.nanoTime() + limit.map(Duration::toNanos).orElse(Long.MAX_VALUE / 2);
    long reachNanos = System.nanoTime() + REACH_WITHIN.toNanos();
    try (StationLink link = new StationLink(settings, sink, new StationReport(System::nanoTime))) {
      link.start();
      long earlier = Math.min(endNanos - System.nanoTime(), reachNanos - System.nanoTime());
      await(CompletableFuture.anyOf(reached, enough), earlier);
      if (!reached.isDone() && !enough.isDone()) {
        return Outcome.UNREACHED;
      }
      await(enough, endNanos - System.nanoTime());
      return enough.isDone() || count.isEmpty() ? Outcome.DONE : Outcome.TOO_FEW;
    }
  }

  private static void await(CompletableFuture<?> event, long nanos) throws InterruptedException {
    try {
      event.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return; // what has happened by now is looked at
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
