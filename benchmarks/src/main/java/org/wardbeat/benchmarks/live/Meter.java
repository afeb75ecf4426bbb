package org.wardbeat.benchmarks.live;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.wardbeat.benchmarks.report.Figure;

/** Measures this process between two moments, frame by frame. JavaFX thread only. */
final class Meter {

  private static final int MOST_FRAMES = 100_000;

  private final OperatingSystemMXBean system =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final double[] fxMillis = new double[MOST_FRAMES];
  private int frames;
  private long beginNanos;
  private long beginCpuNanos;
  private long beginBytes;
  private long lastFxNanos;

  void begin() {
    frames = 0;
    beginBytes = threads.getTotalThreadAllocatedBytes();
    beginCpuNanos = system.getProcessCpuTime();
    lastFxNanos = threads.getCurrentThreadCpuTime();
    beginNanos = System.nanoTime();
  }

  void frame() {
    long fxNanos = threads.getCurrentThreadCpuTime();
    if (frames < MOST_FRAMES) {
      fxMillis[frames++] = (fxNanos - lastFxNanos) / 1e6;
    }
    lastFxNanos = fxNanos;
  }

  List<Figure> end(LiveCase of) {
    double seconds = (System.nanoTime() - beginNanos) / 1e9;
    double cpuSeconds = (system.getProcessCpuTime() - beginCpuNanos) / 1e9;
    double bytes = threads.getTotalThreadAllocatedBytes() - beginBytes;
    Arrays.sort(fxMillis, 0, frames);
    return List.of(
        LiveMetric.FRAMES.of(of, frames / seconds),
        LiveMetric.CPU.of(of, 100 * cpuSeconds / seconds),
        LiveMetric.CPU_PER_FRAME.of(of, 1e3 * cpuSeconds / Math.max(1, frames)),
        LiveMetric.FX_P50.of(of, percentile(0.50)),
        LiveMetric.FX_P99.of(of, percentile(0.99)),
        LiveMetric.ALLOCATION.of(of, bytes / 1e6 / seconds));
  }

  private double percentile(double part) {
    return frames == 0 ? 0 : fxMillis[Math.min(frames - 1, (int) (frames * part))];
  }
}
