package org.wardbeat.station.report;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** The heap of this process. */
final class Memory {
  private Memory() {}

  /** Bytes in use after a full collection, which this asks for. */
  static long liveHeapBytes() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
