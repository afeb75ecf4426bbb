package org.wardbeat.station.review;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.station.help.Shortcut;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.AlarmId;
import org.wardbeat.station.presentation.LinkPhase;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.BridgeRequests;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;

/**
 * The review of alarms. While it is shown it knows the alarms of the wanted period, which it reads
 * from the bridge, and those that are not over, which the ward tells live; what it lacks it says.
 * User-interface thread only; what takes long is done elsewhere.
 */
public final class ReviewScreen {
  private static final Logger LOG = LoggerFactory.getLogger(ReviewScreen.class);
  private static final Executor WORKER =
      task -> Thread.ofVirtual().name("wardbeat-review").start(task);
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long MESSAGE_NANOS = TimeUnit.SECONDS.toNanos(4);

  /** So often the period is moved on, if nothing else changes. */
  private static final long MOVE_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** What the bridge stored shortly before a question may have been told of shortly after it. */
  private static final long OVERLAP_MICROS = TimeUnit.SECONDS.toMicros(10);

  private final BridgeRequests bridge;
  private final List<String> units;
  private final Words words;
  private final ZoneId zone;
  private final InstantSource clock;
  private final CsvFolder folder;
  private final Optional<Operator> operator;
  private final AlarmBook book = new AlarmBook();
  private final ReviewPane pane;
  private Consumer<BedId> goTo = _ -> {};
  private Ordering ordering = Ordering.NEWEST_FIRST;
  private List<BedSnapshot> beds = List.of();
  private AlarmWords said;
  private @Nullable HistoryRun period;
  private @Nullable HistoryRun lately;
  private long latelyMicros;
  private String latelyMissing = "";
  private @Nullable ReviewView view;
  private Frame.@Nullable AlarmRecord selected;
  private boolean following;
  private boolean wasShown;
  private boolean wasFlowing;
  private boolean changed;
  private boolean working;
  private boolean exporting;
  private long nanos;
  private long secondNanos;
  private long workedNanos;
  private long messageNanos;

  /**
   * @param bridge who is asked for alarms of the past
   * @param units whose alarms this station may show; empty for all
   * @param words in which language
   * @param zone of the times of day
   * @param clock this computer's time of day
   * @param folder where tables are written
   * @param operator in whose name they are; without one none is written
   */
  public ReviewScreen(
      BridgeRequests bridge,
      List<String> units,
      Words words,
      ZoneId zone,
      InstantSource clock,
      Path folder,
      Optional<Operator> operator) {
    this.bridge = bridge;
    this.units = units.isEmpty() ? List.of("") : List.copyOf(units);
    this.zone = zone;
    this.clock = clock;
    this.folder = new CsvFolder(folder);
    this.operator = operator;
    this.words = words;
    this.said = new AlarmWords(words, zone, 0, false);
    this.pane = new ReviewPane(words, () -> said, new Wanted());
    pane.setVisible(false);
  }

  /** What is shown, for the screen to place. */
  public Region node() {
    return pane;
  }

  /** Sets who shows a bed when the user wants to go to it. */
  public void setGoTo(Consumer<BedId> shower) {
    goTo = shower;
  }

  /** Shows or hides it. */
  public void setShown(boolean shown) {
    pane.setVisible(shown);
    if (shown) {
      pane.focusList();
    }
  }

  /** Wants what another wanted, which is not used any more; what that one read is read anew. */
  public void follow(ReviewScreen before) {
    following = true;
    pane.filters().follow(before.pane.filters());
    pane.showMode();
    selected = before.selected;
    following = false;
    giveUp(before.period);
    giveUp(before.lately);
  }

  /** Does what a key is for while this is shown; returns whether it is one of these. */
  public boolean key(KeyEvent event) {
    boolean save = Shortcut.SAVE_REVIEW.isPressed(event);
    if (save) {
      export();
    }
    return save;
  }

  /**
   * A pulse of the screen.
   *
   * @param pulseNanos its moment, as an animation timer is told
   * @param nowMicros the bridge's present time
   */
  public void pulse(WardSnapshot ward, LinkPhase phase, long pulseNanos, long nowMicros) {
    nanos = pulseNanos;
    boolean newlyShown = pane.isVisible() && !wasShown;
    wasShown = pane.isVisible();
    if (!pane.isVisible() || (!newlyShown && pulseNanos - secondNanos < SECOND_NANOS)) {
      return;
    }
    secondNanos = pulseNanos;
    boolean flowing = phase.isFlowing();
    said = new AlarmWords(words, zone, nowMicros, flowing);
    beds = ward.beds();
    pane.offer(beds.stream().map(BedSnapshot::id).toList());
    // While nothing is told, nothing has gone either.
    AlarmBook.Change change = flowing ? book.look(beds) : AlarmBook.Change.NONE;
    changed |= change.news() || newlyShown || flowing != wasFlowing;
    read(newlyShown, flowing, change.gone());
    wasFlowing = flowing;
    if (changed || pulseNanos - workedNanos >= MOVE_NANOS) {
      work();
    }
    pane.tick();
    showDetail();
    showStatus();
    if (messageNanos != 0 && pulseNanos - messageNanos >= MESSAGE_NANOS) {
      messageNanos = 0;
      pane.showExport("", true);
    }
  }

  private void read(boolean newlyShown, boolean flowing, boolean gone) {
    HistoryRun run = period;
    boolean cameBack = flowing && !wasFlowing;
    if (run == null || cameBack || run.progress().fromMicros() > neededFrom()) {
      readPeriod();
    } else if (run.progress().over() && (newlyShown || gone)) {
      readLately();
    }
  }

