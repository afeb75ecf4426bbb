package org.wardbeat.station.review;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.wardbeat.station.presentation.AlarmId;
import org.wardbeat.station.ward.AlarmHistory;
import org.wardbeat.station.ward.BridgeRequests;
import org.wardbeat.station.ward.HistoryQuery;
import org.wardbeat.wire.frame.Frame;

/**
 * Reads the alarms of a period from the bridge, a page at a time, the newest onset first, unit by
 * unit. Small pages show how far it has come, let it be given up at once, and never keep the bridge
 * from the questions of others. Confined to the thread that its executor runs tasks on.
 */
final class HistoryRun {
  /** Alarms of a page. */
  static final int PAGE = 200;

  /** Most alarms that are read; more would be too many to look through. */
  static final int MOST = 100_000;

  private final BridgeRequests bridge;
  private final Executor screen;
  private final long fromMicros;
  private final long toMicros;
  private final Deque<String> units;
  private final Consumer<List<Frame.AlarmRecord>> pages;
  private String missing = "";
  private int read;
  private long backToMicros;
  private boolean over;

  /** What was read already of the onset that the next page begins with. */
  private Set<AlarmId> known = Set.of();

  /**
   * @param units whose alarms are wanted; one that is empty stands for all
   * @param fromMicros alarms that had not ended before this, UTC microseconds on the bridge's clock
   * @param toMicros alarms that began before this, on the same clock
   * @param pages told of what each page brings
   */
  HistoryRun(
      BridgeRequests bridge,
      Executor screen,
      List<String> units,
      long fromMicros,
      long toMicros,
      Consumer<List<Frame.AlarmRecord>> pages) {
    this.bridge = bridge;
    this.screen = screen;
    this.units = new ArrayDeque<>(units);
    this.fromMicros = fromMicros;
    this.toMicros = toMicros;
    this.pages = pages;
    this.backToMicros = toMicros;
  }

  void start() {
    ask(units.remove(), toMicros);
  }

  /** Gives it up; nothing more is told. */
  void giveUp() {
    over = true;
  }

  private void ask(String unit, long beforeMicros) {
    int most = PAGE + known.size();
    CompletableFuture<?> _ =
        bridge
            .history(new HistoryQuery(unit, "", fromMicros, beforeMicros, most))
            .thenAcceptAsync(answer -> take(unit, beforeMicros, most, answer), screen);
  }

  private void take(String unit, long beforeMicros, int most, AlarmHistory answer) {
    if (over) {
      return;
    }
    List<Frame.AlarmRecord> news =
        answer.records().stream()
            .filter(each -> !known.contains(AlarmBook.idOf(each)))
            .limit(MOST - (long) read)
            .toList();
    read += news.size();
    missing = missing.isEmpty() ? answer.missing() : missing;
    if (!news.isEmpty()) {
      backToMicros = news.getLast().alarm().onsetMicros();
    }
    boolean unitRead = answer.records().size() < most || news.isEmpty();
    if (read >= MOST) {
      missing = "Only the newest 100\u2009000 alarms are shown.";
    }
    over = read >= MOST || (unitRead && units.isEmpty());
    pages.accept(news);
    if (over) {
      return;
    }
    if (unitRead) {
      known = Set.of();
      backToMicros = toMicros;
      ask(units.remove(), toMicros);
    } else {
      goOnAfter(unit, beforeMicros, news);
    }
  }

  /** Has the next page begin with the last onset of this one, of which there may be more. */
  private void goOnAfter(String unit, long beforeMicros, List<Frame.AlarmRecord> news) {
    long onset = news.getLast().alarm().onsetMicros();
    Set<AlarmId> same = new HashSet<>(beforeMicros == onset + 1 ? known : Set.of());
    news.stream()
        .filter(each -> each.alarm().onsetMicros() == onset)
        .map(AlarmBook::idOf)
        .forEach(same::add);
    known = same;
    ask(unit, onset + 1);
  }

  /** How far it has come. */
  Progress progress() {
    return new Progress(fromMicros, toMicros, read, backToMicros, over, missing);
  }

  /**
   * How far reading has come.
   *
   * @param fromMicros where the period begins
   * @param toMicros where it ends
   * @param read how many alarms were read
   * @param backToMicros the oldest onset that was read of the unit that is being read
   * @param over whether nothing more comes
   * @param missing why not all alarms are there, in words for the operator; empty if all are, as
   *     far as they were read
   */
  record Progress(
      long fromMicros, long toMicros, int read, long backToMicros, boolean over, String missing) {
    /** Whether all alarms of the period are there. */
    boolean isWhole() {
      return over && missing.isEmpty();
    }

    /** The share of the period that was read, 0 to 1. */
    double share() {
      double length = Math.max(1, toMicros - fromMicros);
      return over ? 1 : Math.clamp((toMicros - backToMicros) / length, 0, 1);
    }
  }
}
