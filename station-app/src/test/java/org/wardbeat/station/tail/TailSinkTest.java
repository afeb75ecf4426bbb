package org.wardbeat.station.tail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wardbeat.station.link.StationLink;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.SessionStart;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

class TailSinkTest {
  private static final long T = 1_773_135_600_000_000L;
  private static final BedId BED = new BedId("4 East", "407");
  private static final WaveformChannel ECG =
      new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV").within(Integer.MIN_VALUE, 2_047);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Heard heard = new Heard();
  private long nanos = 1_000_000_000L;

  private static final class Heard implements TailSink.Listener {
    private long printed;
    private boolean reached;
    private boolean unread;

    @Override
    public void reached() {
      reached = true;
    }

    @Override
    public void printed(long updates) {
      printed = updates;
    }

    @Override
    public void link(LinkSnapshot link) {}

    @Override
    public void unread() {
      unread = true;
    }
  }

  private TailSink sink(TailFields fields, long most, OutputStream to) throws IOException {
    TailSink sink =
        new TailSink(fields, most, to, heard, () -> nanos, InstantSource.fixed(Instant.EPOCH));
    sink.begin(
        new SessionStart(
            new Frame.Welcome(1, "b", "b", 1, T, T, 1_000, new BrokerState(true, T)),
            nanos,
            nanos));
    sink.apply(
        new Frame.Bed(
            3, BED, true, 1, new Patient("MRN", "Haddad", "Noor"), "p", 7, true, List.of(ECG)),
        nanos);
    return sink;
  }

  private List<JsonNode> lines() throws IOException {
    ObjectMapper strict =
        new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(com.fasterxml.jackson.core.JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    List<JsonNode> read = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
      read.add(strict.readTree(line));
    }
    return read;
  }

  private static TailFields fields(String... words) {
    return TailFields.of(List.of(words), false);
  }

  @Test
  void valuesComeWithTheirAges() throws IOException {
    TailSink sink = sink(fields("HR"), 10, out);
    nanos += 2_500_000_000L;
    sink.apply(
        new Frame.Numerics(
            3,
            1,
            T + 2_000_000,
            List.of(
                Reading.of(VitalSign.HR, 74, T + 1_000_000), Reading.of(VitalSign.SPO2, 97, T))),
        nanos);
    sink.publish(StationLink.initial());
    JsonNode line = lines().getFirst();
    assertThat(line.get("kind").asText()).isEqualTo("numerics");
    assertThat(line.get("bed").asText()).isEqualTo("407");
    assertThat(line.get("ageSeconds").asDouble()).isEqualTo(0.5);
    assertThat(line.get("values").get("HR").get("value").asInt()).isEqualTo(74);
    assertThat(line.get("values").get("HR").get("ageSeconds").asDouble()).isEqualTo(1.5);
    assertThat(line.get("values").has("SPO2")).isFalse();
  }

  @Test
  void wavesGapsAlarmsAndTheLinkAreLinesOfTheirOwn() throws IOException {
    TailSink sink = sink(fields("waves", "alarms", "state"), 10, out);
    sink.apply(new Frame.Waveform(3, 0, 5, T, new int[] {1, -2}), nanos);
    sink.apply(new Frame.Gap(3, 0, 7, 9, Frame.GapReason.DELIVERY), nanos);
    Alarm alarm =
        Alarm.raised(
            "ASYSTOLE", AlarmKind.PHYSIOLOGICAL, AlarmPriority.HIGH, null, "ASYSTOLE", T, T);
    sink.apply(new Frame.AlarmEvent(3, 1, 1, alarm), nanos);
    sink.repeated(new Frame.AlarmEvent(3, 2, 1, alarm), nanos);
    sink.publish(StationLink.initial());
    sink.publish(StationLink.initial());
    assertThat(lines())
        .extracting(line -> line.get("kind").asText())
        .containsExactly("bed", "wave", "gap", "alarm", "link");
    assertThat(lines().get(1).get("samples").toString()).isEqualTo("[1,-2]");
    assertThat(lines().get(1).get("signal").asText()).isEqualTo("ECG");
    assertThat(lines().get(1).get("highest").asInt()).isEqualTo(2_047);
    assertThat(lines().get(1).has("lowest")).isFalse();
    assertThat(lines().get(2).get("count").asInt()).isEqualTo(9);
    assertThat(heard.printed).isEqualTo(4);
  }

  @Test
  void nothingIsWrittenBeforeTheBatchEndsAndNothingBeyondTheCount() throws IOException {
    TailSink sink = sink(fields("alarms"), 1, out);
    Alarm alarm =
        Alarm.raised(
            "ASYSTOLE", AlarmKind.PHYSIOLOGICAL, AlarmPriority.HIGH, null, "ASYSTOLE", T, T);
    sink.apply(new Frame.AlarmEvent(3, 1, 1, alarm), nanos);
    sink.apply(new Frame.AlarmEvent(3, 2, 2, alarm), nanos);
    assertThat(out.size()).isZero();
    sink.publish(StationLink.initial());
    assertThat(lines()).hasSize(1);
    assertThat(heard.printed).isOne();
  }

  @Test
  void readerThatWentEndsItQuietly() throws IOException {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    TailSink sink = sink(fields("state"), 10, closed);
    sink.publish(StationLink.initial());
    assertThat(heard.unread).isTrue();
  }

  @Test
  void heartbeatSaysThatABridgeWasReached() throws IOException {
    TailSink sink = sink(fields("HR"), 10, out);
    assertThat(heard.reached).isFalse();
    sink.apply(new Frame.Heartbeat(1, T, true, false, 1, 0, 0), nanos);
    assertThat(heard.reached).isTrue();
  }

  @Test
  void onlyWhatIsPrintedIsAskedFor() {
    Frame.Selection selection =
        fields("HR", "waves")
            .subscription(List.of("4 East"), List.of("407"))
            .selections()
            .getFirst();
    assertThat(selection.lanes())
        .containsExactlyInAnyOrder(Frame.Lane.NUMERICS, Frame.Lane.WAVEFORMS);
    assertThat(selection.signs()).containsExactly(VitalSign.HR);
    assertThat(selection.covers(BED)).isTrue();
    assertThat(selection.covers(new BedId("4 East", "408"))).isFalse();
  }
}
