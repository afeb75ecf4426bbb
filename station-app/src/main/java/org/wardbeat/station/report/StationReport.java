package org.wardbeat.station.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import org.wardbeat.wire.ward.LinkState;

/**
 * What a running station measures of itself, and the JSON report made of it.
 *
 * <p>Members of the report:
 *
 * <ul>
 *   <li>{@code beds}, {@code link}, {@code transport}: as they were when it was written.
 *   <li>{@code seconds}: since the station started; {@code liveSeconds}: thereof with a link that
 *       had delivered its snapshot.
 *   <li>{@code firstPulseMillis}: from the start of the process to the first pulse of the window;
 *       {@code firstWaveMillis}: to the end of the first pulse that had samples to draw. Absent
 *       where there was none.
 *   <li>{@code framesPerSecond}: pulses of JavaFX from the first to the last; {@code frameMillis}:
 *       the time from one pulse to the next.
 *   <li>{@code endToEndMillis}: from the end of a chunk of samples, or from a message of numerics,
 *       by the device's timestamp to its decoding in the station, on the bridge's clock. Only what
 *       came live, after the snapshot. It includes a device's clock error of up to 250 ms, which
 *       the bridge lets pass, and leaves out the least one-way delay of the link, which the clock
 *       filter cannot see.
 *   <li>{@code paintMillis}: from the decoding of a change to the moment at which scene graph and
 *       canvases hold it, in the pulse that shows it; of the changes of one pulse the oldest
 *       counts. JavaFX renders within the frame that follows. A wave is shown one playout buffer
 *       after it was measured, on purpose, by the pulse in which its samples fall due: how exact
 *       that is tells {@code frameMillis}, and what came too late for it is {@code lateSamples}.
 *   <li>{@code samplesReceived}: samples taken into rings, snapshots included; {@code lateSamples}:
 *       those thereof that came live but over one playout buffer after they were measured.
 *   <li>{@code gaps}: how often samples were missing between those received; {@code lostSamples}:
 *       how many.
 *   <li>{@code bytesPerSecond}: payload received while live; {@code reconnects}: sessions after the
 *       first.
 *   <li>{@code liveHeapMegabytes}: used heap after a full collection, as the report is written.
 *   <li>{@code versions}: of Wardbeat, Java, JavaFX and the operating system.
 * </ul>
 *
 * <p>Recording allocates nothing. The link's thread and the JavaFX thread record, each its own
 * part; any thread may ask for the report.
 */
public final class StationReport implements PaintMetrics {
  private static final long MAX_MICROS = 3_600_000_000L;
  private static final int DIGITS = 3;

  /** Of a screen that paints 60 times a second. */
  private static final int PAINTS_PER_MINUTE = 3_600;

  private final LongSupplier nanoTime;
  private final long startNanos;
  private final Duration before;
  private final Percentiles endToEnd = new Percentiles();
  private final Percentiles paint = new Percentiles();
  private final Percentiles frame = new Percentiles();
  private final LatencyWindow recentPaint = new LatencyWindow(60_000_000_000L, PAINTS_PER_MINUTE);
  private final AtomicLong samplesReceived = new AtomicLong();
  private final AtomicLong lateSamples = new AtomicLong();
  private final AtomicLong gaps = new AtomicLong();
  private final AtomicLong lostSamples = new AtomicLong();
  private final AtomicLong liveBytes = new AtomicLong();
  private final AtomicLong sessions = new AtomicLong();
  private final AtomicLong liveNanos = new AtomicLong();
  private final AtomicLong liveSinceNanos = new AtomicLong();
  private final AtomicLong pulses = new AtomicLong();
  private volatile boolean live;
  private volatile long firstPulseNanos;
  private volatile long lastPulseNanos;
  private volatile long firstWaveNanos;

  /** Durations in microseconds, recorded by one thread. */
  private static final class Percentiles {
    private final SingleWriterRecorder recorder = new SingleWriterRecorder(MAX_MICROS, DIGITS);
    private final Histogram all = new Histogram(MAX_MICROS, DIGITS);

    void record(long micros) {
      recorder.recordValue(Math.clamp(micros, 0, MAX_MICROS));
    }

    synchronized void write(ObjectNode node) {
      all.add(recorder.getIntervalHistogram());
      node.put("p50", millis(50));
      node.put("p99", millis(99));
      node.put("p99.9", millis(99.9));
      node.put("max", rounded(all.getMaxValue() / 1e3));
      node.put("count", all.getTotalCount());
    }

    private double millis(double percentile) {
      return rounded(all.getValueAtPercentile(percentile) / 1e3);
    }
  }

  /**
   * @param nanoTime the monotonic clock that pulses and decoding times are taken from, in
   *     nanoseconds
   */
  public StationReport(LongSupplier nanoTime) {
    this(nanoTime, Duration.ZERO);
  }

