package org.wardbeat.station.patient;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.sweep.SweepMotion;
import org.wardbeat.station.help.Shortcut;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.overview.FlashClock;
import org.wardbeat.station.overview.States;
import org.wardbeat.station.panel.PanelKind;
import org.wardbeat.station.presentation.SectorView;
import org.wardbeat.station.report.LatencyFigures;
import org.wardbeat.station.settings.Setting;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.trend.EventStrip;
import org.wardbeat.station.trend.StationMemory;
import org.wardbeat.station.trend.Stay;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.LinkHop;
import org.wardbeat.station.ward.WardFeed;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.station.wave.Band;
import org.wardbeat.station.wave.Gain;
import org.wardbeat.station.wave.Hum;
import org.wardbeat.station.wave.SweepSpeed;
import org.wardbeat.station.window.WindowDisplay;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.VitalSign;

/**
 * The patient window: all that is known of one bed. What it says of a bed is what the overview
 * says; with another patient nothing of the one before stays. How waves are drawn is kept as it was
 * chosen last. User-interface thread only.
 */
public final class PatientScreen {
  /** What px per mm is taken to be until somebody measures the screen: a usual desk display. */
  public static final double USUAL_PX_PER_MM = 4;

  /** So often trends are drawn anew, if nothing else changes. */
  private static final long TREND_MICROS = 10_000_000;

  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final WardFeed feed;
  private final Words words;
  private final RulerStore store;
  private final PatientPresenter presenter;
  private final SettingsStore settings;
  private final StationMemory memory;
  private final PatientHeader header;
  private final AlarmBand band;
  private final WavePane waves;
  private final WaveBar bar;
  private final EventPane event;
  private final EventList events;
  private final RulerPane ruler;
  private final PatientPane pane;
  private Runnable leave = () -> {};
  private Consumer<PanelKind> open = _ -> {};
  private @Nullable BedId bed;
  private @Nullable BedSnapshot snapshot;
  private @Nullable Stay stay;
  private @Nullable SectorView sector;
  private @Nullable PatientView view;
  private @Nullable FlashClock flash;
  private @Nullable EventStrip strip;
  private long trendPeriod;
  private boolean changed = true;
  private long secondNanos;
  private String display = "";

  /**
   * @param feed what is known of the ward
   * @param words in which language
   * @param zone of the times of day
   * @param store keeps what was measured of displays
   * @param settings keep how waves are drawn
   * @param memory what the station remembers of its beds; somebody else has it look
   */
  public PatientScreen(
      WardFeed feed,
      Words words,
      ZoneId zone,
      RulerStore store,
      SettingsStore settings,
      StationMemory memory) {
    this.settings = settings;
    this.memory = memory;
    this.words = words;
    this.feed = feed;
    this.store = store;
    this.presenter = new PatientPresenter(words, zone);
    this.header = new PatientHeader(words, () -> leave.run(), kind -> open.accept(kind));
    this.waves = new WavePane(feed, words, zone, USUAL_PX_PER_MM);
    this.bar = new WaveBar(words, settings, new Wanted());
    drawAsChosen(settings.current());
    this.band = new AlarmBand(words);
    this.events = new EventList(words);
    this.event = new EventPane(words, zone);
    this.ruler = new RulerPane(words, this::measured, this::focus);
    this.pane = new PatientPane(words, header, band, waves, bar, event, events, ruler);
    pane.setVisible(false);
    bar.show(waves.speed(), waves.gain());
    showRuler();
  }

  /** What is shown, for the screen to place. */
  public Region node() {
    return pane;
  }

  /**
   * Sets what its buttons do.
   *
   * @param back goes back to the beds
   * @param panel opens a form for the bed
   */
  public void setActions(Runnable back, Consumer<PanelKind> panel) {
    leave = back;
    open = panel;
  }

  /** Shows another bed from the next pulse on. */
  public void setBed(@Nullable BedId next) {
    if (next == null || next.equals(bed)) {
      return;
    }
    bed = next;
    forget();
  }

