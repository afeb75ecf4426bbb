package org.wardbeat.station.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import javafx.scene.Cursor;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wardbeat.render.sweep.SweepPage;
import org.wardbeat.render.sweep.SweepScale;
import org.wardbeat.render.sweep.SweepStyle;
import org.wardbeat.station.overview.FlashClock;
import org.wardbeat.station.presentation.BannerView;
import org.wardbeat.station.presentation.LinkPhase;
import org.wardbeat.station.presentation.OverviewPresenter;
import org.wardbeat.station.presentation.OverviewView;
import org.wardbeat.station.presentation.SectorView;
import org.wardbeat.station.report.PaintDelay;
import org.wardbeat.station.report.PaintMetrics;
import org.wardbeat.station.screen.LiveScreen;
import org.wardbeat.station.sound.SoundControl;
import org.wardbeat.station.theme.Texts;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardFeed;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.station.wave.BedWaves;
import org.wardbeat.wire.ward.BedId;

/**
 * The display on the wall: top bar, pinned alarms, and a sector for each bed, in sizes that follow
 * from the distance it is read from. Nothing on it can be pressed. User-interface thread only.
 */
public final class WallScreen extends Region implements LiveScreen {
  private static final Logger LOG = LoggerFactory.getLogger(WallScreen.class);
  private static final double MARGIN = 12;
  private static final double GAP = 8;
  private static final double USUAL_DPI = 96;

  /** What the bars and a bed need at the least, in px of the design. */
  private static final double LEAST_WIDTH = 1_440;

  private static final double LEAST_HEIGHT = 800;

  /** How long it tells what a user would close. */
  private static final long NOTICE_NANOS = 60_000_000_000L;

  private static final long SECOND_NANOS = 1_000_000_000;

  /** Every second pulse of 60 a second: from afar that is smooth, for half of the work. */
  private static final long LEAST_FRAME_NANOS = 20_000_000;

  private static final double MM_PER_SECOND = 25;
  private static final double STROKE = 3;
  private static final double ERASE_MM = 7;

  private final WallSettings settings;
  private final WardFeed feed;
  private final PaintMetrics metrics;
  private final OverviewPresenter presenter;
  private final SoundControl sound;
  private final DoubleSupplier displayDpi;
  private final FlashClock clock = new FlashClock();
  private final PaintDelay paintDelay = new PaintDelay();
  private final Pane content = new Pane();
  private final Pane grid = new Pane();
  private final SweepPage page;
  private final WallTop top;
  private final AlarmLane lane;
  private final WallBanner banner = new WallBanner();
  private final Text noBeds = Texts.line("wall-no-beds");
  private List<WallSector> sectors = List.of();
  private List<BedId> order = List.of();
  private PixelShift shift = new PixelShift(1);
  private WallScale scale = WallScale.DESIGN;
  private WallScale inside = WallScale.DESIGN;
  private WallGrid layout = WallGrid.of(1, 1, 1);
  private int roomFor;
  private double sizedWidth;
  private double sizedHeight;
  private long secondNanos;
  private long wavesNanos;
  private long drawFromMicros = Long.MIN_VALUE;
  private boolean everFlowing;
  private boolean noticed;
  private long noticedNanos;
  private LinkPhase phase = LinkPhase.NEVER_CONNECTED;
  private @Nullable OverviewView shown;

