package org.wardbeat.simulator;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.simulator.broker.EmbeddedBroker;
import org.wardbeat.simulator.device.BedSource;
import org.wardbeat.simulator.device.BrokerAddress;
import org.wardbeat.simulator.device.BrokerWatch;
import org.wardbeat.simulator.device.Device;
import org.wardbeat.simulator.device.DeviceSettings;
import org.wardbeat.simulator.device.PatientSource;
import org.wardbeat.simulator.physiology.PatientProfile;
import org.wardbeat.simulator.replay.RecordLibrary;
import org.wardbeat.wire.ward.BedId;

/**
 * A running ward: its devices, and its broker if it has its own. Starts even when its broker cannot
 * be reached; the devices then keep trying. Safe for several threads.
 */
public final class WardSimulator implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WardSimulator.class);
  private static final int THREADS = 2;
  private static final int FIRST_BED = 401;
  private static final long LAST_STEP_MILLIS = 300;
  private static final long GOODBYE_MILLIS = 700;
  private static final long BROKER_MILLIS = 400;

  private final @Nullable EmbeddedBroker broker;
  private final BrokerAddress address;
  private final List<Device> devices;
  private final ScheduledThreadPoolExecutor executor;

  private WardSimulator(
      @Nullable EmbeddedBroker broker,
      BrokerAddress address,
      List<Device> devices,
      ScheduledThreadPoolExecutor executor) {
    this.broker = broker;
    this.address = address;
    this.devices = devices;
    this.executor = executor;
  }

  /**
   * Starts a ward.
   *
   * @throws IOException with one sentence when a record, the scenario or the embedded broker cannot
   *     be used
   */
  public static WardSimulator start(WardPlan plan) throws IOException {
    RecordLibrary library =
        plan.records().isPresent() ? RecordLibrary.open(plan.records().get()) : null;
    int beds =
        plan.beds()
            .orElse(
                library == null
                    ? WardPlan.DEFAULT_BEDS
                    : Math.min(library.size(), WardPlan.MAX_BEDS));
    plan.scenario().requireFits(beds, library == null);
    EmbeddedBroker broker =
        plan.broker().isPresent() ? null : EmbeddedBroker.start(plan.embeddedPort());
    BrokerAddress address =
        broker == null
            ? plan.broker().orElseThrow()
            : new BrokerAddress("127.0.0.1", broker.port());
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(THREADS);
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    BrokerWatch watch = new BrokerWatch(address);
    List<Device> devices = new ArrayList<>();
    for (int i = 0; i < beds; i++) {
      devices.add(
          new Device(
              bed(plan, library, i),
              source(plan, library, i),
              new DeviceSettings(
                  plan.speed(), library == null ? 0 : 1, (double) i / beds, battery(i), i),
              plan.scenario().scriptFor(i + 1),
              watch,
              System::nanoTime,
              InstantSource.system(),
              executor));
    }
    devices.forEach(Device::start);
    return new WardSimulator(broker, address, devices, executor);
  }

  private static BedId bed(WardPlan plan, @Nullable RecordLibrary library, int bed) {
    if (library == null) {
      return new BedId(plan.unit(), Integer.toString(FIRST_BED + bed));
    }
    int round = bed / library.size();
    String name = library.name(bed % library.size());
    return new BedId(plan.unit(), round == 0 ? name : name + "-" + (round + 1));
  }

  private static BedSource source(WardPlan plan, @Nullable RecordLibrary library, int bed)
      throws IOException {
    return library == null
        ? new PatientSource(
            PatientProfile.ofBed(bed, plan.seed()),
            Optional.of(Names.patient(bed)),
            plan.seed() * 31 + bed)
        : library.newSource(bed % library.size());
  }

  private static int battery(int bed) {
    return 100 - (bed * 7) % 40;
  }

  /** Where the devices publish. */
  public BrokerAddress broker() {
    return address;
  }

  /** Number of beds. */
  public int beds() {
    return devices.size();
  }

  /** Completes when each device has announced itself. */
  public CompletableFuture<Void> publishing() {
    return CompletableFuture.allOf(
        devices.stream().map(Device::publishing).toArray(CompletableFuture[]::new));
  }

  /** Ends the ward as devices do that are switched off; takes less than two seconds. */
  @Override
  public void close() {
    devices.forEach(Device::stop);
    executor.shutdown();
    try {
      if (!executor.awaitTermination(LAST_STEP_MILLIS, TimeUnit.MILLISECONDS)) {
        executor.shutdownNow();
      }
      disconnectAll();
      if (broker != null) {
        Thread.ofPlatform().daemon().name("broker-stop").start(broker::close).join(BROKER_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void disconnectAll() throws InterruptedException {
    devices.forEach(Device::sayGoodbye);
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GOODBYE_MILLIS);
    try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Device device : devices) {
        each.execute(() -> disconnect(device, deadline));
      }
      each.shutdown();
      if (!each.awaitTermination(GOODBYE_MILLIS, TimeUnit.MILLISECONDS)) {
        each.shutdownNow();
      }
    }
  }

  private static void disconnect(Device device, long deadline) {
    try {
      device.disconnect(deadline);
    } catch (InterruptedException e) {
      LOG.debug("{}: did not wait for its goodbye.", device.bed());
    }
  }
}
