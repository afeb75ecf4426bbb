package org.wardbeat.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.systemtests.network.FaultProxy;
import org.wardbeat.systemtests.network.FaultProxy.Cut;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.wire.ward.BedId;

/**
 * From a network's failure to the right words in the picture: seen in each picture that is laid
 * out, with failures spread evenly over the time between two heartbeats. Several stations fail at
 * the same time, each with a network and a window of its own. How many trials there are, {@code
 * -Dwardbeat.words.trials=100} says.
 */
class WordsOnScreenIT {
  private static final List<Cut> CUTS = List.of(Cut.values());
  private static final int TRIALS = Integer.getInteger("wardbeat.words.trials", 12);
  private static final int STATIONS = 3;
  private static final Duration HEARTBEAT = Duration.ofSeconds(1);
  private static final Duration STALLED = Duration.ofSeconds(3);
  private static final Duration CLOSED = Duration.ofSeconds(1);
  private static final String CLOCK = "\\d\\d:\\d\\d:\\d\\d";
  private static final String NO_CONTACT =
      "NO CONTACT \\d+ s  Numbers on screen are from " + CLOCK + "\\. \\| Reconnecting";
  private static final String NOT_LIVE =
      "NOT LIVE — last data "
          + CLOCK
          + " \\(\\d\\d:\\d\\d ago\\) / Use the bedside monitors now\\."
          + " No waves, numbers or alarms reach this station\\.";

  private final List<Station> stations = new ArrayList<>();
  private LiveWard ward;

  /** A window, and a network that only it uses. */
  private static final class Station implements Part {
    private final BedId bed;
    private final FaultProxy network;
    private final StationScreen screen;

    Station(LiveWard ward, int number) throws MqttException {
      TestDevice device = ward.device("words " + number);
      bed = device.bed();
      network = FaultProxy.to(ward.bridge());
      screen = StationScreen.open(network.uri(ward.bridge()), List.of(bed.unit()));
    }

    void awaitLive() {
      await("live")
          .atMost(Child.PATIENCE)
          .until(() -> screen.banner().startsWith("LIVE  1 of 1 monitored beds fresh"));
    }

    /** Lets so much of the time between two heartbeats pass. */
    void awaitPhase(Duration phase) {
      long before = screen.lastHeartbeatNanos();
      await("a heartbeat")
          .pollInterval(Duration.ofMillis(5))
          .atMost(Child.PATIENCE)
          .until(() -> screen.lastHeartbeatNanos() != before);
      long until = screen.lastHeartbeatNanos() + phase.toNanos();
      for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }

    /** How long it takes from a failure until a banner is there. */
    Duration measure(Runnable failure, String banner) throws Exception {
      Future<Long> seen = screen.watch(() -> screen.banner().matches(banner));
      long failed = System.nanoTime();
      failure.run();
      return Duration.ofNanos(seen.get(Child.PATIENCE.toSeconds(), TimeUnit.SECONDS) - failed);
    }

    void assertNothingIsLive() {
      assertThat(screen.waveText(bed)).isEqualTo("NOT LIVE");
      assertThat(screen.heartRate(bed)).isEqualTo("---");
    }

    @Override
    public void close() {
      screen.close();
      network.close();
    }
  }

  @BeforeAll
  static void startToolkit() {
    StationScreen.startToolkit();
  }

  @BeforeEach
  void start() throws MqttException {
    ward = LiveWard.start();
    for (int number = 1; number <= STATIONS; number++) {
      stations.add(new Station(ward, number));
    }
  }

  @AfterEach
  void end() {
    stations.forEach(Part::close);
    ward.close();
  }

  @Test
  void aStalledLinkIsSaidWithinThreeSeconds() throws Exception {
    List<Duration> times =
        trials(
            (station, trial) -> {
              FaultProxy network = station.network;
              List<Runnable> failures =
                  List.of(network::stall, network::holdMessages, network::stallDown);
              Duration took = station.measure(failures.get(trial % failures.size()), NO_CONTACT);
              network.heal();
              return took;
            });

    print("stalled link", times);
    assertThat(times).hasSize(TRIALS).allMatch(took -> took.compareTo(STALLED) <= 0);
  }

  @Test
  void aClosedLinkIsSaidWithinASecond() throws Exception {
    List<Duration> times =
        trials(
            (station, trial) -> {
              Cut how = CUTS.get(trial % CUTS.size());
              Duration took = station.measure(() -> station.network.refuse(how), NOT_LIVE);
              station.assertNothingIsLive();
              station.network.admit();
              station.screen.retryNow();
              return took;
            });

    print("closed link", times);
    assertThat(times).hasSize(TRIALS).allMatch(took -> took.compareTo(CLOSED) <= 0);
  }

  private interface Trial {
    Duration run(Station station, int trial) throws Exception;
  }

  /** Runs all trials, each station one after the other. */
  private List<Duration> trials(Trial trial) throws Exception {
    AtomicInteger next = new AtomicInteger();
    List<Duration> times = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> done = new ArrayList<>();
      for (Station station : stations) {
        done.add(
            threads.submit(
                () -> {
                  for (int i = next.getAndIncrement(); i < TRIALS; i = next.getAndIncrement()) {
                    station.awaitLive();
                    station.awaitPhase(HEARTBEAT.multipliedBy(i).dividedBy(TRIALS));
                    times.add(trial.run(station, i));
                  }
                  return true;
                }));
      }
      for (Future<?> each : done) {
        each.get();
      }
    }
    return times;
  }

  private static void print(String what, List<Duration> times) {
    long[] millis = times.stream().mapToLong(Duration::toMillis).sorted().toArray();
    System.out.printf(
        "%s, %d trials, from the failure to the words: min %d ms, p50 %d ms, p90 %d ms, max %d"
            + " ms%n",
        what,
        millis.length,
        millis[0],
        millis[millis.length / 2],
        millis[millis.length * 9 / 10],
        millis[millis.length - 1]);
  }
}
