package org.wardbeat.station.sound;

import java.util.EnumMap;
import java.util.Map;

/**
 * Keeps a line supplied: with bursts, and with silence between them, so that a device neither falls
 * asleep nor stops unnoticed. Used by one thread, which it never keeps waiting.
 */
final class LinePump {
  /** Silence that is written before it is due: a burst waits for no more than this. */
  static final int SILENT_LEAD_MILLIS = 60;

  /** Sound of a burst that is written before it is due, so that a busy computer leaves no gaps. */
  static final int BURST_LEAD_MILLIS = 160;

  /** A device that plays nothing for so long does not play any more. */
  static final long STALL_NANOS = 2_000_000_000L;

  /** What is cut off fades within this time, without a click. */
  private static final int FADE_MILLIS = 8;

  private static final short[] NOTHING = new short[0];

  private final SoundLine line;
  private final int silentLead;
  private final int burstLead;
  private final short[] block;
  private final short[] fade;
  private final Map<Burst, short[]> bursts = new EnumMap<>(Burst.class);
  private short[] sounding = NOTHING;
  private int soundingAt;
  private int fadeAt;
  private long written;
  private long played;
  private long playedNanos;
  private boolean moved;
  private boolean pending;
  private boolean unheard;
  private long heardFrame;
  private long endFrame;

  LinePump(SoundLine line, Volume volume, long nowNanos) {
    this.line = line;
    this.silentLead = frames(SILENT_LEAD_MILLIS);
    this.burstLead = frames(BURST_LEAD_MILLIS);
    this.block = new short[burstLead];
    this.fade = new short[frames(FADE_MILLIS)];
    this.fadeAt = fade.length;
    this.playedNanos = nowNanos;
    BurstSynthesis synthesis = new BurstSynthesis(line.framesPerSecond(), volume);
    for (Burst burst : Burst.values()) {
      bursts.put(burst, synthesis.of(burst));
    }
  }

  private int frames(int millis) {
    return millis * line.framesPerSecond() / 1_000;
  }

  /** Plays a burst from now on, in place of what is playing. */
  void play(Burst burst) {
    fallSilent();
    sounding = bursts.getOrDefault(burst, NOTHING);
    soundingAt = 0;
    pending = true;
    unheard = true;
    long begin = written + fade.length - fadeAt;
    heardFrame = begin + frames(burst.pulseMillis());
    endFrame = begin + sounding.length;
  }

  /** Plays no more of the burst than it takes to fade. */
  void fallSilent() {
    if (soundingAt > 0 && soundingAt < sounding.length) {
      for (int i = 0; i < fade.length; i++) {
        int at = soundingAt + i;
        int from = at < sounding.length ? sounding[at] : 0;
        fade[i] = (short) (from * (fade.length - i) / fade.length);
      }
      fadeAt = 0;
    }
    sounding = NOTHING;
    soundingAt = 0;
    pending = false;
    unheard = false;
  }

  /**
   * Writes what the line takes, up to the lead.
   *
   * @throws SoundFailure if the device is gone or has stopped playing
   */
  void pump(long nowNanos) throws SoundFailure {
    long position = line.playedFrames();
    if (position > played) {
      played = position;
      playedNanos = nowNanos;
      moved = true;
    }
    if (nowNanos - playedNanos >= STALL_NANOS) {
      throw new SoundFailure("The device " + line.name() + " has stopped playing");
    }
    int lead = isSilent() ? silentLead : burstLead;
    int wanted = (int) Math.min(lead - (written - played), line.writable());
    if (wanted > 0) {
      fill(wanted);
      line.write(block, 0, wanted);
      written += wanted;
    }
  }

  private boolean isSilent() {
    return soundingAt >= sounding.length && fadeAt >= fade.length;
  }

  private void fill(int length) {
    for (int i = 0; i < length; i++) {
      block[i] = next();
    }
  }

  private short next() {
    if (fadeAt < fade.length) {
      return fade[fadeAt++];
    }
    return soundingAt < sounding.length ? sounding[soundingAt++] : 0;
  }

  /** Whether the device was seen to play at all. */
  boolean hasPlayed() {
    return moved;
  }

  /** Whether the device has played the first pulse of the burst; said once of each burst. */
  boolean tellHeard() {
    boolean heard = unheard && played >= heardFrame;
    unheard &= !heard;
    return heard;
  }

  /** Whether the device has played all of the burst. */
  boolean isEnded() {
    return pending && played >= endFrame;
  }

  SoundLine line() {
    return line;
  }
}
