package org.wardbeat.station.tail;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.ward.BridgeClock;
import org.wardbeat.station.ward.LinkSink;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.SessionStart;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.LinkState;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * Prints each update as one line of JSON, and what comes at once with one write. A reader that does
 * not read is waited for, which the bridge notices as a slow station.
 */
final class TailSink implements LinkSink {
  private static final int BUFFER_BYTES = 1 << 16;

  /** What a line about the link says; another line comes when it changes. */
  private record Told(
      LinkState state, TransportKind transport, boolean brokerUp, boolean conflating) {}

  /** Told what comes of it. Called by the link's thread. */
  interface Listener {
    /** A bridge has answered, with a heartbeat. */
    void reached();

    /** So many updates of beds were printed. */
    void printed(long updates);

    /** The link is so now. */
    void link(LinkSnapshot link);

    /** Nobody reads any more. */
    void unread();
  }

  private final TailFields fields;
  private final long most;
  private final Listener listener;
  private final InstantSource wall;
  private final BridgeClock clock;
  private final OutputStream out;
  private final JsonGenerator json;
  private final Map<Integer, Frame.Bed> beds = new HashMap<>();
  private @Nullable Told told;
  private long updates;
  private long newestMicros;
  private boolean dirty;
  private boolean ended;

  /**
   * @param most after so many updates nothing more is printed
   */
  TailSink(
      TailFields fields,
      long most,
      OutputStream out,
      Listener listener,
      LongSupplier nanoTime,
      InstantSource wall)
      throws IOException {
    this.fields = fields;
    this.most = most;
    this.listener = listener;
    this.wall = wall;
    this.clock = new BridgeClock(nanoTime);
    this.out = new BufferedOutputStream(out, BUFFER_BYTES);
    this.json =
        new ObjectMapper()
            .createGenerator(this.out)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM)
            .setRootValueSeparator(null);
  }

  /** Writes one line. */
  private interface Line {
    void write() throws IOException;
  }

  private void line(Instant time, String kind, Line rest) {
    if (ended) {
      return;
    }
    try {
      json.writeStartObject();
      json.writeStringField("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
      json.writeStringField("kind", kind);
      rest.write();
      json.writeEndObject();
      json.writeRaw('\n');
      dirty = true;
    } catch (IOException _) {
      end();
    }
  }

  /** The reader went, as head does once it has what it wants. */
  private void end() {
    ended = true;
    listener.unread();
  }

  private void update(int handle, String kind, Line rest) {
    Frame.Bed bed = Objects.requireNonNull(beds.get(handle), "introduced before");
    if (updates == most) {
      return;
    }
    line(
        instant(clock.nowMicros()),
        kind,
        () -> {
          json.writeStringField("unit", bed.bed().unit());
          json.writeStringField("bed", bed.bed().bed());
          rest.write();
        });
    updates++;
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  @Override
  public void begin(SessionStart start) {
    beds.clear();
    clock.begin();
    clock.answered(start.welcome().nowMicros(), start.helloNanos(), start.nowNanos());
  }

  @Override
  public void apply(Frame.FromBridge frame, long nowNanos) {
    switch (frame) {
      case Frame.Bed bed -> {
        beds.put(bed.handle(), bed);
        state(bed.handle(), "bed", () -> bed(bed));
      }
      case Frame.BedRemoved removed -> {
        state(removed.handle(), "removed", () -> {});
        beds.remove(removed.handle());
      }
      case Frame.DeviceState state -> state(state.handle(), "state", () -> device(state));
      case Frame.Numerics numerics -> numerics(numerics);
      case Frame.Waveform wave -> wave(wave);
      case Frame.Gap gap -> update(gap.handle(), "gap", () -> gap(gap));
      case Frame.AlarmEvent event -> update(event.handle(), "alarm", () -> alarm(event.alarm()));
      case Frame.Heartbeat heartbeat -> {
        clock.heard(heartbeat.nowMicros(), nowNanos);
        listener.reached();
      }
      default -> {}
    }
  }

  private void state(int handle, String kind, Line rest) {
    if (fields.kinds().contains(TailFields.Kind.STATE)) {
      update(handle, kind, rest);
    }
  }

  @Override
  public void repeated(Frame.AlarmEvent event, long nowNanos) {
    // It was printed when it came first.
  }

  private void bed(Frame.Bed bed) throws IOException {
    json.writeBooleanField("occupied", bed.occupied());
    Patient patient = bed.patient();
    if (patient != null) {
      json.writeStringField("patient", patient.displayName());
    }
    if (bed.check()) {
      json.writeBooleanField("check", true);
    }
    json.writeStringField("device", bed.device());
    json.writeNumberField("birth", bed.birth());
    json.writeBooleanField("simulated", bed.simulated());
    json.writeArrayFieldStart("channels");
    for (WaveformChannel channel : bed.channels()) {
      json.writeString(channel.code());
    }
    json.writeEndArray();
  }

  private void device(Frame.DeviceState state) throws IOException {
    json.writeBooleanField("online", state.status().online());
    json.writeArrayFieldStart("leadsOff");
    for (Enum<?> electrode : state.status().leadsOff()) {
      json.writeString(electrode.name());
    }
    json.writeEndArray();
    if (state.status().batteryPercent() >= 0) {
      json.writeNumberField("batteryPercent", state.status().batteryPercent());
    }
    json.writeStringField("since", instant(state.sinceMicros()).toString());
  }

  private void numerics(Frame.Numerics numerics) {
    newestMicros = Math.max(newestMicros, numerics.timeMicros());
    long now = clock.nowMicros();
    update(
        numerics.handle(),
        "numerics",
        () -> {
          age(now - numerics.timeMicros());
          json.writeObjectFieldStart("values");
          for (Reading reading : numerics.readings()) {
            if (fields.signs().contains(reading.sign())) {
              reading(reading, now);
            }
          }
          json.writeEndObject();
        });
  }

  private void reading(Reading reading, long nowMicros) throws IOException {
    json.writeObjectFieldStart(reading.sign().name());
    if (reading.available()) {
      json.writeNumberField("value", reading.sign().toDecimal(reading.fixed()));
    } else {
      json.writeNullField("value");
    }
    age(nowMicros - reading.measuredMicros());
    json.writeEndObject();
  }

  private void age(long micros) throws IOException {
    json.writeFieldName("ageSeconds");
    json.writeNumber(String.format(Locale.ROOT, "%.3f", Math.max(0, micros) / 1e6));
  }

  private WaveformChannel channel(int handle, int index) {
    return Objects.requireNonNull(beds.get(handle)).channels().get(index);
  }

  private void wave(Frame.Waveform wave) {
    newestMicros = Math.max(newestMicros, wave.endMicros());
    WaveformChannel channel = channel(wave.handle(), wave.channel());
    update(
        wave.handle(),
        "wave",
        () -> {
          json.writeStringField("channel", channel.code());
          json.writeStringField("signal", channel.kind().name());
          json.writeNumberField("firstSample", wave.firstSample());
          json.writeStringField("end", instant(wave.endMicros()).toString());
          age(clock.nowMicros() - wave.endMicros());
          json.writeNumberField("frequencyHz", channel.frequencyHz());
          json.writeNumberField("adcPerUnit", channel.adcPerUnit());
          json.writeNumberField("baseline", channel.baseline());
          json.writeStringField("ucum", channel.unit());
          limits(channel);
          json.writeFieldName("samples");
          json.writeArray(wave.samples(), 0, wave.samples().length);
        });
  }

  private void limits(WaveformChannel channel) throws IOException {
    if (channel.lowest() != Integer.MIN_VALUE) {
      json.writeNumberField("lowest", channel.lowest());
    }
    if (channel.highest() != Integer.MAX_VALUE) {
      json.writeNumberField("highest", channel.highest());
    }
  }

  private void gap(Frame.Gap gap) throws IOException {
    json.writeStringField("channel", channel(gap.handle(), gap.channel()).code());
    json.writeNumberField("firstSample", gap.firstSample());
    json.writeNumberField("count", gap.count());
    json.writeStringField("reason", gap.reason().name());
  }

  private void alarm(Alarm alarm) throws IOException {
    json.writeStringField("condition", alarm.condition());
    json.writeStringField("about", alarm.kind().name());
    json.writeStringField("priority", alarm.priority().name());
    json.writeStringField("state", alarm.state().name());
    json.writeBooleanField("active", alarm.active());
    Acknowledgement acknowledgement = alarm.acknowledgement();
    if (acknowledgement != null) {
      json.writeStringField("acknowledgedBy", acknowledgement.user());
      json.writeStringField("acknowledged", instant(acknowledgement.micros()).toString());
    }
    if (alarm.escalated()) {
      json.writeBooleanField("escalated", true);
    }
    json.writeStringField("text", alarm.text());
    json.writeStringField("onset", instant(alarm.onsetMicros()).toString());
    json.writeStringField("changed", instant(alarm.changedMicros()).toString());
    if (!alarm.active()) {
      json.writeStringField("ended", instant(alarm.endedMicros()).toString());
    }
  }

  @Override
  public List<Frame.Position> positions() {
    return List.of();
  }

  @Override
  public long newestMicros() {
    return newestMicros;
  }

  @Override
  public void answered(long askedNanos, long nowNanos) {
    clock.roundTrip(askedNanos, nowNanos);
  }

  @Override
  public void slept(long micros) {
    clock.skip(micros);
  }

  @Override
  public void publish(LinkSnapshot link) {
    listener.link(link);
    Told now = new Told(link.state(), link.transport(), link.broker().up(), link.conflating());
    if (!now.equals(told) && updates != most) {
      told = now;
      line(wall.instant(), "link", () -> link(link));
    }
    if (dirty && !ended) {
      flush();
    }
  }

  private void flush() {
    dirty = false;
    try {
      json.flush();
      out.flush();
      listener.printed(updates);
    } catch (IOException _) {
      end();
    }
  }

  private void link(LinkSnapshot link) throws IOException {
    json.writeStringField("state", link.state().name());
    json.writeStringField("transport", link.transport().name());
    json.writeStringField("bridge", String.valueOf(link.bridge()));
    json.writeBooleanField("brokerUp", link.broker().up());
    json.writeBooleanField("conflating", link.conflating());
    if (!Double.isNaN(link.latencyMillis())) {
      json.writeFieldName("latencyMillis");
      json.writeNumber(String.format(Locale.ROOT, "%.1f", link.latencyMillis()));
    }
    if (!link.reason().isEmpty()) {
      json.writeStringField("reason", link.reason());
    }
  }
}
