package org.wardbeat.systemtests;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.station.link.LinkSettings;
import org.wardbeat.station.link.NetworkOptions;
import org.wardbeat.station.link.StationLink;
import org.wardbeat.station.link.Subscription;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.LinkSink;
import org.wardbeat.station.ward.LinkSnapshot;
import org.wardbeat.station.ward.StationWard;
import org.wardbeat.systemtests.account.Ledger;
import org.wardbeat.systemtests.account.RecordingSink;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.LinkState;

/** A station's link and ward without its screens. */
final class HeadlessStation implements Part {
  private final String name;
  private final Ledger ledger;
  private final StationWard ward;
  private final StationLink link;

  private HeadlessStation(String name, StationWard ward, Ledger ledger, StationLink link) {
    this.name = name;
    this.ledger = ledger;
    this.ward = ward;
    this.link = link;
  }

  /** Starts a station of all units whose rings keep so much of each wave; its ledger is empty. */
  static HeadlessStation start(URI bridge, Duration retention) {
    StationReport report = new StationReport(System::nanoTime);
    StationWard ward = new StationWard(System::nanoTime, retention, report, StationLink.initial());
    return start(
        LinkSettings.of(bridge, "system-test", Subscription.ofUnits(List.of())),
        ward,
        new RecordingSink(ward),
        ward,
        report);
  }

  /** Starts a station that shows one unit. */
  static HeadlessStation start(URI bridge, String unit) {
    return start(bridge, unit, NetworkOptions.SYSTEM);
  }

  /** Starts a station that shows one unit, and reaches its bridge in a way of its own. */
  static HeadlessStation start(URI bridge, String unit, NetworkOptions network) {
    StationReport report = new StationReport(System::nanoTime);
    StationWard ward =
        new StationWard(
            System::nanoTime, StationWard.DEFAULT_RETENTION, report, StationLink.initial());
    RecordingSink recorder = new RecordingSink(ward);
    LinkSettings settings =
        new LinkSettings(
            List.of(bridge),
            "station " + unit,
            Subscription.ofUnits(List.of(unit)),
            network,
            Optional.empty());
    return start(settings, ward, recorder, recorder, report);
  }

  private static HeadlessStation start(
      LinkSettings settings,
      StationWard ward,
      RecordingSink recorder,
      LinkSink sink,
      StationReport report) {
    StationLink link = new StationLink(settings, sink, report);
    ward.attach(link);
    link.start();
    return new HeadlessStation(settings.station(), ward, recorder.ledger(), link);
  }

  String name() {
    return name;
  }

  /** All that was handed to its ward. */
  Ledger ledger() {
    return ledger;
  }

  LinkSnapshot link() {
    return ward.snapshot().link();
  }

  StationWard ward() {
    return ward;
  }

  void awaitStreaming() {
    await("the station's link streams")
        .atMost(Child.PATIENCE)
        .until(() -> ward.snapshot().link().state() == LinkState.STREAMING);
  }

  Optional<BedSnapshot> bed(BedId id) {
    return ward.snapshot().beds().stream().filter(bed -> bed.id().equals(id)).findFirst();
  }

  /** Waits until the ring of a channel holds all samples before a counter. */
  SampleRing awaitSamples(BedId id, int channel, long end, Duration patience) {
    await("%s channel %d has %d samples".formatted(id, channel, end))
        .atMost(patience)
        .until(
            () -> {
              SampleRing ring = ward.ring(id, channel);
              return ring != null && ring.end() >= end;
            });
    SampleRing ring = ward.ring(id, channel);
    if (ring == null) {
      throw new AssertionError(id + " is gone");
    }
    return ring;
  }

  @Override
  public void close() {
    link.close();
  }
}
