package org.wardbeat.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wardbeat.systemtests.network.FaultProxy;
import org.wardbeat.systemtests.network.FaultProxy.Cut;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.systemtests.process.RestartableBroker;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;

/** Two bridges on one broker, restless devices, stations, and a network between all of them. */
final class ChaosWard implements Part, Ear {
  static final String UNIT = "chaos";
  static final int STATIONS = 4;
  private static final int BEDS = 10;
  private static final Duration RECOVERY = Duration.ofSeconds(90);

  /** How long all has to be well before it counts. */
  private static final long CALM_MILLIS = 1_500;

  private final RestartableBroker broker;
  private final FaultProxy devicesToBroker;
  private final List<ChaosBridge> bridges;
  private final List<List<FaultProxy>> toBridges = new ArrayList<>();
  private final List<Visitor> stations = new CopyOnWriteArrayList<>();
  private final List<RestlessDevice> devices;
  private final AtomicLong weather = new AtomicLong(1);

  private ChaosWard(RestartableBroker broker, Path stores, long seed) {
    this.broker = broker;
    this.devicesToBroker = FaultProxy.to(broker.port());
    this.bridges =
        IntStream.range(0, 2).mapToObj(i -> new ChaosBridge(i, broker.port(), stores)).toList();
    for (int i = 0; i < STATIONS; i++) {
      toBridges.add(bridges.stream().map(bridge -> FaultProxy.to(bridge.uri())).toList());
      stations.add(Visitor.of(ways(i)));
    }
    this.devices =
        IntStream.range(0, BEDS)
            .mapToObj(
                i ->
                    RestlessDevice.start(
                        new BedId(UNIT, Integer.toString(i)),
                        devicesToBroker.port(),
                        this,
                        seed + i))
            .toList();
  }

  static ChaosWard start(Path folder, long seed) throws IOException {
    return new ChaosWard(RestartableBroker.any(folder), folder.resolve("stores"), seed);
  }

  /** Stations stay with one bridge, but every third goes to the other in turn. */
  private List<URI> ways(int station) {
    List<FaultProxy> proxies = toBridges.get(station);
    List<URI> ways =
        IntStream.range(0, bridges.size())
            .mapToObj(bridge -> proxies.get(bridge).uri(bridges.get(bridge).uri()))
            .toList();
    return station % 3 == 2 ? ways : List.of(ways.get(station % 2));
  }

  List<ChaosBridge> bridges() {
    return bridges;
  }

  List<Visitor> stations() {
    return stations;
  }

  List<RestlessDevice> devices() {
    return devices;
  }

