package org.wardbeat.bridge.ward;

import java.util.concurrent.atomic.LongAdder;

/** What the ward loops count. */
final class WardCounters {
  final LatencyWindow deviceToBridge = new LatencyWindow();
  final LatencyWindow inBridge = new LatencyWindow();
  final LongAdder births = new LongAdder();
  final LongAdder statuses = new LongAdder();
  final LongAdder numerics = new LongAdder();
  final LongAdder numericsLost = new LongAdder();
  final LongAdder chunks = new LongAdder();
  final LongAdder samples = new LongAdder();
  final LongAdder samplesLost = new LongAdder();
  final LongAdder samplesDropped = new LongAdder();
  final LongAdder samplesSeenBefore = new LongAdder();
}
