package org.wardbeat.render.playout;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The playhead: the instant, in microseconds of the bridge's clock, at which waveforms are shown.
 *
 * <p>It is the bridge's present time less a buffer, so that chunks which take different times to
 * arrive are shown evenly. It advances with the local clock and is led to its aim by at most
 * {@value #MAX_SLEW_PERCENT} %: nobody sees a wave run faster or slower. An aim that is {@value
 * #JUMP_MICROS} µs or more ahead is taken at once (a jump; what lies between is not shown at a
 * higher speed). An aim as far behind freezes the playhead until time has caught up, and one more
 * than {@value #MAX_FREEZE_MICROS} µs behind starts a new {@link #epoch()}. Within an epoch the
 * playhead never runs backwards.
 *
 * <p>The buffer is fixed, or a {@link PlayoutBuffer} that follows how late samples come: where that
 * grows, the playhead stands still until it is as far behind, because what is on its way would be
 * lost meanwhile.
 *
 * <p>Confined to one thread, for a station that of the user interface.
 */
public final class PlayoutClock {

  /** The buffer a station starts with. */
  public static final Duration DEFAULT_BUFFER = Duration.ofSeconds(1);

  static final int MAX_SLEW_PERCENT = 1;
  static final long JUMP_MICROS = 250_000;
  static final long MAX_FREEZE_MICROS = 2_000_000;

  private final LongSupplier bridgeMicros;
  private final @Nullable PlayoutBuffer measured;
  private long bufferMicros;
  private boolean holding;
  private boolean running;
  private long lastNanos;
  private long bridgeNowMicros;
  private long bridgeBeforeMicros;
  private long playheadMicros;
  private double playheadFraction;
  private long epoch;
  private long jumps;

  /**
   * A clock with a fixed buffer.
   *
   * @param bridgeMicros the bridge's present time in µs, as the link estimates it
   * @param buffer how far the playhead stays behind it, 0 to 10 s
   * @throws IllegalArgumentException if the buffer is out of range
   */
  public PlayoutClock(LongSupplier bridgeMicros, Duration buffer) {
    this.bridgeMicros = bridgeMicros;
    this.measured = null;
    setBuffer(buffer);
  }

  /**
   * A clock whose buffer follows how late samples come.
   *
   * @param bridgeMicros the bridge's present time in µs, as the link estimates it
   * @param buffer used by this clock alone
   */
  public PlayoutClock(LongSupplier bridgeMicros, PlayoutBuffer buffer) {
    this.bridgeMicros = bridgeMicros;
    this.measured = buffer;
    this.bufferMicros = buffer.micros();
  }

  /** Changes the buffer; the playhead goes there by the rules of every other correction. */
  public void setBuffer(Duration buffer) {
    if (buffer.isNegative() || buffer.compareTo(Duration.ofSeconds(10)) > 0) {
      throw new IllegalArgumentException("A playout buffer of " + buffer + " is not 0 to 10 s.");
    }
    bufferMicros = buffer.toNanos() / 1_000;
  }

  /**
   * Tells of samples that came between the last two calls of {@link #advance}; for a clock with a
   * fixed buffer it changes nothing.
   *
   * @param sampleMicros the time of the earliest of them, in µs of the bridge's clock
   */
  public void arrived(long sampleMicros) {
    PlayoutBuffer buffer = measured;
    if (buffer != null && running) {
      buffer.arrived(bridgeBeforeMicros - sampleMicros, lastNanos);
    }
  }

  /**
   * Moves the playhead on to the given moment.
   *
   * @param nowNanos the local monotonic clock, as an animation pulse gives it; a moment already
   *     passed leaves the playhead where it is
   * @return the playhead in µs of the bridge's clock
   */
  public long advance(long nowNanos) {
    follow(nowNanos);
    bridgeBeforeMicros = bridgeNowMicros;
    bridgeNowMicros = bridgeMicros.getAsLong();
    long aim = bridgeNowMicros - bufferMicros;
    if (!running) {
      start(aim, nowNanos);
      return playheadMicros;
    }
    double passed = Math.max(0, nowNanos - lastNanos) / 1_000.0;
    lastNanos = Math.max(lastNanos, nowNanos);
    double error = aim - (playheadMicros + playheadFraction + passed);
    if (error >= JUMP_MICROS) {
      jumps++;
      playheadMicros = aim;
      playheadFraction = 0;
    } else if (error < -MAX_FREEZE_MICROS) {
      start(aim, nowNanos);
    } else if (holding) {
      hold(passed, error);
    } else if (error > -JUMP_MICROS) {
      double limit = passed * MAX_SLEW_PERCENT / 100;
      move(passed + Math.clamp(error, -limit, limit));
    }
    return playheadMicros;
  }

  private void follow(long nowNanos) {
    PlayoutBuffer buffer = measured;
    if (buffer != null) {
      buffer.advance(nowNanos);
      holding |= buffer.micros() > bufferMicros;
      bufferMicros = buffer.micros();
    }
  }

  /** Stands still for as much of the time passed as the playhead is ahead of its aim. */
  private void hold(double passed, double error) {
    double still = Math.clamp(-error, 0, passed);
    holding = -error > still;
    move(passed - still);
  }

  private void start(long aim, long nowNanos) {
    running = true;
    holding = false;
    bridgeBeforeMicros = bridgeNowMicros;
    epoch++;
    lastNanos = nowNanos;
    playheadMicros = aim;
    playheadFraction = 0;
  }

  private void move(double micros) {
    double to = playheadFraction + micros;
    long whole = (long) Math.floor(to);
    playheadMicros += whole;
    playheadFraction = to - whole;
  }

  /** Starts a new epoch at the next {@link #advance}, as for another bridge with another clock. */
  public void restart() {
    running = false;
  }

  /** How far the playhead is to stay behind the bridge's time, in µs. */
  public long bufferMicros() {
    return bufferMicros;
  }

  /** The playhead in µs of the bridge's clock, where the last {@link #advance} left it. */
  public long playheadMicros() {
    return playheadMicros;
  }

  /** Counts the starts; the playhead of one epoch says nothing about that of another. */
  public long epoch() {
    return epoch;
  }

  /** How often the playhead jumped ahead within an epoch. */
  public long jumps() {
    return jumps;
  }
}