  /** The bed that is shown, null if none was yet. */
  public @Nullable BedId bed() {
    return bed;
  }

  /** Shows or hides it. */
  public void setShown(boolean shown) {
    if (pane.isVisible() && !shown) {
      unfreeze();
      if (ruler.isOpen()) {
        ruler.close();
      }
    }
    changed |= shown && !pane.isVisible();
    pane.setVisible(shown);
    if (shown) {
      focus();
    }
  }

  /** Whether waves are held, which another page or bed ends. */
  public boolean isFrozen() {
    return waves.isFrozen();
  }

  private void focus() {
    pane.requestFocus();
  }

  /** After an outage, what was missed is for the record and not for the screen. */
  public void drawFrom(long micros) {
    waves.drawFrom(micros);
  }

  /** Takes away all that is of the patient before, or of the bed before. */
  private void forget() {
    unfreeze();
    waves.disconnect();
    snapshot = null;
    stay = null;
    sector = null;
    view = null;
    strip = null;
    changed = true;
  }

  /** Does what a key is for while this is shown; returns whether it is one of these. */
  public boolean key(KeyEvent pressed) {
    KeyCode code = pressed.getCode();
    if (ruler.isOpen()) {
      return rulerKey(code);
    }
    if (Shortcut.FREEZE.isPressed(pressed)) {
      toggleFreeze();
      return true;
    }
    if (pressed.isShortcutDown()) {
      return drawingKey(code);
    }
    Freeze held = waves.freeze();
    return held != null && !isControlFocused() && caliperKey(held, code);
  }

  private boolean rulerKey(KeyCode code) {
    if (code == KeyCode.ESCAPE) {
      ruler.close();
    } else if (code == KeyCode.ENTER) {
      ruler.apply();
    } else {
      return false;
    }
    return true;
  }

