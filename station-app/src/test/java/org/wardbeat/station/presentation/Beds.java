package org.wardbeat.station.presentation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wardbeat.station.fixture.BedCopy;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.sound.SoundState;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.BedWatch;
import org.wardbeat.station.ward.LinkDetails;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.Rung;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.BrokerState;
import org.wardbeat.wire.ward.DeviceStatus;
import org.wardbeat.wire.ward.Electrode;
import org.wardbeat.wire.ward.LinkState;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Reading;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.VitalSign;
import org.wardbeat.wire.ward.WaveformChannel;

/** Beds and links for tables of tests. */
final class Beds {
  /** Tuesday, 10 March 2026, 10:12:31 UTC. */
  static final long NOW = 1_773_137_551_000_000L;

  static final long NOW_NANOS = 5_000_000_000_000L;
  static final BrokerState UP = new BrokerState(true, NOW - 600_000_000);

  /** Alarms can be heard. */
  static final SoundState AUDIBLE =
      new SoundState(SoundState.Mode.ON, NOW_NANOS - 60_000_000_000L, 0, 0, "speaker", "");

  private Beds() {}

  static OverviewPresenter presenter() {
    return new OverviewPresenter(Timers.DEFAULT, ZoneOffset.UTC, Words.english());
  }

  static DeviceStatus allOn() {
    return new DeviceStatus(true, Set.of(), 64);
  }

  static DeviceStatus leadsOff() {
    return new DeviceStatus(true, Set.of(Electrode.RA, Electrode.LL), 64);
  }

  static BedSnapshot bed(String label, double ageSeconds) {
    return bed(label, ageSeconds, allOn(), true);
  }

  static BedSnapshot bed(
      String label, double ageSeconds, DeviceStatus status, boolean freshSinceResume) {
    return new BedSnapshot(
        new BedId("4 East", label),
        true,
        1,
        new Patient("MRN", "Ivanova", "Sofia"),
        "patch-" + label,
        1,
        false,
        List.of(new WaveformChannel("II", SignalKind.ECG, 250, 200, 0, "mV")),
        status,
        NOW - 125_000_000,
        readings(),
        NOW - Math.round(ageSeconds * 1e6),
        freshSinceResume,
        List.of(),
        BedWatch.NONE);
  }

  static BedSnapshot neverHeard(String label) {
    return new BedSnapshot(
        new BedId("4 East", label),
        true,
        1,
        new Patient("MRN", "Ivanova", "Sofia"),
        "patch-" + label,
        1,
        false,
        List.of(),
        DeviceStatus.OFFLINE,
        0,
        Map.of(),
        0,
        false,
        List.of(),
        BedWatch.NONE);
  }

  static BedSnapshot empty(String label) {
    return BedCopy.empty(new BedId("4 East", label));
  }

  static Map<VitalSign, Reading> readings() {
    Map<VitalSign, Reading> readings = new EnumMap<>(VitalSign.class);
    put(readings, VitalSign.HR, 76);
    put(readings, VitalSign.PULSE, 78);
    put(readings, VitalSign.SPO2, 98);
    put(readings, VitalSign.RR, 15);
    put(readings, VitalSign.TEMP, 367);
    put(readings, VitalSign.NIBP_SYS, 118);
    put(readings, VitalSign.NIBP_DIA, 72);
    return readings;
  }

  private static void put(Map<VitalSign, Reading> readings, VitalSign sign, int fixed) {
    boolean episodic = sign == VitalSign.NIBP_SYS || sign == VitalSign.NIBP_DIA;
    readings.put(sign, Reading.of(sign, fixed, episodic ? NOW - 6_211_000_000L : NOW));
  }

  static LinkSnapshot link(LinkState state) {
    return link(state, UP);
  }

  static LinkSnapshot link(LinkState state, BrokerState broker) {
    boolean connected = state != LinkState.OFFLINE && state != LinkState.CONNECTING;
    return new LinkSnapshot(
        state,
        state != LinkState.CONNECTING,
        TransportKind.WEB_SOCKET,
        null,
        broker,
        connected ? 0 : 7,
        connected ? 0 : NOW_NANOS + 4_400_000_000L,
        NOW_NANOS - 4_700_000_000L,
        state == LinkState.CONNECTING ? 0 : NOW - 23_400_000,
        state == LinkState.DEGRADED ? 904.0 : 18.2,
        false,
        0,
        "",
        LinkDetails.NONE);
  }

  /** A degraded link over a transport. */
  static LinkSnapshot over(
      TransportKind transport,
      Rung.Status webSocket,
      int climbSeconds,
      boolean conflating,
      double latencyMillis) {
    LinkDetails none = LinkDetails.NONE;
    LinkDetails details =
        new LinkDetails(
            none.bridges(),
            none.bridgeName(),
            none.bridgeSoftware(),
            none.heartbeatMillis(),
            none.clockOffsetMillis(),
            List.of(new Rung(TransportKind.WEB_SOCKET, webSocket, Instant.EPOCH, "")),
            climbSeconds == 0 ? 0 : NOW_NANOS + climbSeconds * 1_000_000_000L - 400_000_000L,
            none.counters(),
            new Frame.BridgeFigures("mqtt:1883", 5, 3, 112, List.of()),
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            none.certificateExpiry());
    return link(LinkState.DEGRADED, UP, transport, latencyMillis, conflating, 0, details);
  }

  /** A link whose bridge has not confirmed alarms for so long. */
  static LinkSnapshot unconfirmed(LinkState state, int seconds) {
    long since = NOW_NANOS - seconds * 1_000_000_000L;
    return link(state, UP, TransportKind.WEB_SOCKET, 18.2, false, since, LinkDetails.NONE);
  }

  private static LinkSnapshot link(
      LinkState state,
      BrokerState broker,
      TransportKind transport,
      double latencyMillis,
      boolean conflating,
      long unconfirmedSince,
      LinkDetails details) {
    LinkSnapshot link = link(state, broker);
    return new LinkSnapshot(
        state,
        link.everConnected(),
        transport,
        link.bridge(),
        broker,
        link.attempt(),
        link.nextAttemptNanos(),
        link.lastHeartbeatNanos(),
        link.lastDataMicros(),
        latencyMillis,
        conflating,
        unconfirmedSince,
        "",
        details);
  }

  /** The same bed with alarms of its device. */
  static BedSnapshot alarming(BedSnapshot bed, Alarm... alarms) {
    return BedCopy.of(bed).alarms(List.of(alarms)).bed();
  }

  /** The same bed with what is watched for it. */
  static BedSnapshot watched(BedSnapshot bed, BedWatch watch) {
    return BedCopy.of(bed).watch(watch).bed();
  }

  static Alarm alarm(AlarmPriority priority, String text, int seconds) {
    long onset = NOW - seconds * 1_000_000L;
    return Alarm.raised(
        text.replace(' ', '_'), AlarmKind.PHYSIOLOGICAL, priority, null, text, onset, onset);
  }

  static WardSnapshot ward(LinkSnapshot link, BedSnapshot... beds) {
    return new WardSnapshot(link, List.of(beds), List.of(), NOW, false, 0);
  }
}
