package org.wardbeat.station.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Mixer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's sound devices as they are now. */
final class SystemMixers {
  private static final Logger LOG = LoggerFactory.getLogger(SystemMixers.class);

  private SystemMixers() {}

  /** All that are there, the system's default first. */
  static List<Mixer> present() {
    return present(List.of(AudioSystem.getMixerInfo()), AudioSystem::getMixer);
  }

  /**
   * Those that can be had.
   *
   * @param listed all there were a moment ago
   * @param had has one of them, or throws {@link IllegalArgumentException} if it is gone: it is
   *     left out, as the others are none the worse for it
   */
  static List<Mixer> present(List<Mixer.Info> listed, Function<Mixer.Info, Mixer> had) {
    List<Mixer> present = new ArrayList<>(listed.size());
    for (Mixer.Info info : listed) {
      try {
        present.add(had.apply(info));
      } catch (IllegalArgumentException e) {
        LOG.debug("The device {} vanished", info.getName(), e);
      }
    }
    return present;
  }
}
