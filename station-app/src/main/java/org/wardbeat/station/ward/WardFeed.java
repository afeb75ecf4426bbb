package org.wardbeat.station.ward;

import org.jspecify.annotations.Nullable;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.wire.ward.BedId;

/** What the screens know of the world. All methods may be called by any thread and never block. */
public interface WardFeed extends BridgeRequests {
  /**
   * The newest state. Meant for one reader, at most once a pulse: asking arms the listener for the
   * next change.
   */
  WardSnapshot snapshot();

  /**
   * UTC microseconds on the bridge's clock, 0 if no bridge has told its time yet. Runs on while the
   * link is down.
   */
  long bridgeNowMicros();

  /**
   * The last minute of one waveform. A new birth of the device brings a new ring, so ask again
   * whenever {@link BedSnapshot#birth()} or {@link BedSnapshot#channels()} changed.
   *
   * @param channel index in {@link BedSnapshot#channels()}
   * @return null if there is no such bed or channel
   */
  @Nullable SampleRing ring(BedId bed, int channel);

  /**
   * Replaces the listener that is told, on any thread, that {@link #snapshot()} has something new.
   * It is called once, then not again until a snapshot was taken.
   */
  void setListener(Runnable changed);

  /** Connects at once if a connection attempt is being waited for. */
  void retryNow();

  /** Has the bridge's own figures sent, or no longer; to be asked for only while they are shown. */
  void showDiagnostics(boolean wanted);
}
