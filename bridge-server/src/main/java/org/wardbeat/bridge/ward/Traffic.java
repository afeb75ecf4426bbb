package org.wardbeat.bridge.ward;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.wardbeat.bridge.mqtt.MqttSource;
import org.wardbeat.wire.frame.Frame.Hop;
import org.wardbeat.wire.frame.Frame.HopLatency;

/** Measures the way from the devices to the bridge. Safe for use by any thread. */
final class Traffic {
  private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final double NANOS_PER_SECOND = 1e9;

  private final MqttSource source;
  private final LongSupplier messages;
  private final WardCounters counters;
  private final LongSupplier nanos;
  private long countedNanos;
  private long counted;
  private long perSecond;

  Traffic(MqttSource source, LongSupplier messages, WardCounters counters, LongSupplier nanos) {
    this.source = source;
    this.messages = messages;
    this.counters = counters;
    this.nanos = nanos;
    countedNanos = nanos.getAsLong();
  }

  synchronized WardFigures figures() {
    long now = nanos.getAsLong();
    long passed = now - countedNanos;
    if (passed >= LEAST_NANOS) {
      long count = messages.getAsLong();
      perSecond = Math.round((count - counted) * NANOS_PER_SECOND / passed);
      counted = count;
      countedNanos = now;
    }
    return new WardFigures(source.address(), source.version(), perSecond, hops(now));
  }

  /** What the broker takes is taken out of what the whole way took, if it is known. */
  private List<HopLatency> hops(long now) {
    List<HopLatency> hops = new ArrayList<>();
    long roundTrip = source.pingMicros();
    long brokerMicros = Math.max(0, roundTrip / 2);
    hops.add(counters.deviceToBridge.summary(Hop.DEVICE_TO_BROKER, brokerMicros, now));
    if (roundTrip >= 0) {
      hops.add(new HopLatency(Hop.BROKER_TO_BRIDGE, 1, brokerMicros, brokerMicros, brokerMicros));
    }
    hops.add(counters.inBridge.summary(Hop.IN_BRIDGE, 0, now));
    hops.removeIf(hop -> hop.count() == 0);
    return hops;
  }
}
