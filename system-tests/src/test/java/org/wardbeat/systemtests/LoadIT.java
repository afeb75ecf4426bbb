package org.wardbeat.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardbeat.systemtests.account.Accounting;
import org.wardbeat.systemtests.account.BedAccount;
import org.wardbeat.systemtests.account.BedAccount.AlarmState;
import org.wardbeat.systemtests.account.BedAccount.Update;
import org.wardbeat.systemtests.account.LightClient;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.systemtests.network.FaultProxy;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.Lane;
import org.wardbeat.wire.ward.AlarmPriority;

/**
 * Many stations, and stations that are slow or read nothing: what they cost, and that the others do
 * not notice. Times are bounded far above what they should be, and printed.
 */
class LoadIT {
  private static final String UNIT = "load";
  private static final Set<Lane> SMALL = EnumSet.of(Lane.NUMERICS, Lane.ALARMS);
  private static final Duration SERVED = Duration.ofSeconds(10);

  /** The bridge gives a station 15 s to take anything, and 15 s to answer a heartbeat. */
  private static final Duration CLOSED = Duration.ofSeconds(30);

  /** How long clients read nothing: an hour by {@code -Dwardbeat.load.unread=PT1H}. */
  private static final Duration UNREAD =
      Duration.parse(System.getProperty("wardbeat.load.unread", "PT40S"));

  private static final Duration BASELINE = Duration.ofSeconds(10);
  private static final long MEMORY_SLACK_BYTES = 48L << 20;
  private static final long DELAY_SLACK_MICROS = 150_000;
  private static final int SMALL_BUFFER = 16_384;
  private static final long SLOW_BYTES_PER_SECOND = 6_000;

  /** A second in the session, and what a narrow network itself holds back. */
  private static final Duration ALARM_IN_TIME = Duration.ofSeconds(5);

  private final List<LightClient> clients = new ArrayList<>();
  private LiveWard ward;

  @BeforeEach
  void start() {
    ward = LiveWard.start("--max-sessions", "1000");
  }

  @AfterEach
  void end() {
    clients.forEach(LightClient::close);
    ward.close();
  }

  @Test
  void eightyClientsDropAndReturnWithinASecond() throws Exception {
    TestDevice device = ward.device(UNIT);
    connectAll(80, EnumSet.of(Lane.NUMERICS, Lane.WAVEFORMS, Lane.ALARMS));
    device.raise("ASYSTOLE", AlarmPriority.HIGH);
    Accounting.of(device, clients.getFirst().ledger()).verify();

    long began = System.nanoTime();
    clients.forEach(LightClient::drop);
    device.end("ASYSTOLE", AlarmPriority.HIGH);
    inParallel(LightClient::connect);
    Duration returned = Duration.ofNanos(System.nanoTime() - began);
    awaitSnapshots();
    print("80 clients dropped and returned", returned, began);
    assertThat(returned).isLessThan(SERVED);

    for (LightClient client : clients) {
      BedAccount account = Accounting.of(device, client.ledger()).verify();
      assertThat(account.channels().values())
          .allSatisfy(
              wave -> {
                assertThat(wave.missing()).isZero();
                assertThat(wave.resent()).isZero();
              });
    }
  }

  @Test
  void fiveHundredStationsThatReturnAtOnceAreServedWithinSeconds() throws Exception {
    List<TestDevice> devices = new ArrayList<>();
    for (int bed = 1; bed <= 8; bed++) {
      devices.add(ward.device(UNIT, Integer.toString(bed)));
    }
    connectAll(500, SMALL);
    devices.getFirst().raise("ASYSTOLE", AlarmPriority.HIGH);
    Accounting.of(devices.getFirst(), clients.getLast().ledger(), Lane.NUMERICS, Lane.ALARMS)
        .verify();

    ward.replaceBridge();
    await("all have lost their sessions")
        .atMost(Child.PATIENCE)
        .until(() -> clients.stream().noneMatch(LightClient::isConnected));
    long began = System.nanoTime();
    inParallel(LightClient::connect);
    Duration connected = Duration.ofNanos(System.nanoTime() - began);
    awaitSnapshots();
    print("500 stations returned", connected, began);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SERVED);

