package org.wardbeat.station.diagnostics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.Timers;
import org.wardbeat.station.ward.LinkEvent;
import org.wardbeat.station.ward.WardSnapshot;

/**
 * The diagnostics: keeps its log whether or not it is on screen, and shows itself anew once a
 * second while it is. User-interface thread only.
 */
public final class DiagnosticsScreen {
  private static final Logger LOG = LoggerFactory.getLogger(DiagnosticsScreen.class);
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final long MESSAGE_NANOS = 4 * SECOND_NANOS;
  private static final Executor WRITER =
      task -> Thread.ofVirtual().name("wardbeat-export").start(task);

  private final InstantSource clock;
  private final DiagnosticsExport export;
  private final Words words;
  private final DiagnosticsPresenter presenter;

  /** Files are for machines and for whoever mends it, wherever that is. */
  private final DiagnosticsPresenter forFiles;

  private final StationLog log;
  private ScreenWatchdog watchdog = new ScreenWatchdog();
  private final DiagnosticsPane pane;
  private final DiagnosticsView.Word standing;
  private @Nullable WardSnapshot ward;
  private long nowMicros;
  private long nowNanos;
  private long secondNanos;
  private long messageUntilNanos;
  private boolean exporting;
  private boolean wasVisible;

  /**
   * @param timers from which age on a source counts as silent
   * @param words in which language; exports are in English
   * @param zone of the times of day on screen
   * @param clock this computer's time of day
   * @param folder where exports are written
   * @param settings what the station was started with, for exports; without secrets
   */
  public DiagnosticsScreen(
      Timers timers,
      Words words,
      ZoneId zone,
      InstantSource clock,
      Path folder,
      Map<String, String> settings) {
    this.words = words;
    this.clock = clock;
    this.export = new DiagnosticsExport(folder, settings);
    this.presenter = new DiagnosticsPresenter(timers, words, zone);
    this.forFiles = new DiagnosticsPresenter(timers, Words.english(), ZoneOffset.UTC);
    this.log = new StationLog(timers);
    this.pane = new DiagnosticsPane(words, this::export);
    this.standing = DiagnosticsView.Word.of(words.text("diagnostics.export.note", folder));
    pane.showExport(standing);
  }

  /** What is shown, for the screen to place. */
  public Region node() {
    return pane;
  }

  /** Goes on with the log and the watch of another, which is not used any more. */
  public void follow(DiagnosticsScreen before) {
    log.follow(before.log);
    watchdog = before.watchdog;
  }

  /**
   * A pulse of the screen.
   *
   * @param pulseNanos its moment, as an animation timer is told
   * @param nowMicros the bridge's present time
   * @param nowNanos the monotonic clock that the link's times refer to
   */
  public void pulse(WardSnapshot present, long pulseNanos, long nowMicros, long nowNanos) {
    watchdog.pulse(pulseNanos);
    this.ward = present;
    this.nowMicros = nowMicros;
    this.nowNanos = nowNanos;
    if (pulseNanos - secondNanos < SECOND_NANOS && !isNewlyShown()) {
      return;
    }
    secondNanos = pulseNanos;
    StationFacts facts = facts();
    log.observe(present, facts, nowMicros);
    if (pane.isVisible()) {
      pane.show(view(presenter, present, facts));
      if (messageUntilNanos != 0 && nowNanos - messageUntilNanos >= 0) {
        messageUntilNanos = 0;
        pane.showExport(standing);
      }
    }
    wasVisible = pane.isVisible();
  }

  private boolean isNewlyShown() {
    return pane.isVisible() && !wasVisible;
  }

  private DiagnosticsView view(
      DiagnosticsPresenter said, WardSnapshot present, StationFacts facts) {
    List<LinkEvent> events = log.with(present.link().details().events());
    return said.present(present, facts, events, nowMicros, nowNanos);
  }

  private StationFacts facts() {
    long used = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      MemoryUsage afterCollection = pool.getCollectionUsage();
      if (pool.getType() == MemoryType.HEAP && afterCollection != null) {
        used += afterCollection.getUsed();
      }
    }
    return new StationFacts(
        clock.instant(),
        watchdog.framesPerSecond(),
        watchdog.stalls(),
        watchdog.longestNanos(),
        used,
        Runtime.getRuntime().maxMemory());
  }

  /** Writes a file with all that is known now, and says where it is or why it is not. */
  public void export() {
    WardSnapshot present = ward;
    if (present == null || exporting) {
      return;
    }
    exporting = true;
    Instant now = clock.instant();
    DiagnosticsView view = view(forFiles, present, facts());
    List<LinkEvent> events = log.with(present.link().details().events());
    CompletableFuture<?> _ =
        CompletableFuture.supplyAsync(() -> write(present, view, events, now), WRITER)
            .whenComplete((file, failure) -> Platform.runLater(() -> exported(file, failure)));
  }

  private Path write(
      WardSnapshot present, DiagnosticsView view, List<LinkEvent> events, Instant now) {
    try {
      return export.write(present.link(), view, events, now);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private void exported(@Nullable Path file, @Nullable Throwable failure) {
    exporting = false;
    messageUntilNanos = nowNanos + MESSAGE_NANOS;
    if (failure == null) {
      pane.showExport(
          new DiagnosticsView.Word(
              words.text("page.saved", String.valueOf(file)), DiagnosticsView.Tone.GOOD));
      return;
    }
    LOG.warn("The diagnostics could not be written to {}", export.folder(), failure);
    pane.showExport(
        new DiagnosticsView.Word(
            words.text("page.not-saved", export.folder()), DiagnosticsView.Tone.CAUTION));
  }
}