  /** The period moves on; what was read once need not be read again. */
  private long neededFrom() {
    return pane.filters().period().from(said.nowMicros());
  }

  private void readPeriod() {
    giveUp(period);
    giveUp(lately);
    lately = null;
    latelyMissing = "";
    latelyMicros = said.nowMicros();
    book.clear();
    book.look(beds);
    HistoryRun run =
        new HistoryRun(
            bridge, Platform::runLater, units, neededFrom(), said.nowMicros(), this::take);
    period = run;
    run.start();
  }

  private static void giveUp(@Nullable HistoryRun run) {
    if (run != null) {
      run.giveUp();
    }
  }

  /** What ended since, and what came while this was not shown. */
  private void readLately() {
    HistoryRun before = lately;
    if (before != null && !before.progress().over()) {
      return;
    }
    long now = said.nowMicros();
    HistoryRun run =
        new HistoryRun(
            bridge, Platform::runLater, units, latelyMicros - OVERLAP_MICROS, now, this::take);
    lately = run;
    latelyMicros = now;
    run.start();
  }

  private void take(List<Frame.AlarmRecord> page) {
    changed |= book.add(page);
    HistoryRun run = lately;
    latelyMissing = run == null ? "" : run.progress().missing();
    showStatus();
  }

  private void work() {
    if (working) {
      return;
    }
    working = true;
    changed = false;
    workedNanos = nanos;
    Set<BedId> occupied =
        beds.stream()
            .filter(BedSnapshot::occupied)
            .map(BedSnapshot::id)
            .collect(Collectors.toSet());
    ReviewQuestion question =
        new ReviewQuestion(
            book.records(),
            pane.filters().period(),
            said.nowMicros(),
            pane.filters().filter(),
            ordering,
            zone,
            occupied);
    CompletableFuture<?> _ =
        CompletableFuture.supplyAsync(question::answer, WORKER)
            .whenComplete((answer, failure) -> Platform.runLater(() -> worked(answer, failure)));
  }

  private void worked(@Nullable ReviewView answer, @Nullable Throwable failure) {
    working = false;
    if (answer == null) {
      LOG.error("The review of alarms could not be worked out.", failure);
      return;
    }
    view = answer;
    pane.show(answer, selected == null ? null : AlarmBook.idOf(selected));
    if (changed) {
      work(); // what was wanted meanwhile
    }
  }

  private void showStatus() {
    HistoryRun run = period;
    pane.showStatus(
        run == null ? ReviewStatus.NONE : ReviewStatus.of(run.progress(), latelyMissing, said));
  }

  private void showDetail() {
    Frame.AlarmRecord chosen = selected;
    if (chosen == null) {
      pane.showDetail(null);
      return;
    }
    AlarmId id = AlarmBook.idOf(chosen);
    Frame.AlarmRecord newest = book.find(id).stream().findFirst().orElse(chosen);
    pane.showDetail(AlarmDetail.of(newest, said, patientOf(newest.bed())));
  }

  private @Nullable Patient patientOf(BedId bed) {
    return beds.stream()
        .filter(each -> each.id().equals(bed))
        .map(BedSnapshot::patient)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Writes a file with what is shown, and says where it is or why it is not. */
  public void export() {
    ReviewView shown = view;
    if (shown == null || exporting) {
      return;
    }
    if (operator.isEmpty()) {
      say(words.text("review.not-saved.nobody"), false);
      return;
    }
    exporting = true;
    Instant now = clock.instant();
    boolean burden = pane.filters().mode() == FilterBar.Mode.BURDEN;
    HistoryRun run = period;
    boolean complete = run != null && run.progress().isWhole() && latelyMissing.isEmpty();
    CompletableFuture<?> _ =
        CompletableFuture.supplyAsync(() -> write(shown, burden, complete, now), WORKER)
            .whenComplete((file, failure) -> Platform.runLater(() -> exported(file, failure)));
  }

  private Path write(ReviewView shown, boolean burden, boolean complete, Instant now) {
    try {
      return burden
          ? folder.write("burden", BurdenCsv.of(shown.burden(), zone, complete), now)
          : folder.write("alarms", AlarmCsv.of(shown.rows(), complete), now);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private void exported(@Nullable Path file, @Nullable Throwable failure) {
    exporting = false;
    if (failure == null) {
      say(words.text("page.saved", String.valueOf(file)), true);
      return;
    }
    LOG.warn("The review could not be written to {}", folder.path(), failure);
    say(words.text("page.not-saved", folder.path()), false);
  }

  private void say(String sentence, boolean saved) {
    messageNanos = nanos;
    pane.showExport(sentence, saved);
  }

  /** What the user wants. */
  private final class Wanted implements ReviewPane.Wishes {
    @Override
    public void filter() {
      if (following) {
        return;
      }
      pane.showMode();
      read(false, wasFlowing, false);
      changed = true;
      work();
      showStatus();
    }

    @Override
    public void order(Ordering next) {
      ordering = next;
      changed = true;
      work();
    }

    @Override
    public void select(Frame.@Nullable AlarmRecord record) {
      selected = record;
      showDetail();
    }

    @Override
    public void goToBed() {
      Frame.AlarmRecord chosen = selected;
      if (chosen != null) {
        goTo.accept(chosen.bed());
      }
    }

    @Override
    public void readAgain() {
      readPeriod();
      showStatus();
    }

    @Override
    public void export() {
      ReviewScreen.this.export();
    }
  }
}
