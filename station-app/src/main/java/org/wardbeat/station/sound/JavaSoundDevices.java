package org.wardbeat.station.sound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/** The system's devices, as javax.sound.sampled tells them; the system's default first. */
final class JavaSoundDevices implements SoundDevices {
  private static final List<AudioFormat> FORMATS =
      List.of(
          new AudioFormat(48_000, 16, 2, true, false), new AudioFormat(44_100, 16, 2, true, false));

  /** Room for what is written ahead, and as much again. */
  private static final int BUFFER_MILLIS = 2 * LinePump.BURST_LEAD_MILLIS;

  /** A line that can be asked for. */
  private record Offer(Mixer mixer, DataLine.Info line, AudioFormat format) {
    String name() {
      return mixer.getMixerInfo().getName();
    }
  }

  @Override
  public SoundLine open(Set<String> avoided) throws SoundFailure {
    List<Offer> offers = offers(avoided);
    if (offers.isEmpty()) {
      throw new SoundFailure("This computer has no sound device");
    }
    SoundFailure last = null;
    for (Offer offer : offers) {
      try {
        return open(offer);
      } catch (SoundFailure e) {
        if (last != null) {
          e.addSuppressed(last);
        }
        last = e;
      }
    }
    throw last;
  }

  private static List<Offer> offers(Set<String> avoided) {
    List<Offer> offers = new ArrayList<>();
    for (Mixer mixer : SystemMixers.present()) {
      Offer offer = offer(mixer);
      if (offer != null) {
        offers.add(offer);
      }
    }
    offers.sort(Comparator.comparing(offer -> avoided.contains(offer.name())));
    return offers;
  }

  private static @Nullable Offer offer(Mixer mixer) {
    for (AudioFormat format : FORMATS) {
      DataLine.Info line = new DataLine.Info(SourceDataLine.class, format);
      if (mixer.isLineSupported(line)) {
        return new Offer(mixer, line, format);
      }
    }
    return null;
  }

  private static SoundLine open(Offer offer) throws SoundFailure {
    try {
      SourceDataLine line = (SourceDataLine) offer.mixer.getLine(offer.line);
      int bytes = (int) (offer.format.getFrameRate() * BUFFER_MILLIS / 1_000);
      line.open(offer.format, bytes * offer.format.getFrameSize());
      line.start();
      return new JavaSoundLine(offer.name(), line);
    } catch (LineUnavailableException e) {
      throw new SoundFailure("The device " + offer.name() + " is in use by another program", e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new SoundFailure("The device " + offer.name() + " cannot be opened", e);
    }
  }
}
