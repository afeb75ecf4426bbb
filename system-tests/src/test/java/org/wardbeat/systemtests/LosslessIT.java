package org.wardbeat.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.simulator.WardPlan;
import org.wardbeat.simulator.WardSimulator;
import org.wardbeat.simulator.broker.BrokerException;
import org.wardbeat.simulator.broker.EmbeddedBroker;
import org.wardbeat.simulator.device.BrokerAddress;
import org.wardbeat.simulator.scenario.Scenario;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Mosquitto;
import org.wardbeat.systemtests.process.Programs;
import org.wardbeat.wire.ward.BedId;

/**
 * Real records, replayed as devices, arrive in a station sample for sample and value for value: all
 * of them faster than they were recorded, and their beginnings at their own speed too.
 */
class LosslessIT {
  private static final List<String> WAVES = List.of("100", "119", "203");
  private static final List<String> NUMERICS =
      List.of("bidmc_01", "bidmc_05", "bidmc_13", "bidmc_19", "bidmc_22", "bidmc_32");

  private static final int FRAMES = 650_000;
  private static final int ROWS = 481;
  private static final int SECONDS_AT_ONCE = 10;
  private static final int HERTZ = 360;

  /** Half an hour in half a minute; the bridge then holds one second of it for a late station. */
  private static final double WAVE_SPEED = 60;

  /** Eight minutes in half a minute. */
  private static final double NUMERIC_SPEED = 16;

  /**
   * A machine that stands still for longer than the bridge keeps samples at this speed loses some,
   * and says so. What arrives is right all the same; the whole is tried again, slower.
   */
  private static final int ATTEMPTS = 3;

  /** Rows that were conflated in one round of a table come in another. */
  private static final Duration ROUNDS = Duration.ofMinutes(5);

  private static final String OWN_SPEED = "own speed";
  private static final Duration RETENTION = Duration.ofMinutes(45);

  @TempDir Path folder;

  @BeforeEach
  void copyRecords() throws IOException {
    for (String record : WAVES) {
      copy("mitdb/" + record + ".hea", "waves");
      copy("mitdb/" + record + ".dat", "waves");
    }
    for (String record : NUMERICS) {
      copy("bidmc/" + record + "_Numerics.csv", "numerics");
    }
  }

  private void copy(String file, String into) throws IOException {
    Path target = SharedData.path(file).toRealPath();
    Files.createDirectories(folder.resolve(into));
    Files.copy(target, folder.resolve(into).resolve(target.getFileName()));
  }

  @Test
  void everySampleAndValueArrivesThroughTheEmbeddedBroker() throws BrokerException, IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start(0)) {
      replayThrough(broker.port());
    }
  }

  @Test
  void everySampleAndValueArrivesThroughMosquitto() throws IOException {
    try (Mosquitto broker = Mosquitto.start(folder)) {
      replayThrough(broker.port());
    }
  }

  private void replayThrough(int port) throws IOException {
    try (Child bridge = Programs.startBridge(port, 0);
        HeadlessStation station = HeadlessStation.start(Programs.webSocketOf(bridge), RETENTION)) {
      NumericsRecorder recorder = NumericsRecorder.of(station.ward());
      station.awaitStreaming();
      await("the bridge reaches the broker")
          .atMost(Child.PATIENCE)
          .until(() -> station.ward().snapshot().link().broker().up());
      try (WardSimulator _ = replay("waves", OWN_SPEED, 1, port);
          WardSimulator _ = replay("numerics", OWN_SPEED, 1, port)) {
        try (WardSimulator _ = replay("numerics", "fast", NUMERIC_SPEED, port)) {
          assertWavesArrive(station, port);
          awaitNumerics(recorder, "fast", TableCoverage::isComplete);
        }
        assertThat(wavesArrive(station, OWN_SPEED, SECONDS_AT_ONCE * HERTZ, 1)).isTrue();
        awaitNumerics(
            recorder, OWN_SPEED, coverage -> coverage.longestUnbroken() >= SECONDS_AT_ONCE);
      }
    }
  }

  private void assertWavesArrive(HeadlessStation station, int port) throws IOException {
    boolean complete = false;
    for (int attempt = 1; attempt <= ATTEMPTS && !complete; attempt++) {
      String unit = "attempt " + attempt;
      double speed = WAVE_SPEED / attempt;
      try (WardSimulator _ = replay("waves", unit, speed, port)) {
        complete = wavesArrive(station, unit, FRAMES, speed);
      }
    }
    assertThat(complete).as("all samples arrive without a gap").isTrue();
  }

  private static boolean wavesArrive(HeadlessStation station, String unit, int count, double speed)
      throws IOException {
    boolean complete = true;
    for (String record : WAVES) {
      complete &= waveArrives(station, new BedId(unit, record), count, speed);
    }
    return complete;
  }

  private static void awaitNumerics(
      NumericsRecorder recorder, String unit, Predicate<TableCoverage> enough) throws IOException {
    for (String record : NUMERICS) {
      BedId bed = new BedId(unit, record);
      List<List<String>> table = SharedData.bidmcNumerics(record);
      assertThat(table).hasSize(ROWS);
      TableCoverage coverage = new TableCoverage(table);
      await("the rows of " + bed)
          .atMost(ROUNDS)
          .until(() -> coverage.take(recorder.rows(bed)), enough);
    }
  }

  private WardSimulator replay(String records, String unit, double speed, int port)
      throws IOException {
    return WardSimulator.start(
        new WardPlan(
            OptionalInt.empty(),
            unit,
            Optional.of(folder.resolve(records)),
            speed,
            Scenario.none(),
            Optional.of(new BrokerAddress("127.0.0.1", port)),
            0,
            1));
  }

  /** Whether all samples of both signals came; what came is the record's in any case. */
  private static boolean waveArrives(HeadlessStation station, BedId bed, int count, double speed)
      throws IOException {
    int[][] signals = SharedData.mitBih(bed.bed());
    boolean complete = true;
    for (int channel = 0; channel < signals.length; channel++) {
      assertThat(signals[channel]).hasSize(FRAMES);
      SampleRing ring = station.awaitSamples(bed, channel, count, patience(count / HERTZ, speed));
      int[] arrived = new int[count];
      ring.copy(0, count, arrived);
      for (int i = 0; i < count; i++) {
        if (arrived[i] == SampleRing.GAP) {
          complete = false;
        } else if (arrived[i] != signals[channel][i]) {
          fail(
              "%s channel %d sample %d: expected %d, got %d",
              bed, channel, i, signals[channel][i], arrived[i]);
        }
      }
    }
    return complete;
  }

  private static Duration patience(int seconds, double speed) {
    return Duration.ofSeconds((long) (2 * seconds / speed)).plus(Child.PATIENCE);
  }
}
