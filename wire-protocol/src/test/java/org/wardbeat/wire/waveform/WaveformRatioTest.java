package org.wardbeat.wire.waveform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What the codec takes for a real electrocardiogram: MIT-BIH record 100, 11 bits at 360 Hz. */
class WaveformRatioTest {
  private static final int SAMPLES = 650_000;
  private static final int CHUNK_OF_250_MILLIS = 90;

  @Test
  void aRealElectrocardiogramTakesLittleMoreThanFourBitsASample()
      throws IOException, MalformedSamplesException {
    int[][] signals = format212(sharedFile("mitdb/100.dat"));
    for (int[] signal : signals) {
      long bytes = 0;
      for (int from = 0; from < SAMPLES; from += CHUNK_OF_250_MILLIS) {
        int[] chunk =
            Arrays.copyOfRange(signal, from, Math.min(SAMPLES, from + CHUNK_OF_250_MILLIS));
        byte[] block = WaveformCodec.encode(chunk);
        assertThat(WaveformCodec.decode(ByteBuffer.wrap(block))).isEqualTo(chunk);
        bytes += block.length;
      }
      assertThat(bytes * 8.0 / SAMPLES).as("bits a sample").isBetween(1.0, 4.5);
    }
  }

  /** WFDB format 212: two samples of 12 bits, two's complement, in three bytes. */
  private static int[][] format212(byte[] data) {
    int[][] signals = new int[2][data.length / 3];
    for (int i = 0; i < data.length / 3; i++) {
      int low = data[3 * i] & 0xFF;
      int high = data[3 * i + 1];
      int second = data[3 * i + 2] & 0xFF;
      signals[0][i] = (high & 0x0F) << 28 >> 20 | low;
      signals[1][i] = (high & 0xF0) << 24 >> 20 | second;
    }
    assertThat(signals[0])
        .hasSize(SAMPLES)
        .startsWith(995, 995, 995, 995, 995, 995, 995, 995, 1000);
    assertThat(signals[1]).startsWith(1011, 1011, 1011, 1011, 1011, 1011, 1011, 1011, 1008);
    return signals;
  }

  private static byte[] sharedFile(String name) throws IOException {
    Path file = dataDirectory().resolve(name);
    if (!Files.exists(file)) {
      assertThat(System.getenv("CI")).as("%s is missing", file).isNotEqualTo("true");
      Assumptions.abort("no %s: give the data's directory as -Dwardbeat.data".formatted(file));
    }
    return Files.readAllBytes(file);
  }

  private static Path dataDirectory() {
    String directory = System.getProperty("wardbeat.data", System.getenv("WARDBEAT_DATA"));
    return directory == null
        ? Path.of(System.getProperty("wardbeat.root", ".."), "../shared/data")
        : Path.of(directory);
  }
}
