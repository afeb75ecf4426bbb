package org.wardbeat.bridge.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.delivery.SessionFigures;
import org.wardbeat.wire.ward.Electrode;

/**
 * The health page. Names no patient.
 *
 * @param status the worst of what is known
 * @param faults what is broken in the bridge itself, each in one sentence
 * @param notices what somebody should know though it works, each in one sentence
 * @param version of the bridge
 * @param time when this was written, ISO 8601
 * @param uptimeSeconds since the bridge started
 * @param broker the connection to the broker
 * @param beds the beds, by index
 * @param sessions the stations
 * @param intake what was counted since the start
 */
record HealthReport(
    Status status,
    List<String> faults,
    List<String> notices,
    String version,
    String time,
    double uptimeSeconds,
    Broker broker,
    List<Bed> beds,
    Sessions sessions,
    Map<String, Long> intake) {
  enum Status {
    /** All is well. */
    UP,
    /** The bridge works, the broker is out of reach. */
    DEGRADED,
    /** A part of the bridge has ended that should not have. */
    FAILING
  }

  /** Since when the broker is there or gone; no time before anything was known. */
  record Broker(boolean up, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String since) {}

  enum Device {
    /** Nothing was heard of it yet. */
    UNHEARD,
    ONLINE,
    OFFLINE
  }

  /**
   * One bed.
   *
   * @param unit its unit
   * @param bed its label
   * @param device whether its device is there
   * @param leadsOff electrodes without contact
   * @param ageSeconds since its device was heard last, null if never
   */
  record Bed(
      String unit,
      String bed,
      Device device,
      List<Electrode> leadsOff,
      @Nullable Double ageSeconds) {}

  /** How many stations are connected, how many may be, and how each does. */
  record Sessions(int count, int limit, List<SessionFigures> stations) {}
}