    for (LightClient client : clients) {
      for (TestDevice device : devices) {
        Accounting.of(device, client.ledger(), Lane.NUMERICS, Lane.ALARMS).verify();
      }
    }
  }

  @Test
  void fiveClientsThatNeverRead() throws Exception {
    TestDevice loud = ward.loudDevice(UNIT, "1");
    List<TestDevice> devices = new ArrayList<>(List.of(loud, ward.loudDevice(UNIT, "2")));
    connectAll(10, EnumSet.of(Lane.NUMERICS, Lane.WAVEFORMS, Lane.ALARMS));
    long before = p99Micros(devices, BASELINE);
    long memory = ward.bridgeProcess().residentBytes();

    List<LightClient> deaf = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      deaf.add(
          LightClient.ofUnit(ward.bridge(), UNIT)
              .withReceiveBuffer(SMALL_BUFFER)
              .connectAndNeverRead());
    }
    clients.addAll(deaf);
    assertThat(ward.sessions()).isEqualTo(15);
    long opened = System.nanoTime();
    CompletableFuture<Long> during =
        CompletableFuture.supplyAsync(() -> p99Micros(devices, UNREAD));
    await("the five are closed").atMost(CLOSED).until(() -> ward.sessions() == 10);
    Duration closed = Duration.ofNanos(System.nanoTime() - opened);
    long after = returnAlways(deaf, during);
    long grown = ward.bridgeProcess().residentBytes() - memory;
    System.out.printf(
        "five that never read, for %s: closed after %d ms, p99 of the others %.1f ms before and"
            + " %.1f ms meanwhile, memory grew by %.1f MiB%n",
        UNREAD, closed.toMillis(), before / 1e3, after / 1e3, grown / 1048576.0);

    assertThat(grown).as("memory").isLessThan(MEMORY_SLACK_BYTES);
    assertThat(after).as("p99 of the others").isLessThan(2 * before + DELAY_SLACK_MICROS);
    for (TestDevice device : devices) {
      BedAccount account = Accounting.of(device, clients.getFirst().ledger()).verify();
      assertThat(account.wave(0).missing()).isZero();
    }
  }

  /** Who was closed for reading nothing comes back to read nothing. */
  private long returnAlways(List<LightClient> deaf, Future<Long> during) throws Exception {
    while (!during.isDone()) {
      if (ward.sessions() < 15) {
        for (LightClient client : deaf) {
          client.connectAndNeverRead();
        }
      }
      await().atMost(CLOSED).until(() -> during.isDone() || ward.sessions() <= 10);
    }
    return during.get();
  }

  /** How late heart rates were that came to the reading clients in a time. */
  private long p99Micros(List<TestDevice> devices, Duration time) {
    long from = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    long to = from + time.toNanos() / 1_000;
    List<LightClient> reading = clients.subList(0, 10);
    await("the time has passed")
        .atMost(time.plus(Child.PATIENCE))
        .until(
            () ->
                reading.stream()
                    .allMatch(
                        client -> {
                          List<Update> updates = updates(client, devices.getFirst());
                          return !updates.isEmpty() && updates.getLast().receivedMicros() >= to;
                        }));
    long[] delays =
        reading.stream()
            .flatMap(client -> devices.stream().flatMap(d -> updates(client, d).stream()))
            .filter(update -> update.receivedMicros() >= from && update.receivedMicros() < to)
            .mapToLong(Update::delayMicros)
            .sorted()
            .toArray();
    assertThat(delays).isNotEmpty();
    return delays[delays.length * 99 / 100];
  }

  private static List<Update> updates(LightClient client, TestDevice device) {
    return client.ledger().account(device.bed()).map(BedAccount::updates).orElse(List.of());
  }

  @Test
  void aSlowClientHasAlarmsInTimeNumericsConflatedAndGapsExact() throws Exception {
    TestDevice device = ward.loudDevice(UNIT, "1");
    TestDevice other = ward.loudDevice(UNIT, "2");
    try (FaultProxy network = FaultProxy.to(ward.bridge())) {
      network.bufferLittle(SMALL_BUFFER);
      network.throttle(SLOW_BYTES_PER_SECOND);
      LightClient client =
          LightClient.ofUnit(network.uri(ward.bridge()), UNIT).withReceiveBuffer(SMALL_BUFFER);
      clients.add(client);
      client.connect();
      await("the session is conflated")
          .atMost(Child.PATIENCE)
          .until(() -> client.heartbeat().map(Frame.Heartbeat::conflating).orElse(false));

      await("what was backed up has come")
          .atMost(Child.PATIENCE)
          .until(() -> isLive(client, device));
      for (int i = 0; i < 5; i++) {
        raiseAndAwait(client, device, "ALARM_" + i);
      }
      await("waves that did not get through are told as gaps")
          .atMost(Child.PATIENCE)
          .until(() -> leftOut(client, device) > 0);
      assertThat(client.isConnected()).isTrue();
      network.heal();

      Accounting.of(other, client.ledger()).verify();
      BedAccount account = Accounting.of(device, client.ledger()).verify();
      assertThat(account.wave(2).missing(Frame.GapReason.DELIVERY)).isPositive();
      assertThat(client.ledger().sessions()).isOne();
    }
  }

  private static long leftOut(LightClient client, TestDevice device) {
    return client
        .ledger()
        .account(device.bed())
        .map(account -> account.wave(2).missing(Frame.GapReason.DELIVERY))
        .orElse(0L);
  }

  private static boolean isLive(LightClient client, TestDevice device) {
    List<Update> updates = updates(client, device);
    return !updates.isEmpty() && updates.getLast().delayMicros() < ALARM_IN_TIME.toNanos() / 2_000;
  }

  private static void raiseAndAwait(LightClient client, TestDevice device, String condition) {
    long raised = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    device.raise(condition, AlarmPriority.HIGH);
    await(condition + " came")
        .atMost(Child.PATIENCE)
        .until(
            () -> alarms(client, device).stream().anyMatch(a -> a.condition().equals(condition)));
    Duration took =
        Duration.of(alarms(client, device).getLast().receivedMicros() - raised, ChronoUnit.MICROS);
    System.out.printf("alarm to a slow client: %d ms%n", took.toMillis());
    assertThat(took).isLessThan(ALARM_IN_TIME);
  }

  private static List<AlarmState> alarms(LightClient client, TestDevice device) {
    return client.ledger().account(device.bed()).map(BedAccount::alarms).orElse(List.of());
  }

  @Test
  void aChannelThatNeverBecomesWritableAgainIsClosedByForce() throws IOException, MqttException {
    TestDevice device = ward.loudDevice(UNIT, "1");
    try (FaultProxy network = FaultProxy.to(ward.bridge())) {
      network.bufferLittle(SMALL_BUFFER);
      LightClient client = LightClient.ofUnit(network.uri(ward.bridge()), UNIT);
      clients.add(client);
      client.connect();
      device.raise("ASYSTOLE", AlarmPriority.HIGH);
      Accounting.of(device, client.ledger()).verify();

      network.strand();
      long began = System.nanoTime();
      device.end("ASYSTOLE", AlarmPriority.HIGH);
      await("the bridge gives it up").atMost(CLOSED).until(() -> ward.sessions() == 0);
      System.out.printf(
          "a channel that is never writable again: closed after %d ms%n",
          Duration.ofNanos(System.nanoTime() - began).toMillis());

      client.connect().awaitSnapshot();
      BedAccount account = Accounting.of(device, client.ledger()).verify();
      assertThat(account.wave(0).missing()).isZero();
      assertThat(account.wave(0).resent()).isZero();
    }
  }

  private void connectAll(int count, Set<Lane> lanes) throws Exception {
    IntStream.range(0, count).forEach(_ -> clients.add(LightClient.of(ward.bridge(), UNIT, lanes)));
    inParallel(LightClient::connect);
    awaitSnapshots();
  }

  private void awaitSnapshots() {
    clients.forEach(LightClient::awaitSnapshot);
  }

  private interface ClientAction {
    void run(LightClient client) throws IOException;
  }

  private void inParallel(ClientAction action) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> done = new ArrayList<>();
      for (LightClient client : clients) {
        done.add(
            threads.submit(
                () -> {
                  try {
                    action.run(client);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    }
  }

  private static void print(String what, Duration connected, long beganNanos) {
    System.out.printf(
        "%s: connected after %d ms, served after %d ms%n",
        what, connected.toMillis(), Duration.ofNanos(System.nanoTime() - beganNanos).toMillis());
  }
}
