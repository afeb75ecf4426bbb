package org.wardbeat.benchmarks.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wardbeat.station.sound.SoundLine;

class PacedSoundTest {
  private static final int MILLI_FRAMES = 48;
  private static final long MILLI = 1_000_000;

  private final List<Long> begins = new ArrayList<>();
  private long now = 7 * MILLI;
  private final SoundLine line = new PacedSound(() -> now, begins::add).open(Set.of());

  private void write(int millis, int value) throws Exception {
    short[] frames = new short[millis * MILLI_FRAMES];
    Arrays.fill(frames, (short) value);
    line.write(frames, 0, frames.length);
  }

  @Test
  void aSoundBeginsBehindTheSilenceWrittenBeforeIt() throws Exception {
    write(50, 0);
    write(30, 1);

    assertThat(begins).containsExactly(57 * MILLI);
  }

  @Test
  void whatGoesOnAfterALittleSilenceIsTheSameSound() throws Exception {
    write(30, 1);
    write(10, 0);
    write(30, 1);

    assertThat(begins).containsExactly(7 * MILLI);
  }

  @Test
  void whatFollowsSilenceIsAnotherSound() throws Exception {
    write(30, 1);
    write(40, 0);
    write(30, 1);

    assertThat(begins).containsExactly(7 * MILLI, 77 * MILLI);
  }

  @Test
  void itPlaysAsFastAsTimePasses() throws Exception {
    write(50, 0);
    now += 20 * MILLI;
    assertThat(line.playedFrames()).isEqualTo(20L * MILLI_FRAMES);
    assertThat(line.writable()).isEqualTo(220 * MILLI_FRAMES);
  }

  @Test
  void aLineThatRanDryPlaysFromThenOn() throws Exception {
    write(10, 0);
    now += 100 * MILLI;
    write(10, 1);

    assertThat(begins).containsExactly(107 * MILLI);
  }
}
