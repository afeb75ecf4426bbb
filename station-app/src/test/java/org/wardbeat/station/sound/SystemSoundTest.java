package org.wardbeat.station.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wardbeat.station.fixture.Child;

/** The way through the JDK to the system's sound, here ALSA, whose device writes into a file. */
class SystemSoundTest {
  private static final int RATE = 48_000;

  @TempDir private Path folder;

  /** Runs the station's sound with this configuration of ALSA; returns what it says. */
  private String sound(String configuration) throws IOException, InterruptedException {
    Path config = Files.writeString(folder.resolve("alsa.conf"), configuration);
    return Child.run(
        folder,
        SystemSoundMain.class,
        List.of("-Xmx64m"),
        Map.of("ALSA_CONFIG_PATH", config.toString()));
  }

  private static boolean isLinux() {
    return "Linux".equals(System.getProperty("os.name"));
  }

  @Test
  void withoutADeviceTheStationSaysThatThereIsNone() throws Exception {
    Assumptions.assumeTrue(isLinux(), "ALSA is Linux's");
    assertThat(sound("")).isEqualTo("NO_SOUND|This computer has no sound device");
  }

  @Test
  void aBurstReachesTheDeviceWholeAndOnBothLoudspeakers() throws Exception {
    Assumptions.assumeTrue(isLinux(), "ALSA is Linux's");
    Path played = folder.resolve("played.raw");
    String said =
        sound(
            """
            pcm.nothing { type null }
            pcm.default { type file slave.pcm "nothing" file "%s" format "raw" }
            """
                .formatted(played));
    Assumptions.assumeTrue(Files.exists(played), "ALSA is not installed: " + said);

    assertThat(said).isEqualTo("ON|");
    ShortBuffer samples =
        ByteBuffer.wrap(Files.readAllBytes(played)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    short[] left = new short[samples.remaining() / 2];
    short[] right = new short[left.length];
    for (int i = 0; i < left.length; i++) {
      left[i] = samples.get();
      right[i] = samples.get();
    }
    assertThat(left).isEqualTo(right);
    List<PcmAnalysis.Pulse> pulses = new PcmAnalysis(left, RATE).pulses();
    assertThat(pulses).hasSize(10);
    assertThat(pulses.get(0).duration()).isBetween(75.0, 200.0);
    assertThat(pulses.get(5).rise50() - pulses.get(4).fall50()).isBetween(350.0, 1_300.0);
  }
}
