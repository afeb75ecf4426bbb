package org.wardbeat.bridge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.wire.ward.BedId;

/** Which topics are Wardbeat's. */
class NativeTopicTest {
  @Test
  void unitAndBedAreTakenAsPeopleSayThem() throws RefusedException {
    NativeTopic topic = NativeTopic.parse("wardbeat/v1/4 East/Zimmer 12 – Fenster/waveform/31");
    assertThat(topic.bed()).isEqualTo(new BedId("4 East", "Zimmer 12 – Fenster"));
    assertThat(topic.kind()).isEqualTo(NativeTopic.Kind.WAVEFORM);
    assertThat(topic.channel()).isEqualTo(31);
    assertThat(NativeTopic.parse("wardbeat/v1/u/b/birth").kind()).isEqualTo(NativeTopic.Kind.BIRTH);
    assertThat(NativeTopic.parse("wardbeat/v1/u/b/status").kind())
        .isEqualTo(NativeTopic.Kind.STATUS);
    assertThat(NativeTopic.parse("wardbeat/v1/u/b/numerics").kind())
        .isEqualTo(NativeTopic.Kind.NUMERICS);
    NativeTopic alarm = NativeTopic.parse("wardbeat/v1/u/b/alarm/SpO2 LOW");
    assertThat(alarm.kind()).isEqualTo(NativeTopic.Kind.ALARM);
    assertThat(alarm.condition()).isEqualTo("SpO2 LOW");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "wardbeat/v1/",
        "wardbeat/v1/u",
        "wardbeat/v1/u/b",
        "wardbeat/v1/u/b/",
        "wardbeat/v1//b/birth",
        "wardbeat/v1/u/ /birth",
        "wardbeat/v2/u/b/birth",
        "wardbeat/v1/u/b/Birth",
        "wardbeat/v1/u/b/birth/",
        "wardbeat/v1/u/b/c/birth",
        "wardbeat/v1/u/b/waveform",
        "wardbeat/v1/u/b/waveform/",
        "wardbeat/v1/u/b/waveform/32",
        "wardbeat/v1/u/b/waveform/-1",
        "wardbeat/v1/u/b/waveform/01",
        "wardbeat/v1/u/b/waveform/1/2",
        "wardbeat/v1/u/b/alarm",
        "wardbeat/v1/u/b/alarm/",
        "wardbeat/v1/u/b/alarm/A/B",
        "wardbeat/v1/u/line\nbreak/birth",
        "wardbeat/v1/u\u0001/b/birth",
        "wardbeat/v1/u/b/alarm/A\u007F"
      })
  void anyOtherTopicIsRefusedOnOneLine(String topic) {
    assertThatThrownBy(() -> NativeTopic.parse(topic))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("expected wardbeat/v1/UNIT/BED/")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aLabelThatIsTooLongIsRefused() {
    assertThatThrownBy(() -> NativeTopic.parse("wardbeat/v1/u/" + "b".repeat(65) + "/birth"))
        .isInstanceOf(RefusedException.class);
  }
}