  /**
   * @param settings how the display hangs
   * @param feed what is known of the ward
   * @param metrics told what is painted when
   * @param presenter decides what is shown
   * @param sound lets alarms be heard
   * @param displayDpi how many px of the scene the display says to have in an inch
   */
  public WallScreen(
      WallSettings settings,
      WardFeed feed,
      PaintMetrics metrics,
      OverviewPresenter presenter,
      SoundControl sound,
      DoubleSupplier displayDpi) {
    this.settings = settings;
    this.feed = feed;
    this.metrics = metrics;
    this.presenter = presenter;
    this.top = new WallTop(presenter.words());
    this.lane = new AlarmLane(presenter.words(), clock);
    this.sound = sound;
    this.displayDpi = displayDpi;
    this.page = new SweepPage(sweepScale(), sweepStyle());
    setId("wall");
    getStyleClass().add("wall");
    setCursor(Cursor.NONE);
    noBeds.setId("wall-no-beds");
    content.setManaged(false);
    content.setMouseTransparent(true);
    grid.setManaged(false);
    page.setManaged(false);
    content.getChildren().addAll(grid, page, lane, banner, top, noBeds);
    getChildren().add(content);
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public void pulse(long pulseNanos, long nowNanos) {
    metrics.pulse(pulseNanos);
    WardSnapshot ward = feed.snapshot();
    double millis = paintDelay.millis(ward.changedNanos(), nowNanos);
    size(ward.beds().size());
    long nowMicros = feed.bridgeNowMicros();
    OverviewView view = presenter.present(ward, millis, sound.state(), nowMicros, nowNanos);
    sound.demand(view.sound());
    show(view, ward.beds().size());
    follow(view.phase(), nowMicros);
    closeNotice(view, nowNanos);
    pulseWaves(view.of(ward.beds()), pulseNanos);
    top.beat(pulseNanos);
    if (clock.advance(pulseNanos)) {
      lane.flash();
      banner.flash(clock);
      sectors.forEach(WallSector::flash);
    }
    if (shift.advance(pulseNanos)) {
      content.relocate(shift.x(), shift.y());
    }
    if (ward.changedNanos() != 0) {
      metrics.painted(ward.changedNanos());
    }
  }

  private void pulseWaves(List<BedSnapshot> beds, long pulseNanos) {
    boolean second = pulseNanos - secondNanos >= SECOND_NANOS;
    if (second) {
      secondNanos = pulseNanos;
    }
    for (int i = 0; i < sectors.size() && i < beds.size(); i++) {
      if (beds.get(i).id().equals(order.get(i))) {
        sectors.get(i).follow(beds.get(i), second);
      }
    }
    if (pulseNanos - wavesNanos >= LEAST_FRAME_NANOS) {
      wavesNanos = pulseNanos;
      page.setVisible(true);
      page.pulse(pulseNanos);
    }
  }

  /** Finds the sizes for the display as it is now, and room for the beds there are. */
  private void size(int beds) {
    int wanted = Math.max(Math.max(1, beds), settings.beds().orElse(1));
    boolean sameSize = getWidth() == sizedWidth && getHeight() == sizedHeight;
    if ((sameSize && wanted == roomFor) || getWidth() <= 0 || getHeight() <= 0) {
      return;
    }
    if (!sameSize) {
      sizedWidth = getWidth();
      sizedHeight = getHeight();
      scale = fitting(scaleOf(sizedWidth, sizedHeight), sizedWidth, sizedHeight);
      shift = new PixelShift((int) Math.rint(8 * scale.unit()));
    }
    roomFor = wanted;
    double unit = scale.unit();
    layout = WallGrid.of(wanted, gridWidth() / unit, gridHeight(false) / unit);
    presenter.setPageSize(layout.capacity());
    shown = null;
    LOG.info(
        "Read from {} m: bed labels of {} px, {} by {} beds, {} sectors.",
        settings.distanceMetres(),
        Math.round(Type.BED.px(scale.times(layout.factor()))),
        layout.columns(),
        layout.rows(),
        layout.form());
    requestLayout();
  }

  /** On a display much too small for the distance all is smaller, never one over another. */
  private WallScale fitting(WallScale wanted, double width, double height) {
    double unit = wanted.unit();
    double share = Math.min(width / (LEAST_WIDTH * unit), height / (LEAST_HEIGHT * unit));
    if (share >= 1) {
      return wanted;
    }
    double metres = settings.distanceMetres();
    LOG.warn(
        "This display is too small to be read from {} m: the letters are {} % as high as they"
            + " should be. It can be read from {} m; --display-inches and --distance-metres state how it"
            + " hangs.",
        metres, Math.round(100 * share), Math.floor(metres * share * 10) / 10);
    return wanted.times(share);
  }

  private WallScale scaleOf(double width, double height) {
    double metres = settings.distanceMetres();
    if (settings.displayInches().isPresent()) {
      return WallScale.of(metres, settings.displayInches().getAsDouble(), width, height);
    }
    double told = displayDpi.getAsDouble();
    double dpi = told > 0 ? told : USUAL_DPI;
    LOG.info(
        "The display says it has {} px in an inch, so that it would measure {} inches;"
            + " --display-inches states its true size.",
        Math.round(dpi),
        Math.round(Math.hypot(width, height) / dpi));
    return WallScale.ofDpi(metres, dpi);
  }

  /** After an outage, what was missed is for the record and not for the screen. */
  private void follow(LinkPhase next, long nowMicros) {
    if (phase.isCutOff() && !next.isCutOff() && everFlowing) {
      drawFromMicros = nowMicros;
      sectors.forEach(sector -> sector.drawFrom(nowMicros));
    }
    everFlowing |= next.isFlowing();
    phase = next;
  }

  private SweepScale sweepScale() {
    return new SweepScale(Math.clamp(inside.pxPerMm(), 0.5, 100), MM_PER_SECOND);
  }

  private SweepStyle sweepStyle() {
    return new SweepStyle(
        Math.clamp(STROKE * inside.unit(), 1, 10),
        Math.clamp(ERASE_MM * inside.pxPerMm(), 1, 200),
        SweepStyle.DESK.leadsOff(),
        SweepStyle.NO_BAR,
        SweepStyle.DESK.clipped(),
        SweepStyle.DESK.pacer());
  }

  private void show(OverviewView view, int beds) {
    if (view.equals(shown)) {
      return;
    }
    OverviewView before = shown;
    shown = view;
    boolean wasTall = banner.isVisible();
    Labels labels = Labels.of(view);
    boolean inOrder = isInOrder(view.sectors());
    top.show(WallTop.Content.of(view, scale), view.top().clock());
    if (before == null || !before.banner().equals(view.banner())) {
      banner.show(view.banner(), scale);
    }
    if (before == null || !inOrder || !sameAlarms(before, view)) {
      lane.show(view, Hidden.of(view, beds), labels, scale);
    }
    if (!inOrder) {
      rebuild(view.sectors());
    }
    for (int i = 0; i < sectors.size(); i++) {
      SectorView sector = view.sectors().get(i);
      sectors.get(i).show(sector, labels.unit(sector.id()));
    }
    boolean none = view.sectors().isEmpty() && view.phase().isFlowing();
    Texts.set(noBeds, none ? presenter.words().text("overview.no-beds") : "");
    if (wasTall != banner.isVisible() || none) {
      requestLayout();
    }
  }

  /** Several times a second all that changes is a number of a bed. */
  private static boolean sameAlarms(OverviewView before, OverviewView view) {
    return before.phase() == view.phase() && before.strip().equals(view.strip());
  }

  /** Nobody is there to say that they have read it. */
  private void closeNotice(OverviewView view, long nowNanos) {
    boolean notice = view.banner().remedy() == BannerView.Remedy.CLOSE;
    if (notice && !noticed) {
      noticedNanos = nowNanos;
    }
    noticed = notice;
    if (notice && nowNanos - noticedNanos >= NOTICE_NANOS) {
      presenter.closeNotice();
    }
  }

  private boolean isInOrder(List<SectorView> views) {
    boolean same = views.size() == order.size();
    for (int i = 0; same && i < order.size(); i++) {
      same = order.get(i).equals(views.get(i).id());
    }
    return same;
  }

  private void rebuild(List<SectorView> views) {
    List<BedId> ids = new ArrayList<>();
    List<WallSector> next = new ArrayList<>();
    for (SectorView view : views) {
      int known = order.indexOf(view.id());
      ids.add(view.id());
      next.add(known < 0 ? sector(view.id()) : sectors.get(known));
    }
    sectors.stream().filter(sector -> !next.contains(sector)).forEach(WallSector::dispose);
    order = ids;
    sectors = next;
    grid.getChildren().setAll(next);
    requestLayout();
  }

  private WallSector sector(BedId bed) {
    WallSector sector = new WallSector(presenter.words(), bed, new BedWaves(page, feed), clock);
    sector.drawFrom(drawFromMicros);
    return sector;
  }

  @Override
  public boolean isLive() {
    return phase.isFlowing();
  }

  @Override
  public void showFailure(String time) {
    rebuild(List.of());
    page.setVisible(false);
    shown = null;
    phase = LinkPhase.NEVER_CONNECTED;
    banner.show(BannerView.screenFailed(presenter.words(), time), scale);
    requestLayout();
  }

  private double gridWidth() {
    return Math.max(0, sizedWidth - shift.reach() - 2 * MARGIN * scale.unit());
  }

  private double gridHeight(boolean tall) {
    double bars = WallTop.HEIGHT + AlarmLane.HEIGHT + 2 * GAP + MARGIN;
    double all = bars + (tall ? WallBanner.HEIGHT + GAP : 0);
    return Math.max(0, sizedHeight - shift.reach() - all * scale.unit());
  }

  @Override
  protected void layoutChildren() {
    double unit = scale.unit();
    double width = getWidth() - shift.reach();
    double margin = Math.rint(MARGIN * unit);
    double gap = WallGrid.gap(unit);
    content.resizeRelocate(shift.x(), shift.y(), width, getHeight() - shift.reach());
    double y = Math.rint(WallTop.HEIGHT * unit);
    top.resizeRelocate(0, 0, width, y);
    y += gap;
    boolean tall = banner.isVisible();
    if (tall) {
      double height = Math.rint(WallBanner.HEIGHT * unit);
      banner.resizeRelocate(0, y, width, height);
      y += height + gap;
    }
    double laneHeight = Math.rint(AlarmLane.HEIGHT * unit);
    lane.resizeRelocate(margin, y, width - 2 * margin, laneHeight);
    y += laneHeight + gap;
    grid.resizeRelocate(margin, y, gridWidth(), gridHeight(tall));
    page.resizeRelocate(margin, y, gridWidth(), gridHeight(tall));
    Lines.size(noBeds, Type.BAR, scale);
    Lines.placeMiddle(noBeds, width / 2, y + gridHeight(tall) / 2);
    placeSectors(gap, tall);
  }

  private void placeSectors(double gap, boolean tall) {
    double unit = scale.unit();
    WallGrid fitted = layout.fitted(gridWidth() / unit, gridHeight(tall) / unit);
    inside = scale.times(fitted.factor());
    page.setScale(sweepScale());
    page.setSweepStyle(sweepStyle());
    double width = fitted.sectorWidth(gridWidth(), gap);
    double height = fitted.sectorHeight(gridHeight(tall), gap);
    for (int i = 0; i < sectors.size(); i++) {
      int row = i / fitted.columns();
      double x = i % fitted.columns() * (width + gap);
      double y = row * (height + gap);
      sectors.get(i).place(x, y, width, height, inside, fitted.form());
    }
  }
}
