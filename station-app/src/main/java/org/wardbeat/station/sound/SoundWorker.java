package org.wardbeat.station.sound;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.station.sound.SoundState.Mode;

/**
 * Finds a device, plays on it what the arbiter decides, and finds another when it fails. One thread
 * ticks it; any may read its state.
 */
final class SoundWorker {
  /** A device that could not be had is asked for again after this time. */
  static final long RETRY_NANOS = 5_000_000_000L;

  /** Another device is tried so soon after one that failed. */
  static final long OTHER_NANOS = 100_000_000L;

  /** What the user can hear is looked at again after this time. */
  static final long CHECK_NANOS = 60_000_000_000L;

  /** Why nothing can be heard before anything was tried. */
  static final String NOTHING_YET = "No device has played yet";

  private static final Logger LOG = LoggerFactory.getLogger(SoundWorker.class);

  private final SoundDevices devices;
  private final Volume volume;
  private final SoundArbiter arbiter = new SoundArbiter();
  private final Set<String> avoided;
  private @Nullable LinePump pump;
  private String problem = NOTHING_YET;
  private String reported = "";
  private long openNanos;
  private long checkNanos;
  private long toneHeardNanos;
  private boolean testWanted;
  private volatile String device = "";
  private volatile SoundState state;

  /**
   * @param before the state so far
   * @param avoided lines that failed of late
   */
  SoundWorker(
      SoundDevices devices, Volume volume, Set<String> avoided, SoundState before, long nowNanos) {
    this.devices = devices;
    this.volume = volume;
    this.avoided = new HashSet<>(avoided);
    this.toneHeardNanos = before.toneHeardNanos();
    this.openNanos = nowNanos;
    this.state = before;
  }

  /** What can be heard, as of the last tick. */
  SoundState state() {
    return state;
  }

  /** The device in use, empty if there is none. */
  String device() {
    return device;
  }

  /** Plays a test tone as soon as no alarm sounds, and looks for a device at once. */
  void test(long nowNanos) {
    testWanted = true;
    if (pump == null) {
      openNanos = nowNanos;
    }
    checkNanos = nowNanos;
  }

  /** Does what is due; waits for nothing but what the system's sound takes to open a device. */
  void tick(SoundDemand demand, long nowNanos) {
    try {
      if (pump == null && nowNanos - openNanos >= 0) {
        open(nowNanos);
      }
      if (pump != null) {
        play(pump, demand, nowNanos);
      }
    } catch (SoundFailure e) {
      fail(e, nowNanos);
    }
    publish(demand, nowNanos);
  }

  private void open(long nowNanos) throws SoundFailure {
    SoundLine line = devices.open(avoided);
    device = line.name();
    pump = new LinePump(line, volume, nowNanos);
    checkNanos = nowNanos;
    arbiter.startAnew();
    LOG.info("Alarms sound on {}", line.name());
  }

  private void play(LinePump from, SoundDemand demand, long nowNanos) throws SoundFailure {
    switch (arbiter.decide(demand, testWanted, nowNanos)) {
      case GO_ON -> {}
      case FALL_SILENT -> from.fallSilent();
      case PLAY_HIGH -> from.play(Burst.HIGH);
      case PLAY_MEDIUM -> from.play(Burst.MEDIUM);
      case PLAY_LOW -> from.play(Burst.LOW);
    }
    testWanted &= !arbiter.isTesting();
    from.pump(nowNanos);
    if (from.tellHeard()) {
      toneHeardNanos = nowNanos;
    }
    if (from.isEnded()) {
      from.fallSilent();
      arbiter.ended(nowNanos);
    }
    if (from.hasPlayed() && nowNanos - checkNanos >= 0) {
      checkNanos = nowNanos + CHECK_NANOS;
      problem = from.line().problem().orElse("");
      avoided.clear();
    }
  }

  private void fail(SoundFailure failure, long nowNanos) {
    problem = Optional.ofNullable(failure.getMessage()).orElse("No device plays");
    if (!problem.equals(reported)) {
      reported = problem;
      LOG.warn("No alarm can be heard: {}", problem, failure.getCause());
    }
    openNanos = nowNanos + (pump == null ? RETRY_NANOS : OTHER_NANOS);
    close();
  }

  /** Lets go of the device. */
  void close() {
    LinePump open = pump;
    pump = null;
    device = "";
    if (open != null) {
      avoided.add(open.line().name());
      open.line().close();
    }
  }

  private void publish(SoundDemand demand, long nowNanos) {
    boolean plays = pump != null && pump.hasPlayed() && problem.isEmpty();
    boolean paused = demand.isPaused(nowNanos);
    Mode mode = plays ? (paused ? Mode.PAUSED : Mode.ON) : Mode.NO_SOUND;
    SoundState before = state;
    SoundState now =
        new SoundState(
            mode,
            mode == before.mode() ? before.sinceNanos() : nowNanos,
            mode == Mode.PAUSED ? demand.pausedUntilNanos() : 0,
            toneHeardNanos,
            device,
            problem);
    if (!now.equals(before)) {
      state = now;
    }
  }
}
