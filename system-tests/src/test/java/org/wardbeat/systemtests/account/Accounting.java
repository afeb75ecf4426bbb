package org.wardbeat.systemtests.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wardbeat.systemtests.account.BedAccount.Run;
import org.wardbeat.systemtests.account.BedAccount.Update;
import org.wardbeat.systemtests.account.BedAccount.Wave;
import org.wardbeat.systemtests.device.Journal;
import org.wardbeat.systemtests.device.Journal.AlarmEntry;
import org.wardbeat.systemtests.device.Journal.NumericsEntry;
import org.wardbeat.systemtests.device.TestDevice;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.Lane;

/**
 * Sets what a station was given of a device's bed against what the device published: each sample
 * came or was announced as missing, no heart rate is older than its stated age, and each alarm came
 * once and in order.
 */
public final class Accounting {
  /** A heart rate is new each second; half of it leaves room for the mapping of clocks. */
  private static final long TOLERANCE_MICROS = 500_000;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(50);

  private final TestDevice device;
  private final Given ledger;
  private final Set<Lane> lanes;

  private Accounting(TestDevice device, Given ledger, Set<Lane> lanes) {
    this.device = device;
    this.ledger = ledger;
    this.lanes = lanes;
  }

  /** The account of a station that asked for all lanes. */
  public static Accounting of(TestDevice device, Given ledger) {
    return of(device, ledger, Lane.NUMERICS, Lane.WAVEFORMS, Lane.ALARMS);
  }

  /** The account of a station that asked for some lanes. */
  public static Accounting of(TestDevice device, Given ledger, Lane... lanes) {
    return new Accounting(device, ledger, EnumSet.copyOf(Arrays.asList(lanes)));
  }

  /** Waits until the station has all that was published before now, and checks all of it. */
  public BedAccount verify() {
    await(device.bed() + " has published")
        .pollDelay(Duration.ZERO)
        .atMost(PATIENCE)
        .until(
            () ->
                device.journal().newest().isPresent()
                    && device.journal().end(device.birth(), 0) > 0);
    long birth = device.birth();
    long[] ends = new long[device.channels()];
    Arrays.setAll(ends, channel -> device.journal().end(birth, channel));
    Optional<NumericsEntry> newest = device.journal().newest();
    List<AlarmEntry> alarms = device.journal().alarms();
    await(device.bed() + " has all that was published")
        .pollDelay(Duration.ZERO)
        .pollInterval(POLL)
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(ledger.violations()).isEmpty();
              Optional<BedAccount> given = ledger.account(device.bed());
              assertThat(given).as(device.bed() + " is known").isPresent();
              BedAccount account = given.orElseThrow();
              if (lanes.contains(Lane.WAVEFORMS)) {
                for (int channel = 0; channel < ends.length; channel++) {
                  assertThat(wave(account, channel).end())
                      .as("samples of channel %d", channel)
                      .isGreaterThanOrEqualTo(ends[channel]);
                }
              }
              if (lanes.contains(Lane.NUMERICS) && newest.isPresent()) {
                assertThat(account.updates()).isNotEmpty();
                assertThat(account.updates().getLast().measuredMicros())
                    .isGreaterThan(newest.get().timeMicros() - TOLERANCE_MICROS);
              }
              if (lanes.contains(Lane.ALARMS)) {
                assertThat(told(account, alarms)).hasSizeGreaterThanOrEqualTo(alarms.size());
              }
            });
    BedAccount account = ledger.account(device.bed()).orElseThrow();
    verifyWaves(account, birth);
    verifyNumerics(account);
    verifyAlarms(account);
    assertThat(ledger.violations()).isEmpty();
    return account;
  }

  /** The same, and nothing is missing or came twice. */
  public BedAccount verifyComplete() {
    BedAccount account = verify();
    assertThat(account.channels()).isNotEmpty();
    account
        .channels()
        .forEach(
            (channel, wave) -> {
              assertThat(wave.missing()).as("missing of channel %d", channel).isZero();
              assertThat(wave.resent()).as("sent twice of channel %d", channel).isZero();
            });
    return account;
  }

  private static Wave wave(BedAccount account, int channel) {
    return account.channels().getOrDefault(channel, new Wave(List.of(), 0));
  }

  private void verifyWaves(BedAccount account, long birth) {
    Journal journal = device.journal();
    account
        .channels()
        .forEach(
            (channel, wave) -> {
              for (Run run : wave.runs()) {
                long published = journal.published(birth, channel, run.from(), run.to());
                verifyRun(run, published, "channel " + channel);
              }
            });
  }

  private static void verifyRun(Run run, long published, String name) {
    switch (run) {
      case Run.Delivered _ ->
          assertThat(published).as(name + ": published of " + run).isEqualTo(run.to() - run.from());
      case Run.Missing(_, _, Frame.GapReason reason) -> {
        if (reason == Frame.GapReason.SOURCE) {
          assertThat(published).as(name + ": published of " + run).isZero();
        }
      }
    }
  }

  /** What is shown as measured at a time must not have been measured before it. */
  private void verifyNumerics(BedAccount account) {
    long newest = 0;
    for (Update update : account.updates()) {
      Optional<NumericsEntry> published =
          device.journal().newest(update.heartRate(), update.measuredMicros() + TOLERANCE_MICROS);
      assertThat(published).as("published of " + update).isPresent();
      assertThat(published.orElseThrow().timeMicros())
          .as("when %s was measured", update)
          .isGreaterThanOrEqualTo(update.measuredMicros() - TOLERANCE_MICROS);
      assertThat(update.measuredMicros())
          .as("no way back in time")
          .isGreaterThan(newest - TOLERANCE_MICROS);
      newest = Math.max(newest, update.measuredMicros());
    }
  }

  private void verifyAlarms(BedAccount account) {
    if (lanes.contains(Lane.ALARMS)) {
      List<AlarmEntry> alarms = device.journal().alarms();
      assertThat(told(account, alarms)).as("alarms, in order").isEqualTo(alarms);
    }
  }

  /** What was told of the conditions that the device alarms of; the bridge has others. */
  private static List<AlarmEntry> told(BedAccount account, List<AlarmEntry> alarms) {
    Set<String> conditions =
        alarms.stream().map(AlarmEntry::condition).collect(Collectors.toUnmodifiableSet());
    return account.alarms().stream()
        .filter(state -> conditions.contains(state.condition()))
        .map(state -> new AlarmEntry(state.condition(), state.onsetDeviceMicros(), state.active()))
        .toList();
  }
}