  /**
   * @param nanoTime the monotonic clock that pulses and decoding times are taken from, in
   *     nanoseconds
   * @param before for how long the process has been running
   */
  public StationReport(LongSupplier nanoTime, Duration before) {
    this.nanoTime = nanoTime;
    this.before = before;
    this.startNanos = nanoTime.getAsLong();
  }

  @Override
  public void pulse(long nowNanos) {
    if (pulses.getAndIncrement() == 0) {
      firstPulseNanos = nowNanos;
    } else {
      frame.record((nowNanos - lastPulseNanos) / 1_000);
    }
    lastPulseNanos = nowNanos;
  }

  @Override
  public void painted(long decodedNanos) {
    long now = nanoTime.getAsLong();
    if (firstWaveNanos == 0 && samplesReceived.get() > 0) {
      firstWaveNanos = now;
    }
    paint.record((now - decodedNanos) / 1_000);
    synchronized (recentPaint) {
      recentPaint.add((now - decodedNanos) / 1e6, now);
    }
  }

  /** From decoding to the screen, within the last 60 s. Any thread. */
  public LatencyFigures painting() {
    synchronized (recentPaint) {
      return recentPaint.figures(nanoTime.getAsLong());
    }
  }

  /** The same as the median of a shorter time, in milliseconds; NaN if hardly anything was. */
  public double paintingMedianMillis(long withinNanos) {
    synchronized (recentPaint) {
      return recentPaint.medianMillis(nanoTime.getAsLong(), withinNanos);
    }
  }

  /** A session began. Link's thread. */
  public void connected() {
    sessions.incrementAndGet();
  }

  /** What comes from now on is live, or no longer. Link's thread. */
  public void live(boolean isLive, long nowNanos) {
    if (isLive == live) {
      return;
    }
    if (isLive) {
      liveSinceNanos.set(nowNanos);
    } else {
      liveNanos.addAndGet(nowNanos - liveSinceNanos.get());
    }
    live = isLive;
  }

  /** A message of so many bytes came. Link's thread. */
  public void received(int bytes) {
    if (live) {
      liveBytes.addAndGet(bytes);
    }
  }

  /** A live chunk or message of numerics was decoded so long after its timestamp. Link's thread. */
  public void decoded(long ageMicros) {
    endToEnd.record(ageMicros);
  }

  /** Samples were taken into a ring. Link's thread. */
  public void samples(long taken, long late) {
    samplesReceived.addAndGet(taken);
    lateSamples.addAndGet(late);
  }

  /** So many samples were found missing in one place. Link's thread. */
  public void gap(long lost) {
    gaps.incrementAndGet();
    lostSamples.addAndGet(lost);
  }

  /** Samples taken into rings so far. */
  public long samplesReceived() {
    return samplesReceived.get();
  }

  /** Gaps found so far. */
  public long gaps() {
    return gaps.get();
  }

  /**
   * Writes the report as a JSON object.
   *
   * @param beds how many are shown
   * @param link the link's state
   * @param transport the name of the transport in use
   * @throws IOException if the file cannot be written
   */
  public void write(Path file, int beds, LinkState link, String transport) throws IOException {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode json = mapper.createObjectNode();
    json.put("beds", beds);
    json.put("link", link.name());
    json.put("transport", transport);
    writeFigures(json);
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.writeString(file, mapper.writeValueAsString(json) + "\n");
  }

  private void writeFigures(ObjectNode report) {
    long now = nanoTime.getAsLong();
    report.put("seconds", rounded((now - startNanos) / 1e9));
    double liveSeconds = liveSeconds(now);
    report.put("liveSeconds", rounded(liveSeconds));
    sinceStart(report, "firstPulseMillis", firstPulseNanos);
    sinceStart(report, "firstWaveMillis", firstWaveNanos);
    report.put("framesPerSecond", rounded(framesPerSecond()));
    frame.write(report.putObject("frameMillis"));
    endToEnd.write(report.putObject("endToEndMillis"));
    paint.write(report.putObject("paintMillis"));
    report.put("samplesReceived", samplesReceived.get());
    report.put("lateSamples", lateSamples.get());
    report.put("gaps", gaps.get());
    report.put("lostSamples", lostSamples.get());
    report.put("bytesPerSecond", liveSeconds > 0 ? Math.round(liveBytes.get() / liveSeconds) : 0);
    report.put("reconnects", Math.max(0, sessions.get() - 1));
    report.put("liveHeapMegabytes", rounded(Memory.liveHeapBytes() / 1e6));
    Versions.write(report.putObject("versions"));
  }

  private void sinceStart(ObjectNode report, String name, long nanos) {
    if (nanos != 0) {
      report.put(name, rounded((nanos - startNanos + before.toNanos()) / 1e6));
    }
  }

  private double liveSeconds(long nowNanos) {
    long running = live ? nowNanos - liveSinceNanos.get() : 0;
    return (liveNanos.get() + running) / 1e9;
  }

  private double framesPerSecond() {
    long intervals = pulses.get() - 1;
    return intervals < 1 ? 0 : intervals * 1e9 / (lastPulseNanos - firstPulseNanos);
  }

  private static double rounded(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
