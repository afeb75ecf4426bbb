package org.wardbeat.station.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sound.sampled.BooleanControl;
import javax.sound.sampled.CompoundControl;
import javax.sound.sampled.Control;
import javax.sound.sampled.FloatControl;
import javax.sound.sampled.Line;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.Port;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system's own volume, where the JDK can see it: at ports of sound cards. What PulseAudio or
 * PipeWire mute by themselves it cannot.
 */
final class SystemVolume {
  private static final Logger LOG = LoggerFactory.getLogger(SystemVolume.class);
  private static final List<Port.Info> OUTPUTS =
      List.of(Port.Info.SPEAKER, Port.Info.HEADPHONE, Port.Info.LINE_OUT);

  private SystemVolume() {}

  /** Why nothing can be heard: that every output whose volume is known is muted or at its least. */
  static Optional<String> problem() {
    List<Boolean> muted = new ArrayList<>();
    for (Mixer mixer : SystemMixers.present()) {
      for (Port.Info output : OUTPUTS) {
        if (mixer.isLineSupported(output)) {
          look(mixer, output, muted);
        }
      }
    }
    return allMuted(muted);
  }

  /** Judges what outputs tell; one that tells nothing is not in the list. */
  static Optional<String> allMuted(List<Boolean> muted) {
    return !muted.isEmpty() && muted.stream().allMatch(each -> each)
        ? Optional.of("The volume of this computer is off")
        : Optional.empty();
  }

  private static void look(Mixer mixer, Port.Info output, List<Boolean> muted) {
    try (Line port = mixer.getLine(output)) {
      port.open();
      isMuted(port.getControls()).ifPresent(muted::add);
    } catch (LineUnavailableException | IllegalArgumentException e) {
      LOG.debug("The volume of {} cannot be read", mixer.getMixerInfo().getName(), e);
    }
  }

  /** Whether controls of an output silence it; empty if none of them could. */
  static Optional<Boolean> isMuted(Control... controls) {
    List<Boolean> silences = Stream.of(controls).flatMap(SystemVolume::silences).toList();
    return silences.isEmpty() ? Optional.empty() : Optional.of(silences.contains(true));
  }

  private static Stream<Boolean> silences(Control control) {
    return switch (control) {
      case CompoundControl group ->
          Stream.of(group.getMemberControls()).flatMap(SystemVolume::silences);
      case BooleanControl mute when mute.getType().equals(BooleanControl.Type.MUTE) ->
          Stream.of(mute.getValue());
      case FloatControl volume when volume.getType().equals(FloatControl.Type.VOLUME) ->
          Stream.of(volume.getValue() <= volume.getMinimum());
      default -> Stream.empty();
    };
  }
}
