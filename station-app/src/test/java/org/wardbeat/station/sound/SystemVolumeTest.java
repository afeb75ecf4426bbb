package org.wardbeat.station.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sound.sampled.BooleanControl;
import javax.sound.sampled.CompoundControl;
import javax.sound.sampled.Control;
import javax.sound.sampled.FloatControl;
import org.junit.jupiter.api.Test;

class SystemVolumeTest {
  private static BooleanControl mute(boolean value) {
    return new BooleanControl(BooleanControl.Type.MUTE, value) {};
  }

  private static FloatControl volume(float value) {
    return new FloatControl(FloatControl.Type.VOLUME, 0, 1, 0.01f, 0, value, "") {};
  }

  private static CompoundControl group(Control... members) {
    return new CompoundControl(new CompoundControl.Type("Master") {}, members) {};
  }

  @Test
  void anOutputIsMutedByItsSwitchOrByItsLeastVolume() {
    assertThat(SystemVolume.isMuted(mute(true), volume(1))).contains(true);
    assertThat(SystemVolume.isMuted(mute(false), volume(0))).contains(true);
    assertThat(SystemVolume.isMuted(mute(false), volume(0.2f))).contains(false);
    assertThat(SystemVolume.isMuted(group(volume(0.5f), mute(true)))).contains(true);
  }

  @Test
  void anOutputThatTellsNothingIsNotJudged() {
    assertThat(SystemVolume.isMuted()).isEmpty();
    assertThat(SystemVolume.isMuted(new BooleanControl(BooleanControl.Type.APPLY_REVERB, true) {}))
        .isEmpty();
  }

  @Test
  void onlyWhereEveryKnownOutputIsMutedTheVolumeIsOff() {
    assertThat(SystemVolume.allMuted(List.of())).isEmpty();
    assertThat(SystemVolume.allMuted(List.of(true, false))).isEmpty();
    assertThat(SystemVolume.allMuted(List.of(true, true)))
        .contains("The volume of this computer is off");
  }
}
