package org.wardbeat.bridge.delivery;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.wardbeat.bridge.ward.AlarmLog;
import org.wardbeat.wire.frame.FrameCodec;

/** One run of a bridge of the model: the real sessions on beds that the model writes. */
final class ModelBridge {
  final long instance;
  final FrameCodec codec;
  final List<ModelBed> beds = new ArrayList<>();
  final BitSet dirty = new BitSet();
  final BitSet judged = new BitSet();

  /** The newest alarm that had happened as it started, and which it therefore may not know. */
  final int bornAfterAlarm;

  private final FakeWard ward = new FakeWard();
  final FakeDesk desk = new FakeDesk();
  private final DeliveryContext context;
  private final Seats seats = new Seats();

  ModelBridge(long instance, List<ModelDevice> devices, int bornAfterAlarm, FakeClock time) {
    this.instance = instance;
    this.bornAfterAlarm = bornAfterAlarm;
    this.codec = new FrameCodec(FakeBed.START_MICROS - instance);
    BedTable table = new BedTable(16);
    context =
        new DeliveryContext(
            "bridge",
            "test",
            instance,
            codec,
            time.clock(),
            ward,
            desk,
            table,
            DeliveryLimits.STANDARD);
    for (ModelDevice device : devices) {
      ModelBed bed = new ModelBed(device);
      beds.add(bed);
      ward.add(bed);
      table.put(bed);
    }
    devices.stream()
        .flatMap(device -> device.lasting.values().stream().map(fact -> new Retained(device, fact)))
        .sorted(Comparator.comparingInt(retained -> retained.fact.number()))
        .forEach(retained -> happens(beds.get(retained.device.index), retained.fact));
  }

  private record Retained(ModelDevice device, ModelDevice.AlarmFact fact) {}

  void happens(ModelBed bed, ModelDevice.AlarmFact fact) {
    log().append(bed, bed.definition().occupancy(), fact.alarm());
  }

  AlarmLog log() {
    return ward.alarms();
  }

  DeliverySession open(Outlet outlet) {
    Seats.Seat seat = seats.reserve();
    DeliverySession session =
        new DeliverySession(1, "test", context, outlet, Runnable::run, () -> 1, seat);
    seat.take(session);
    return session;
  }

  /** Whether a session has to hear of the beds that are dirty. */
  boolean concerns(DeliverySession session) {
    return seats.concernedBy(dirty).stream().anyMatch(seat -> session.equals(seats.get(seat)));
  }
}