  private boolean drawingKey(KeyCode code) {
    if (waves.isFrozen()) {
      return false;
    }
    switch (code) {
      case UP -> setGain(waves.gain().step(1));
      case DOWN -> setGain(waves.gain().step(-1));
      case RIGHT -> setSpeed(waves.speed().step(1));
      case LEFT -> setSpeed(waves.speed().step(-1));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean caliperKey(Freeze held, KeyCode code) {
    switch (code) {
      case LEFT -> held.step(-1);
      case RIGHT -> held.step(1);
      case UP -> held.changeLane(-1);
      case DOWN -> held.changeLane(1);
      case HOME -> held.choose(false);
      case END -> held.choose(true);
      default -> {
        return false;
      }
    }
    waves.showCalipers();
    return true;
  }

  /** Whether arrow keys belong to what has the focus. */
  private boolean isControlFocused() {
    Scene scene = pane.getScene();
    Node owner = scene == null ? null : scene.getFocusOwner();
    return owner instanceof ComboBox || owner instanceof TextInputControl;
  }

  private void drawAsChosen(Settings now) {
    waves.setSpeed(now.get(Setting.SWEEP_SPEED));
    waves.setGain(now.get(Setting.ECG_GAIN));
    waves.setFilter(now.get(Setting.ECG_BAND), now.get(Setting.ECG_NOTCH));
    waves.setScrolling(now.get(Setting.WAVE_MOTION) == SweepMotion.SCROLL);
    waves.setGrid(now.get(Setting.WAVE_GRID));
  }

  /** Keeps what was chosen for the next time; returns whether users may choose it. */
  private <T> boolean choose(Setting<T> setting, T value) {
    boolean free = !settings.isLocked(setting);
    if (free && !value.equals(settings.current().get(setting))) {
      CompletableFuture<?> _ = settings.set(setting, value);
    }
    return free;
  }

  private void setSpeed(SweepSpeed next) {
    if (choose(Setting.SWEEP_SPEED, next)) {
      waves.setSpeed(next);
      bar.show(waves.speed(), waves.gain());
    }
  }

  private void setGain(Gain next) {
    if (choose(Setting.ECG_GAIN, next)) {
      waves.setGain(next);
      bar.show(waves.speed(), waves.gain());
    }
  }

  private void toggleFreeze() {
    BedSnapshot now = snapshot;
    if (waves.isFrozen()) {
      unfreeze();
    } else if (now != null && canFreeze()) {
      waves.freeze(now);
      bar.showFrozen(waves.isFrozen(), true);
      focus();
    }
  }

  /** Only while there are waves. */
  private boolean canFreeze() {
    PatientView shown = view;
    return shown != null && shown.mark() == PatientView.Mark.LIVE;
  }

  private void unfreeze() {
    waves.unfreeze();
    bar.showFrozen(false, canFreeze());
  }

  private void measured(double pxPerMm) {
    store.keep(display, pxPerMm);
    waves.setPxPerMm(pxPerMm);
    showRuler();
  }

  /** What was measured of one display says nothing about another, or about another scale. */
  private void seeDisplay() {
    Scene scene = pane.getScene();
    Window window = scene == null ? null : scene.getWindow();
    String now = window == null ? display : WindowDisplay.of(window);
    if (now.equals(display)) {
      return;
    }
    display = now;
    if (ruler.isOpen()) {
      ruler.close();
    }
    waves.setPxPerMm(store.pxPerMm(now).orElse(USUAL_PX_PER_MM));
    showRuler();
  }

  /** What was measured of the display, in logical px per mm. */
  public double pxPerMm() {
    return waves.pxPerMm();
  }

  private void showRuler() {
    boolean known = store.pxPerMm(display).isPresent();
    BigDecimal scale = BigDecimal.valueOf(waves.pxPerMm()).setScale(2, RoundingMode.HALF_UP);
    bar.showRuler(
        known
            ? words.text("patient.ruler.checked", scale.toPlainString())
            : words.text("patient.ruler.none"),
        known);
  }

  /**
   * A pulse of the screen.
   *
   * @param shown what the overview shows of {@link #bed()}; null if it is not in the ward
   * @param clock the one clock of all flashes
   * @param pulseNanos its moment, as an animation timer is told
   * @param nowMicros the bridge's present time
   */
  public void pulse(
      WardSnapshot ward,
      @Nullable SectorView shown,
      FlashClock clock,
      long pulseNanos,
      long nowMicros) {
    BedSnapshot now = bed == null ? null : find(ward, bed);
    boolean another = now != null && stay != null && !Stay.of(now).isSameAs(stay);
    boolean shows = pane.isVisible() && bed != null;
    boolean newly = another || (changed && shows);
    boolean second = newly || pulseNanos - secondNanos >= SECOND_NANOS;
    if (second) {
      secondNanos = pulseNanos;
      seeDisplay();
    }
    if (newly) {
      memory.look(ward, feed, nowMicros);
    }
    boolean inDoubt = now != null && now.check() && waves.isFrozen();
    if (another || inDoubt) {
      forget();
    }
    if (shows && bed != null) {
      flash = clock;
      pulse(bed, now, shown, ward.link().details().hops(), second, nowMicros);
      band.flash(clock);
      waves.pulse(pulseNanos);
    }
  }

  private void pulse(
      BedId of,
      @Nullable BedSnapshot now,
      @Nullable SectorView shown,
      Map<LinkHop, LatencyFigures> hops,
      boolean second,
      long nowMicros) {
    if (now == null || shown == null) {
      showGone(of);
      return;
    }
    stay = Stay.of(now);
    snapshot = now;
    waves.connect(now);
    if (changed || second || !shown.equals(sector)) {
      show(now, shown, hops, nowMicros);
    }
    if (second) {
      waves.fit(now);
    }
  }

  private static @Nullable BedSnapshot find(WardSnapshot ward, BedId wanted) {
    List<BedSnapshot> beds = ward.beds();
    for (int i = 0; i < beds.size(); i++) {
      if (beds.get(i).id().equals(wanted)) {
        return beds.get(i);
      }
    }
    return null;
  }

  private void showGone(BedId gone) {
    if (snapshot != null || changed) {
      forget();
      header.showGone(gone.bed());
      pane.showHeaderOnly(true);
      changed = false;
    }
  }

  /** Takes away what may not be true, until the next pulse that succeeds. */
  public void clear() {
    forget();
    pane.showHeaderOnly(true);
  }

  private void show(
      BedSnapshot now, SectorView shown, Map<LinkHop, LatencyFigures> hops, long nowMicros) {
    PatientView next =
        presenter.present(now, shown, memory.events().events(now.id()), hops, nowMicros);
    PatientView before = view;
    boolean anew = changed || before == null || before.mark() != next.mark();
    view = next;
    sector = shown;
    changed = false;
    for (PatientView.Card card : next.cards()) {
      pane.card(card.slot()).show(card);
    }
    long period = Math.floorDiv(nowMicros, TREND_MICROS);
    if (anew || period != trendPeriod) {
      trendPeriod = period;
      showTrends(next, now.id(), nowMicros);
    }
    showEvent(next, now.id(), anew);
    if (!next.equals(before)) {
      showRest(next, now.id());
    }
  }

  private void showRest(PatientView next, BedId of) {
    pane.showHeaderOnly(false);
    header.show(of.bed(), next);
    FlashClock clock = flash;
    if (clock != null) {
      band.show(next.sector().header(), next.limitNote(), clock);
    }
    waves.show(next.sector().wave());
    SectorView.Kind kind = next.sector().kind();
    pane.waveFrame().pseudoClassStateChanged(States.NOT_LIVE, kind == SectorView.Kind.NOT_LIVE);
    pane.waveFrame().pseudoClassStateChanged(States.EMPTY, kind == SectorView.Kind.EMPTY);
    pane.score().show(next.score());
    events.show(next.events());
    bar.showFrozen(waves.isFrozen(), canFreeze());
  }

  private void showEvent(PatientView next, BedId of, boolean anew) {
    EventStrip now = next.events().isEmpty() ? null : memory.events().strip(of);
    if (anew || !Objects.equals(now, strip)) {
      strip = now;
      event.show(next.events().isEmpty() ? null : next.events().getFirst(), now);
    }
  }

  private void showTrends(PatientView next, BedId of, long nowMicros) {
    boolean live = next.mark() == PatientView.Mark.LIVE;
    for (PatientView.Card card : next.cards()) {
      boolean pressure = card.slot() == PatientView.Slot.NIBP;
      pane.card(card.slot())
          .showTrend(
              memory.trends().trend(of, card.trend(), nowMicros),
              pressure ? memory.trends().trend(of, VitalSign.NIBP_DIA, nowMicros) : null,
              live);
    }
  }

  /** Does what the buttons of the waves are for. */
  private final class Wanted implements WaveBar.Listener {
    @Override
    public void speed(SweepSpeed next) {
      if (next != waves.speed()) {
        setSpeed(next);
      }
    }

    @Override
    public void gain(Gain next) {
      if (next != waves.gain()) {
        setGain(next);
      }
    }

    @Override
    public void filter(Band band, Hum hum) {
      boolean ofBand = choose(Setting.ECG_BAND, band);
      boolean ofHum = choose(Setting.ECG_NOTCH, hum);
      if (ofBand || ofHum) {
        waves.setFilter(band, hum);
      }
    }

    @Override
    public void scrolling(boolean scrolls) {
      if (choose(Setting.WAVE_MOTION, scrolls ? SweepMotion.SCROLL : SweepMotion.ERASE_BAR)) {
        waves.setScrolling(scrolls);
      }
    }

    @Override
    public void grid(boolean isShown) {
      if (choose(Setting.WAVE_GRID, isShown)) {
        waves.setGrid(isShown);
      }
    }

    @Override
    public void ruler() {
      ruler.open(waves.pxPerMm());
    }

    @Override
    public void freeze() {
      toggleFreeze();
    }
  }
}
