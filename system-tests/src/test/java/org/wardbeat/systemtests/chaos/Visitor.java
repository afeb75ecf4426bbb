package org.wardbeat.systemtests.chaos;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.wardbeat.systemtests.account.LightClient;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.wire.frame.Frame;

/** A station that comes back by itself, to the next of its bridges, until it is closed. */
final class Visitor implements Part {
  private static final int TICK_MILLIS = 200;

  /** A bridge that is silent for so long is given up, as stations do. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final List<URI> bridges;
  private final LightClient client;
  private final ScheduledExecutorService loop =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("visitor").factory());
  private final ScheduledFuture<?> ticks;
  private int next;

  private Visitor(List<URI> bridges, Set<Frame.Lane> lanes) {
    this.bridges = List.copyOf(bridges);
    this.client = LightClient.of(bridges.getFirst(), ChaosWard.UNIT, lanes).withPatience(PATIENCE);
    this.ticks = loop.scheduleWithFixedDelay(this::step, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** One that goes to each of some bridges in turn, whenever it loses the one it had. */
  static Visitor of(List<URI> bridges) {
    return new Visitor(bridges, Set.of(Frame.Lane.ALARMS));
  }

  /** One that sees of a bridge whether the devices' data reach it, too. */
  static Visitor witness(URI bridge) {
    return new Visitor(List.of(bridge), Set.of(Frame.Lane.ALARMS, Frame.Lane.NUMERICS));
  }

  LightClient client() {
    return client;
  }

  /** Whether its session lasts, has its snapshot, and the bridge has its broker. */
  boolean isServed() {
    return client.isConnected()
        && !client.ledger().isInSnapshot()
        && client.heartbeat().map(Frame.Heartbeat::brokerUp).orElse(false);
  }

  private void step() {
    try {
      if (!client.isConnected()) {
        client.at(bridges.get(next++ % bridges.size())).connect();
      }
    } catch (IOException _) {
      // Refused, or lost at once: the next step tries again.
    }
  }

  @Override
  public void close() {
    ticks.cancel(true);
    loop.shutdownNow();
    client.close();
  }
}
