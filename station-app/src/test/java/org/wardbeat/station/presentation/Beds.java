package org.wardbeat.station.presentation;

import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.LinkDetails;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.TransportKind;
import org.wardbeat.station.ward.WardSnapshot;
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

  private Beds() {}

  static OverviewPresenter presenter(boolean alarmsConfirmed) {
    return new OverviewPresenter(Timers.DEFAULT, ZoneOffset.UTC, alarmsConfirmed);
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
        List.of());
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
        List.of());
  }

  static BedSnapshot empty(String label) {
    return new BedSnapshot(
        new BedId("4 East", label),
        false,
        0,
        null,
        "",
        0,
        false,
        List.of(),
        DeviceStatus.OFFLINE,
        0,
        Map.of(),
        0,
        false,
        List.of());
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

  static WardSnapshot ward(LinkSnapshot link, BedSnapshot... beds) {
    return new WardSnapshot(link, List.of(beds), NOW, false, 0);
  }
}
