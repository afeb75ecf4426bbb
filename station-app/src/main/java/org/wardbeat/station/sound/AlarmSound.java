package org.wardbeat.station.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.station.sound.SoundState.Mode;
import org.wardbeat.station.standstill.StillTime;

/**
 * The station's sound. A thread of its own plays; another one watches it, because the system's
 * sound may keep a caller waiting for ever: such a thread is left alone, told of as no sound, and
 * replaced by one that tries other devices.
 *
 * <p>A screen that stands still shows no new alarm: when nobody says any more what is to sound, the
 * station sounds by itself, as it does when no alarm can reach it.
 */
public final class AlarmSound implements SoundControl, AutoCloseable {
  /** A player that has not come back for so long waits for the system's sound. */
  static final long HANG_NANOS = 3_000_000_000L;

  /** Players that are left waiting; with so many the system's sound is beyond help. */
  static final int MOST_LEFT = 4;

  private static final Logger LOG = LoggerFactory.getLogger(AlarmSound.class);
  private static final long TICK_NANOS = 10_000_000L;
  private static final long WATCH_NANOS = 500_000_000L;

  /** What counts of the time between two looks at whether the screen stands still. */
  private static final long MOST_NANOS = 100_000_000L;

  private static final String HANGS = "The system's sound does not answer";

  private final SoundDevices devices;
  private final Volume volume;
  private final LongSupplier nanoTime;
  private final AtomicBoolean test = new AtomicBoolean();
  private volatile SoundDemand demand = SoundDemand.NONE;
  private volatile boolean told;
  private volatile long toldNanos;
  private volatile Player player;
  private volatile boolean closed;
  private @Nullable Thread watch;

  /**
   * @param devices where lines come from
   * @param nanoTime the monotonic clock, in nanoseconds
   */
  public AlarmSound(SoundDevices devices, Volume volume, LongSupplier nanoTime) {
    this.devices = devices;
    this.volume = volume;
    this.nanoTime = nanoTime;
    long now = nanoTime.getAsLong();
    this.player =
        new Player(
            Set.of(), new SoundState(Mode.NO_SOUND, now, 0, 0, "", SoundWorker.NOTHING_YET), now);
  }

  /** Looks for a device and plays from now on; to be called once. */
  public void start() {
    player.thread.start();
    watch = Thread.ofPlatform().daemon().name("wardbeat-sound-watch").start(this::watch);
  }

  @Override
  public void demand(SoundDemand wanted) {
    toldNanos = nanoTime.getAsLong();
    told = true;
    if (!wanted.equals(demand)) {
      demand = wanted;
      LockSupport.unpark(player.thread);
    }
  }

  @Override
  public void test() {
    test.set(true);
    LockSupport.unpark(player.thread);
  }

  @Override
  public SoundState state() {
    Player now = player;
    SoundState state = now.worker.state();
    long seen = now.seenNanos;
    return nanoTime.getAsLong() - seen < HANG_NANOS ? state : hanging(state, seen);
  }

  private static SoundState hanging(SoundState state, long sinceNanos) {
    return new SoundState(
        Mode.NO_SOUND,
        state.mode() == Mode.NO_SOUND ? state.sinceNanos() : sinceNanos,
        0,
        state.toneHeardNanos(),
        "",
        HANGS);
  }

  private void watch() {
    List<Player> left = new ArrayList<>();
    while (!closed) {
      LockSupport.parkNanos(WATCH_NANOS);
      left.removeIf(each -> !each.thread.isAlive());
      Player now = player;
      boolean hangs = nanoTime.getAsLong() - now.seenNanos >= HANG_NANOS;
      if (hangs && !closed && left.size() < MOST_LEFT) {
        left.add(now);
        replace(now);
      }
    }
  }

  private void replace(Player hanging) {
    LOG.warn("{}; it is tried anew beside {}", HANGS, hanging.worker.device());
    String device = hanging.worker.device();
    Player next =
        new Player(
            device.isEmpty() ? Set.of() : Set.of(device),
            hanging(hanging.worker.state(), hanging.seenNanos),
            nanoTime.getAsLong());
    player = next;
    next.thread.start();
  }

  /** Ends both threads; one that waits for the system's sound is left behind. */
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(player.thread);
    LockSupport.unpark(watch);
  }

  /** A thread that plays until it is replaced. */
  private final class Player {
    private final SoundWorker worker;
    private final Thread thread;
    private final StillTime screen = new StillTime(MOST_NANOS);
    private boolean stoodStill;
    private volatile long seenNanos;

    Player(Set<String> avoided, SoundState before, long nowNanos) {
      worker = new SoundWorker(devices, volume, avoided, before, nowNanos);
      seenNanos = nowNanos;
      thread = Thread.ofPlatform().daemon().name("wardbeat-sound").unstarted(this::run);
    }

    private void run() {
      try {
        while (!closed && player == this) {
          tick(nanoTime.getAsLong());
          LockSupport.parkNanos(TICK_NANOS);
        }
      } catch (RuntimeException | LinkageError e) {
        LOG.error("The player of alarms failed; another takes its place", e);
      } finally {
        letGo();
      }
    }

    /** Else the next player may find the device in use. */
    private void letGo() {
      try {
        worker.close();
      } catch (RuntimeException | LinkageError e) {
        LOG.error("The device of a player that ended could not be closed", e);
      }
    }

    private void tick(long nowNanos) {
      seenNanos = nowNanos;
      if (test.getAndSet(false)) {
        worker.test(nowNanos);
      }
      SoundDemand wanted = demand;
      boolean still = told && screen.look(toldNanos, nowNanos) >= StillTime.STILL_NANOS;
      if (still && !stoodStill) {
        LOG.error("The screen stands still, and the station sounds by itself");
      }
      stoodStill = still;
      worker.tick(still ? wanted.whileCutOff() : wanted, nowNanos);
    }
  }
}
