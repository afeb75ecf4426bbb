package org.wardbeat.wire.frame;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.AlarmState;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Role;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreInput;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.waveform.MalformedSamplesException;
import org.wardbeat.wire.waveform.WaveformCodec;

/** That {@code docs/PROTOCOL.md} says what the codec does. */
class ProtocolDocumentTest {
  static List<ProtocolDocument.Example> frames() throws IOException {
    return tagged("frame");
  }

  @ParameterizedTest
  @MethodSource("frames")
  void anExampleDecodesToTheFieldsItStatesAndBack(ProtocolDocument.Example example)
      throws FrameDecodeException {
    FrameCodec codec = new FrameCodec(Long.parseLong(example.tags().get("epoch")));

    Frame frame = codec.decode(ByteBuffer.wrap(example.bytes()));

    assertThat(frame.getClass().getSimpleName()).isEqualTo(example.tags().get("frame"));
    assertThat(ProtocolDocument.fieldsOf((Record) frame)).isEqualTo(example.fields());
    assertThat(codec.encode(frame)).isEqualTo(example.bytes());
  }

  static List<ProtocolDocument.Example> blocks() throws IOException {
    return tagged("samples");
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void anExampleOfSamplesDecodesToThemAndBack(ProtocolDocument.Example example)
      throws MalformedSamplesException {
    int[] samples = WaveformCodec.decode(ByteBuffer.wrap(example.bytes()));

    assertThat(ProtocolDocument.joined(samples)).isEqualTo(example.fields().get("samples"));
    assertThat(WaveformCodec.encode(samples)).isEqualTo(example.bytes());
  }

  static List<ProtocolDocument.Example> errors() throws IOException {
    return tagged("error");
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anExampleOfAnErrorIsOne(ProtocolDocument.Example example) {
    assertThatExceptionOfType(FrameDecodeException.class)
        .isThrownBy(() -> new FrameCodec(0).decode(ByteBuffer.wrap(example.bytes())))
        .extracting(e -> e.error().name())
        .isEqualTo(example.tags().get("error"));
  }

  @Test
  void everyFrameHasItsChapterAndAnExample() throws IOException {
    String text = ProtocolDocument.text();
    Set<String> shown = new HashSet<>();
    frames().forEach(example -> shown.add(example.tags().get("frame")));
    for (FrameType type : FrameType.values()) {
      assertThat(shown).contains(type.label());
      assertThat(text)
          .containsAnyOf(
              "### %s, 0x%02X\n".formatted(type.label(), type.code()),
              "## %s\n\nType 0x%02X,".formatted(type.label(), type.code()));
    }
  }

  @Test
  void everyConstantStandsUnderItsNumber() throws IOException {
    Map<String, Enum<?>[]> enumerations =
        Map.ofEntries(
            entry("Lane", Frame.Lane.values()),
            entry("AlarmKind", AlarmKind.values()),
            entry("AlarmPriority", AlarmPriority.values()),
            entry("AlarmState", AlarmState.values()),
            entry("Role", Role.values()),
            entry("Inactivation", Inactivation.values()),
            entry("PatientCategory", PatientCategory.values()),
            entry("Outcome", Frame.Outcome.values()),
            entry("Score.Kind", Score.Kind.values()),
            entry("Score.Band", Score.Band.values()),
            entry("ScoreParameter", ScoreParameter.values()),
            entry("ScoreInput.State", ScoreInput.State.values()),
            entry("ScoreInput.Source", ScoreInput.Source.values()),
            entry("Hop", Frame.Hop.values()),
            entry("SignalKind", SignalKind.values()),
            entry("Electrode", Electrode.values()),
            entry("VitalSign", VitalSign.values()),
            entry("GapReason", Frame.GapReason.values()),
            entry("ByeCode", Frame.ByeCode.values()));
    List<String> lines = ProtocolDocument.text().lines().toList();
    enumerations.forEach(
        (name, constants) -> {
          String row = "| " + name;
          for (Enum<?> constant : constants) {
            row += " | " + constant.name();
          }
          String start = row;
          assertThat(lines)
              .anySatisfy(
                  line -> {
                    assertThat(line).startsWith(start + " |");
                    assertThat(line.substring(start.length())).matches("[ |]*");
                  });
        });
  }

  @Test
  void everyErrorIsNamed() throws IOException {
    String text = ProtocolDocument.text();
    assertThat(Arrays.stream(DecodeError.values()).map(error -> "| " + error + " |"))
        .allSatisfy(row -> assertThat(text).contains(row));
  }

  private static List<ProtocolDocument.Example> tagged(String tag) throws IOException {
    List<ProtocolDocument.Example> examples =
        ProtocolDocument.examples().stream().filter(e -> e.tags().containsKey(tag)).toList();
    assertThat(examples).isNotEmpty();
    return examples;
  }
}
