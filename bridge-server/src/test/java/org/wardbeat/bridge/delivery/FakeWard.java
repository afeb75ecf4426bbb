package org.wardbeat.bridge.delivery;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wardbeat.bridge.ward.AlarmLog;
import org.wardbeat.bridge.ward.PublishedBed;
import org.wardbeat.bridge.ward.Ward;
import org.wardbeat.bridge.ward.WardFigures;
import org.wardbeat.bridge.ward.WardListener;
import org.wardbeat.wire.ward.BrokerState;

/** A ward that a test writes. */
public final class FakeWard implements Ward {
  private final List<PublishedBed> beds = new CopyOnWriteArrayList<>();
  private final List<WardListener> listeners = new CopyOnWriteArrayList<>();
  private final AlarmLog alarms = new AlarmLog(() -> listeners.forEach(WardListener::onAlarm));
  private volatile BrokerState broker = new BrokerState(true, FakeBed.START_MICROS);

  public FakeBed admit(String unit, String bed, long birth) {
    FakeBed admitted = new FakeBed(beds.size(), unit, bed, birth);
    beds.add(admitted);
    return admitted;
  }

  /** Has a bed that a test made. */
  void add(PublishedBed bed) {
    beds.add(bed);
  }

  /** Says that an inbound burst is drained. */
  void burst(FakeBed... changed) {
    listeners.forEach(listener -> listener.onBurst(List.of(changed)));
  }

  public void broker(BrokerState state) {
    broker = state;
    listeners.forEach(listener -> listener.onBroker(state));
  }

  @Override
  public void start() {}

  @Override
  public void close() {}

  @Override
  public List<PublishedBed> beds() {
    return beds.stream().filter(bed -> !bed.removed()).toList();
  }

  @Override
  public void addListener(WardListener listener) {
    listeners.add(listener);
  }

  @Override
  public BrokerState broker() {
    return broker;
  }

  @Override
  public AlarmLog alarms() {
    return alarms;
  }

  @Override
  public WardFigures figures() {
    return new WardFigures("tcp://broker:1883", 3, 42, List.of());
  }

  @Override
  public List<String> faults() {
    return List.of();
  }

  @Override
  public Map<String, Long> counters() {
    return Map.of("messages", 42L);
  }
}
