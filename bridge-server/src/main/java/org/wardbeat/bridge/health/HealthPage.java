package org.wardbeat.bridge.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.clock.BridgeClock;
import org.wardbeat.bridge.delivery.HttpReply;
import org.wardbeat.bridge.delivery.SessionFigures;
import org.wardbeat.bridge.ward.PublishedBed;
import org.wardbeat.bridge.ward.PublishedStatus;
import org.wardbeat.bridge.ward.Ward;
import org.wardbeat.wire.ward.BrokerState;

/** Answers {@code GET /health}: 200 while the bridge works, 503 once a part of it has died. */
public final class HealthPage implements Supplier<HttpReply> {
  private static final double NANOS_PER_SECOND = 1e9;

  private final ObjectWriter json =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build()
          .writerFor(HealthReport.class);
  private final String version;
  private final int sessionLimit;
  private final BridgeClock clock;
  private final Ward ward;
  private final Supplier<List<SessionFigures>> sessions;
  private final Supplier<List<String>> faults;
  private final Supplier<List<String>> notices;
  private final long startNanos;

  /**
   * @param version of the bridge
   * @param sessionLimit how many stations may connect
   * @param clock the bridge's time; the uptime counts from here
   * @param ward the beds
   * @param sessions how each session does
   * @param faults what is broken in the bridge itself, each in one sentence
   * @param notices what somebody should know though it works, each in one sentence
   */
  public HealthPage(
      String version,
      int sessionLimit,
      BridgeClock clock,
      Ward ward,
      Supplier<List<SessionFigures>> sessions,
      Supplier<List<String>> faults,
      Supplier<List<String>> notices) {
    this.version = version;
    this.sessionLimit = sessionLimit;
    this.clock = clock;
    this.ward = ward;
    this.sessions = sessions;
    this.faults = faults;
    this.notices = notices;
    this.startNanos = clock.nanos();
  }

  /** The page as of now. Any thread. */
  @Override
  public HttpReply get() {
    HealthReport report = report();
    int status = report.status() == HealthReport.Status.FAILING ? 503 : 200;
    try {
      return new HttpReply(status, "application/json", json.writeValueAsBytes(report));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("the health report has a part that is not JSON", e);
    }
  }

  private HealthReport report() {
    List<String> broken = faults.get();
    BrokerState broker = ward.broker();
    List<SessionFigures> stations = sessions.get();
    return new HealthReport(
        status(broken, broker),
        broken,
        notices.get(),
        version,
        clock.utc().instant().truncatedTo(ChronoUnit.MILLIS).toString(),
        seconds(clock.nanos() - startNanos),
        new HealthReport.Broker(broker.up(), instant(broker.sinceMicros())),
        beds(),
        new HealthReport.Sessions(stations.size(), sessionLimit, stations),
        new TreeMap<>(ward.counters()));
  }

  private static HealthReport.Status status(List<String> broken, BrokerState broker) {
    if (!broken.isEmpty()) {
      return HealthReport.Status.FAILING;
    }
    return broker.up() ? HealthReport.Status.UP : HealthReport.Status.DEGRADED;
  }

  private List<HealthReport.Bed> beds() {
    long now = clock.nanos();
    List<HealthReport.Bed> beds = new ArrayList<>();
    for (PublishedBed bed : ward.beds()) {
      PublishedStatus status = bed.status();
      long heard = bed.heardNanos();
      beds.add(
          new HealthReport.Bed(
              bed.id().unit(),
              bed.id().bed(),
              device(status),
              List.copyOf(status.status().leadsOff()),
              heard == Long.MIN_VALUE ? null : seconds(Math.max(0, now - heard))));
    }
    return beds;
  }

  private static HealthReport.Device device(PublishedStatus status) {
    if (status.version() == 0) {
      return HealthReport.Device.UNHEARD;
    }
    return status.status().online() ? HealthReport.Device.ONLINE : HealthReport.Device.OFFLINE;
  }

  private static double seconds(long nanos) {
    return Math.round(nanos / NANOS_PER_SECOND * 1_000) / 1_000.0;
  }

  private static @Nullable String instant(long micros) {
    return micros == 0 ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }
}
