package org.wardbeat.station.diagnostics;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.wardbeat.station.report.LatencyFigures;
import org.wardbeat.station.report.Versions;
import org.wardbeat.station.ward.LinkCounters;
import org.wardbeat.station.ward.LinkDetails;
import org.wardbeat.station.ward.LinkEvent;
import org.wardbeat.station.ward.LinkSnapshot;

/**
 * Writes the diagnostics as a JSON file: settings, link, latencies, counts, tests, sources, log.
 * Beds and devices only: no names, values or waves.
 */
final class DiagnosticsExport {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Map<String, String> settings;

  /**
   * @param folder where files are written; made if it is not there
   * @param settings what the station was started with, without secrets
   */
  DiagnosticsExport(Path folder, Map<String, String> settings) {
    this.folder = folder;
    this.settings = Map.copyOf(settings);
  }

  Path folder() {
    return folder;
  }

  /**
   * Writes a file named after the time in UTC. Any thread; it waits for the disk.
   *
   * @throws IOException if it cannot be written; no half of it is left under its name
   */
  Path write(LinkSnapshot link, DiagnosticsView view, Iterable<LinkEvent> log, Instant now)
      throws IOException {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode json = mapper.createObjectNode();
    json.put("written", now.toString());
    Versions.write(json.putObject("versions"));
    settings.forEach(json.putObject("settings")::put);
    writeLink(json.putObject("link"), link);
    writeLatency(json.putObject("latencyMillis"), link.details());
    writeCounts(json.putObject("counts"), link.details().counters());
    ObjectNode checks = json.putObject("tests");
    view.checks().forEach(check -> checks.put(check.name(), check.tone() + ", " + check.result()));
    writeSources(json.putArray("sources"), view);
    ArrayNode events = json.putArray("log");
    log.forEach(event -> events.add(event.time() + " " + event.level() + " " + event.words()));
    Files.createDirectories(folder);
    Path file = folder.resolve("wardbeat-diagnostics-" + STAMP.format(now) + ".json");
    Path part = folder.resolve(file.getFileName() + ".part");
    Files.writeString(part, mapper.writeValueAsString(json) + "\n");
    return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void writeLink(ObjectNode node, LinkSnapshot link) {
    node.put("state", link.state().name());
    node.put("transport", link.transport().label());
    node.put("brokerUp", link.broker().up());
    node.put("bridgeName", link.details().bridgeName());
    node.put("bridgeSoftware", link.details().bridgeSoftware());
    node.put("conflating", link.conflating());
    node.put("reason", link.reason());
    put(node, "clockOffsetMillis", link.details().clockOffsetMillis());
    ArrayNode bridges = node.putArray("bridges");
    link.details().bridges().forEach(bridge -> bridges.add(withoutUser(bridge)));
    ArrayNode ladder = node.putArray("transports");
    link.details()
        .ladder()
        .forEach(
            rung ->
                ladder
                    .addObject()
                    .put("transport", rung.kind().label())
                    .put("status", rung.status().name())
                    .put("since", rung.since().toString())
                    .put("why", rung.words()));
  }

  private static String withoutUser(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return uri.getScheme() + "://" + uri.getHost() + port + uri.getPath();
  }

  private static void writeLatency(ObjectNode node, LinkDetails details) {
    ObjectNode hops = node.putObject("last60Seconds");
    details.hops().forEach((hop, figures) -> writeFigures(hops.putObject(hop.name()), figures));
    ArrayNode history = node.putArray("medians");
    details
        .history()
        .forEach(
            slice -> {
              ObjectNode one = history.addObject().put("end", slice.end().toString());
              slice.millis().forEach((hop, millis) -> put(one, hop.name(), millis));
            });
  }

  private static void writeFigures(ObjectNode node, LatencyFigures figures) {
    node.put("count", figures.count());
    put(node, "p50", figures.p50Millis());
    put(node, "p95", figures.p95Millis());
    put(node, "p99", figures.p99Millis());
  }

  /** JSON knows no number for what is not known. */
  private static void put(ObjectNode node, String name, double value) {
    if (Double.isFinite(value)) {
      node.put(name, Math.round(value * 1_000) / 1_000.0);
    }
  }

  private static void writeCounts(ObjectNode node, LinkCounters counters) {
    node.put("since", counters.since().toString());
    writeLane(node.putObject("alarms"), counters.alarms());
    writeLane(node.putObject("numerics"), counters.numerics());
    writeLane(node.putObject("waves"), counters.waves());
    node.put("reconnects", counters.reconnects());
    node.put("snapshotsAsked", counters.snapshotsAsked());
    node.put("duplicates", counters.duplicates());
    node.put("restarts", counters.restarts());
  }

  private static void writeLane(ObjectNode node, LinkCounters.Lane lane) {
    node.put("received", lane.received());
    node.put("shown", lane.shown());
    node.put("gaps", lane.gaps());
    node.put("late", lane.late());
    node.put("resent", lane.resent());
    node.put("merged", lane.merged());
  }

  private static void writeSources(ArrayNode sources, DiagnosticsView view) {
    for (DiagnosticsView.SourceRow row : view.sources()) {
      sources
          .addObject()
          .put("bed", row.bed())
          .put("device", row.device())
          .put("age", row.age().text())
          .put("gaps", row.gaps().text())
          .put("lost", row.lost().text())
          .put("clock", row.clock().text())
          .put("battery", row.battery().text());
    }
  }
}
