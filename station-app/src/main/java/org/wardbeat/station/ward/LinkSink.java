package org.wardbeat.station.ward;

import java.util.List;
import org.wardbeat.wire.frame.Frame;

/**
 * Takes what a link brings. The link's one thread calls all methods; they must not block.
 *
 * <p>Only one session at a time writes. Between {@link #begin} and the session's end, the frames
 * that come are checked and stand by themselves: changes of vital signs come as {@link
 * Frame.Numerics} with all there are, and samples as {@link Frame.Waveform} with their own index
 * and time.
 */
public interface LinkSink {
  /** A session begins. */
  void begin(SessionStart start);

  /**
   * Takes a frame: a Bed, BedRemoved, DeviceState, Numerics, Waveform, Gap, AlarmEvent,
   * EndOfSnapshot of the newest subscription, Broker, Heartbeat or figures.
   *
   * @param nowNanos the monotonic time at which it was decoded
   */
  void apply(Frame.FromBridge frame, long nowNanos);

  /**
   * The bridge answered a subscription.
   *
   * @param askedNanos the monotonic time at which it was sent
   * @param nowNanos the monotonic time at which the answer was complete
   */
  void answered(long askedNanos, long nowNanos);

  /**
   * An alarm came again that was taken before, and is as it was: after resuming, or in the snapshot
   * of another subscription.
   */
  void repeated(Frame.AlarmEvent event, long nowNanos);

  /** Up to where each waveform is held, for the next session's hello. */
  List<Frame.Position> positions();

  /** The newest time of any sample or numerics taken, UTC microseconds; 0 if none. */
  long newestMicros();

  /**
   * The monotonic clock stood still while the computer slept.
   *
   * @param micros for how long
   */
  void slept(long micros);

  /** Shows the link as it is now, and what was taken since the last time. */
  void publish(LinkSnapshot link);
}