  /** The bridge that a station is connected to. */
  ChaosBridge bridgeOf(Visitor station) {
    int number = stations.indexOf(station);
    int port = station.client().bridge().getPort();
    List<FaultProxy> proxies = toBridges.get(number);
    return IntStream.range(0, proxies.size())
        .filter(i -> proxies.get(i).port() == port)
        .mapToObj(bridges::get)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public boolean heardOf(BedId bed, String condition, long onsetMicros) {
    return bridges.stream()
        .allMatch(bridge -> bridge.witness().client().ledger().knows(bed, condition, onsetMicros));
  }

  @Override
  public boolean heardSince(BedId bed, String condition, long micros) {
    return bridges.stream()
        .allMatch(
            bridge ->
                bridge.witness().client().ledger().told(bed).stream()
                    .anyMatch(
                        alarm ->
                            alarm.condition().equals(condition)
                                && alarm.onsetDeviceMicros() >= micros));
  }

  @Override
  public String lastOf(BedId bed, String condition) {
    return bridges.stream()
        .map(
            bridge ->
                bridge.witness().client().ledger().told(bed).stream()
                    .filter(alarm -> alarm.condition().equals(condition))
                    .max(Comparator.comparingLong(Alarm::onsetDeviceMicros))
                    .map(alarm -> "%d %s".formatted(alarm.onsetDeviceMicros(), alarm))
                    .orElse("none"))
        .collect(Collectors.joining(", "));
  }

  @Override
  public long weather() {
    return weather.get();
  }

  /** Something begins or ends. */
  private record Turn(Duration at, Runnable act) {}

  /** Much goes wrong, and is over after its time. */
  void suffer(Storm storm) {
    if (weather.get() % 2 == 0) {
      weather.incrementAndGet();
    }
    long startNanos = System.nanoTime();
    storm.faults().stream()
        .flatMap(
            fault ->
                Stream.of(
                    new Turn(fault.begin(), () -> begin(fault)),
                    new Turn(fault.end(), () -> end(fault))))
        .sorted(Comparator.comparing(Turn::at))
        .forEach(
            turn -> {
              pause(turn.at().minusNanos(System.nanoTime() - startNanos));
              turn.act().run();
            });
    if (storm.calm()) {
      awaitCalm();
    }
    pause(storm.pause());
  }

  private void begin(Fault fault) {
    int target = fault.target();
    switch (fault.kind()) {
      case BRIDGE_KILLED -> bridges.get(target).kill();
      case BRIDGE_FROZEN -> bridges.get(target).process().freeze();
      case BRIDGE_CUT_OFF_ITS_BROKER -> bridges.get(target).toBroker().refuse(Cut.RST);
      case BRIDGE_PARTITIONED_FROM_ITS_BROKER -> bridges.get(target).toBroker().dropSilently();
      case BOTH_BRIDGES_KILLED -> bridges.forEach(ChaosBridge::kill);
      case BROKER_KILLED -> broker.kill();
      case BROKER_FROZEN -> broker.freeze();
      case BROKER_AND_BRIDGE_KILLED -> {
        broker.kill();
        bridges.get(target).kill();
      }
      case DEVICES_CUT_OFF -> devicesToBroker.refuse(Cut.RST);
      case STATION_CUT_OFF -> toBridges.get(target).forEach(way -> way.refuse(Cut.FIN));
      case STATION_STALLED -> toBridges.get(target).forEach(FaultProxy::stall);
      case STATION_STRANDED -> toBridges.get(target).forEach(FaultProxy::dropSilently);
      case STATION_KILLED -> stations.get(target).close();
    }
  }

  private void end(Fault fault) {
    int target = fault.target();
    switch (fault.kind()) {
      case BRIDGE_KILLED -> bridges.get(target).restart();
      case BRIDGE_FROZEN -> bridges.get(target).process().thaw();
      case BRIDGE_CUT_OFF_ITS_BROKER -> bridges.get(target).toBroker().admit();
      case BRIDGE_PARTITIONED_FROM_ITS_BROKER -> bridges.get(target).toBroker().heal();
      case BOTH_BRIDGES_KILLED -> bridges.forEach(ChaosBridge::restart);
      case BROKER_KILLED -> broker.restart();
      case BROKER_FROZEN -> broker.thaw();
      case BROKER_AND_BRIDGE_KILLED -> {
        broker.restart();
        bridges.get(target).restart();
      }
      case DEVICES_CUT_OFF -> devicesToBroker.admit();
      case STATION_CUT_OFF -> toBridges.get(target).forEach(FaultProxy::admit);
      case STATION_STALLED, STATION_STRANDED -> toBridges.get(target).forEach(FaultProxy::heal);
      case STATION_KILLED -> stations.set(target, Visitor.of(ways(target)));
    }
  }

  /** Waits until all is well and has been for a while. */
  void awaitCalm() {
    AtomicLong wellSince = new AtomicLong(Long.MAX_VALUE);
    await("all is well")
        .atMost(RECOVERY)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              long now = RestlessDevice.nowMillis();
              wellSince.set(isWell(now) ? Math.min(wellSince.get(), now) : Long.MAX_VALUE);
              return wellSince.get() <= now - CALM_MILLIS;
            });
    if (weather.get() % 2 == 1) {
      weather.incrementAndGet();
    }
  }

  private boolean isWell(long nowMillis) {
    List<BedId> beds = devices.stream().map(RestlessDevice::bed).toList();
    return bridges.stream().allMatch(bridge -> bridge.hears(beds))
        && stations.stream().allMatch(Visitor::isServed)
        && devices.stream().allMatch(device -> nowMillis - device.confirmedMillis() < CALM_MILLIS);
  }

  /** Nothing more begins or ends; waits until every bridge has told of what ended. */
  void calmDown() {
    awaitCalm();
    devices.forEach(RestlessDevice::calmDown);
    await("each bridge has told of what lasts, and the rest has ended")
        .atMost(RECOVERY)
        .untilAsserted(
            () ->
                assertThat(devices.stream().flatMap(device -> device.unsettled().stream()))
                    .isEmpty());
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    devices.forEach(Part::close);
    stations.forEach(Part::close);
    toBridges.forEach(proxies -> proxies.forEach(Part::close));
    bridges.forEach(Part::close);
    devicesToBroker.close();
    broker.close();
  }
}
