package org.wardbeat.station.presentation;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.sound.SoundState;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.InactivationState;

/**
 * Whether alarms can be heard, as the top bar says it.
 *
 * @param state whether they can
 * @param title {@code AUDIO ON}, {@code AUDIO PAUSED}, {@code AUDIO OFF}, {@code NO ALARM SOUND}
 * @param time how long the pause lasts on: {@code 1:42}; empty if there is none
 * @param detail more about it, may be empty: {@code tone heard 09:38}
 * @param user who paused the sound, empty if nobody did
 * @param since since when it is off or cannot be heard: {@code 09:20}; empty otherwise
 * @param paused whether the sound of all units shown is paused, also where it could not be heard
 *     anyway
 */
public record AudioView(
    State state,
    String title,
    String time,
    String detail,
    String user,
    String since,
    boolean paused) {
  /** Whether alarms can be heard. */
  public enum State {
    /** They can. */
    ON,
    /** All of them are held back for a time. */
    PAUSED,
    /** The station is run without sound. */
    OFF,
    /** They should be heard, but cannot. */
    NO_SOUND
  }

  /**
   * @param held what is held back in the ward
   * @param nowMicros the bridge's present time
   * @param nowNanos the local monotonic clock
   */
  static AudioView of(
      SoundState sound,
      List<BedSnapshot> beds,
      BedHold.Board held,
      long nowMicros,
      long nowNanos,
      ZoneId zone,
      Words words) {
    String since = wall(sound.sinceNanos(), nowMicros, nowNanos, zone, words);
    boolean paused = pauseOfAll(beds, held) != null;
    return switch (sound.mode()) {
      case NO_SOUND ->
          new AudioView(
              State.NO_SOUND,
              words.text("audio.none"),
              "",
              words.text("audio.since", since),
              "",
              since,
              paused);
      case OFF ->
          new AudioView(
              State.OFF,
              words.text("audio.off"),
              "",
              words.text("audio.since", since),
              "",
              since,
              paused);
      case ON, PAUSED -> heard(sound, beds, held, nowMicros, nowNanos, zone, words);
    };
  }

  private static AudioView heard(
      SoundState sound,
      List<BedSnapshot> beds,
      BedHold.Board held,
      long nowMicros,
      long nowNanos,
      ZoneId zone,
      Words words) {
    InactivationState pause = pauseOfAll(beds, held);
    if (pause != null) {
      return new AudioView(
          State.PAUSED,
          words.text("audio.paused"),
          Formats.timeLeft(pause.untilMicros() - nowMicros),
          pause.user(),
          pause.user(),
          "",
          true);
    }
    String units =
        unitsOf(beds).stream()
            .filter(unit -> held.audioOf(unit) != null)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!units.isEmpty()) {
      return new AudioView(
          State.ON,
          words.text("audio.on"),
          "",
          words.text("audio.units-paused", units),
          "",
          "",
          false);
    }
    String tone =
        sound.toneHeardNanos() == 0
            ? ""
            : words.text(
                "audio.tone-heard", wall(sound.toneHeardNanos(), nowMicros, nowNanos, zone, words));
    return new AudioView(State.ON, words.text("audio.on"), "", tone, "", "", false);
  }

  private static String wall(long nanos, long nowMicros, long nowNanos, ZoneId zone, Words words) {
    return nowMicros == 0
        ? "--:--"
        : Formats.hourMinute(nowMicros - (nowNanos - nanos) / 1_000, zone, words);
  }

  private static Set<String> unitsOf(List<BedSnapshot> beds) {
    return beds.stream().map(bed -> bed.id().unit()).collect(Collectors.toSet());
  }

  /**
   * The pause of the sound of all units shown, the one that ends first; null if any of them sounds.
   */
  static @Nullable InactivationState pauseOfAll(List<BedSnapshot> beds, BedHold.Board held) {
    InactivationState first = null;
    for (String unit : unitsOf(beds)) {
      InactivationState pause = held.audioOf(unit);
      if (pause == null) {
        return null;
      }
      first = first == null || pause.untilMicros() < first.untilMicros() ? pause : first;
    }
    return first;
  }

  /** The same without who paused the sound. */
  AudioView anonymous() {
    return user.isEmpty() ? this : new AudioView(state, title, time, "", "", since, paused);
  }

  /** Whether alarms show but do not sound. */
  public boolean isSilent() {
    return state != State.ON;
  }
}
