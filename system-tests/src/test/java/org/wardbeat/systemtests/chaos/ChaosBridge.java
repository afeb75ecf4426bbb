package org.wardbeat.systemtests.chaos;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.wardbeat.systemtests.account.Ledger;
import org.wardbeat.systemtests.network.FaultProxy;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.systemtests.process.Ports;
import org.wardbeat.systemtests.process.Programs;
import org.wardbeat.wire.ward.BedId;

/** A bridge with a store of its own and a network between it and its broker, and who listens. */
final class ChaosBridge implements Part {
  /** Each device speaks once a second. */
  private static final long FRESH_MICROS = 1_700_000;

  private final int number;
  private final Path store;
  private final int port = Ports.free();
  private final FaultProxy toBroker;
  private final Visitor witness;
  private final NavigableSet<Long> starts = new TreeSet<>();
  private Child process;

  ChaosBridge(int number, int brokerPort, Path stores) {
    this.number = number;
    this.store = stores.resolve("bridge-" + number);
    this.toBroker = FaultProxy.to(brokerPort);
    this.process = launch();
    this.witness = Visitor.witness(uri());
  }

  private Child launch() {
    Child started =
        Programs.startBridge(
            "--broker",
            "tcp://127.0.0.1:" + toBroker.port(),
            "--port",
            Integer.toString(port),
            "--name",
            "bridge " + number,
            "--mqtt-client-id",
            "bridge-" + number + "-" + port,
            "--store",
            store.toString());
    Programs.webSocketOf(started);
    starts.add(nowMicros());
    return started;
  }

  /** Where stations connect. */
  URI uri() {
    return URI.create("ws://127.0.0.1:%d/ws".formatted(port));
  }

  /** Its network to the broker. */
  FaultProxy toBroker() {
    return toBroker;
  }

  /** Whether it has its broker, and each bed's data have just come. */
  boolean hears(List<BedId> beds) {
    long since = nowMicros() - FRESH_MICROS;
    Ledger ledger = witness.client().ledger();
    return witness.isServed() && beds.stream().allMatch(bed -> ledger.heardMicros(bed) > since);
  }

  /** When it started, UTC microseconds. */
  NavigableSet<Long> starts() {
    return Collections.unmodifiableNavigableSet(starts);
  }

  private static long nowMicros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }

  /** A station beside it, to which nothing happens. */
  Visitor witness() {
    return witness;
  }

  Child process() {
    return process;
  }

  void kill() {
    process.kill();
  }

  void restart() {
    process = launch();
  }

  @Override
  public void close() {
    witness.close();
    process.close();
    toBroker.close();
  }
}
