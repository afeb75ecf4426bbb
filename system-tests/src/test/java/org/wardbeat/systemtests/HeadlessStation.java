package org.wardbeat.systemtests;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wardbeat.render.ring.SampleRing;
import org.wardbeat.station.link.StationLink;
import org.wardbeat.station.report.StationReport;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.StationWard;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.LinkState;

/** A station's link and ward without its screens. */
final class HeadlessStation implements Part {
  private final StationWard ward;
  private final StationLink link;

  private HeadlessStation(StationWard ward, StationLink link) {
    this.ward = ward;
    this.link = link;
  }

  /** Starts a station whose rings keep so much of each wave. */
  static HeadlessStation start(URI bridge, Duration retention) {
    StationReport report = new StationReport(System::nanoTime);
    StationWard ward = new StationWard(System::nanoTime, retention, report, StationLink.initial());
    StationLink link = new StationLink(bridge, "system-test", List.of(), ward, report);
    link.start();
    return new HeadlessStation(ward, link);
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
