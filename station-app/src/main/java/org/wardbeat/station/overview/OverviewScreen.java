package org.wardbeat.station.overview;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.acting.Acting;
import org.wardbeat.station.diagnostics.DiagnosticsScreen;
import org.wardbeat.station.help.HelpScreen;
import org.wardbeat.station.help.Shortcut;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.panel.PanelKind;
import org.wardbeat.station.patient.PatientScreen;
import org.wardbeat.station.presentation.Arrangement;
import org.wardbeat.station.presentation.BannerView;
import org.wardbeat.station.presentation.BedDisplays;
import org.wardbeat.station.presentation.Board;
import org.wardbeat.station.presentation.LinkPhase;
import org.wardbeat.station.presentation.OverviewPresenter;
import org.wardbeat.station.presentation.OverviewView;
import org.wardbeat.station.presentation.SectorView;
import org.wardbeat.station.presentation.TopBarView;
import org.wardbeat.station.report.PaintDelay;
import org.wardbeat.station.report.PaintMetrics;
import org.wardbeat.station.review.ReviewScreen;
import org.wardbeat.station.screen.LiveScreen;
import org.wardbeat.station.settings.SettingsScreen;
import org.wardbeat.station.sound.SoundControl;
import org.wardbeat.station.strip.ConditionStrip;
import org.wardbeat.station.topbar.BedTools;
import org.wardbeat.station.topbar.Page;
import org.wardbeat.station.topbar.TopBar;
import org.wardbeat.station.truth.TruthBanner;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.HistoryQuery;
import org.wardbeat.station.ward.WardFeed;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.ward.BedId;

/**
 * The station's screen: top bar, truth line and strip, which are always there, and between them the
 * sectors of all beds or the diagnostics. Everything moves by {@link #pulse}, which is for one
 * animation timer to call; a pulse touches only what changed. User-interface thread only.
 */
public final class OverviewScreen extends Region implements LiveScreen {
  private static final double MARGIN = 7;
  private static final double GAP = 6;

  /** In px: four sectors of the smallest kind that shows a wave. */
  private static final double LEAST_BESIDE = 930;

  private static final double MOVER_WIDTH = 900;
  private static final Duration EARLIER = Duration.ofMinutes(30);
  private static final int MOST_EARLIER = 500;
  private static final long SECOND_NANOS = 1_000_000_000;

  private final WardFeed feed;
  private final PaintMetrics metrics;
  private final OverviewPresenter presenter;
  private final DiagnosticsScreen diagnostics;
  private final ReviewScreen review;
  private final PatientScreen patient;
  private final SettingsScreen settings;
  private final HelpScreen help;
  private final TopBar topBar;
  private final TruthBanner banner;
  private final BedGrid grid;
  private final ConditionStrip strip;
  private final SoundControl sound;
  private final AlarmDesk desk;
  private final PanelDock dock;
  private final Board board;
  private final ViewCard view;
  private final BedMover mover;
  private final BedWalk walk;
  private final FlashClock flash = new FlashClock();
  private final EventHandler<KeyEvent> keys = this::key;
  private final EventHandler<KeyEvent> typed = this::typed;
  private Page page = Page.BEDS;
  private @Nullable OverviewView shown;
  private LinkPhase phase = LinkPhase.NEVER_CONNECTED;
  private boolean namesHidden;
  private boolean tabbed;
  private boolean panelLeft;
  private boolean everFlowing;
  private boolean earlierAsked;
  private final PaintDelay paintDelay = new PaintDelay();
  private long secondNanos;

  /**
   * @param feed what is known of the ward
   * @param metrics told what is painted when
   * @param presenter decides what is shown
   * @param diagnostics a further page
   * @param review another
   * @param patient the page of one bed
   * @param settings another
   * @param screen which of the station's screens this is, from 0
   * @param displays what each bed's sector shows
   * @param sound lets alarms be heard
   * @param acting does what operators want
   */
  public OverviewScreen(
      WardFeed feed,
      PaintMetrics metrics,
      OverviewPresenter presenter,
      DiagnosticsScreen diagnostics,
      ReviewScreen review,
      PatientScreen patient,
      SettingsScreen settings,
      int screen,
      BedDisplays displays,
      SoundControl sound,
      Acting acting) {
    this.feed = feed;
    this.sound = sound;
    this.metrics = metrics;
    this.presenter = presenter;
    this.diagnostics = diagnostics;
    this.review = review;
    this.patient = patient;
    this.settings = settings;
    this.help = new HelpScreen(presenter.words());
    this.board = presenter.board();
    Words words = presenter.words();
    this.topBar =
        new TopBar(
            words,
            this::go,
            acting.operator(),
            sound::test,
            this::toggleNames,
            new BedTools(words, tools(), board.isLocked(Arrangement.Part.MINE)));
    this.banner = new TruthBanner(words, feed::retryNow, this::remedy);
    this.grid = new BedGrid(feed, flash, words, board.arrangement().layout(), displays);
    this.desk = new AlarmDesk(acting, words, this::goTo);
    this.strip = new ConditionStrip(words, desk);
    this.dock =
        new PanelDock(acting, words, displays, presenter.zone(), desk::bed, this::placePanel);
    this.mover = new BedMover(words, board, grid);
    this.walk = new BedWalk(board, grid, screen, desk::goTo);
    this.view = new ViewCard(words, board, desk::goTo, this::move, this::focusBed);
    grid.setOnMouseClicked(event -> click(event.getX(), event.getY()));
    grid.addEventHandler(ActionEvent.ACTION, this::press);
    setId("overview");
    getStyleClass().add("overview");
    review.setGoTo(desk::goTo);
    patient.setActions(() -> go(Page.BEDS), dock::open);
    for (Region part :
        List.of(
            review.node(),
            banner,
            strip,
            grid,
            mover,
            patient.node(),
            diagnostics.node(),
            settings.node(),
            help.node(),
            dock.node(),
            view,
            topBar)) {
      part.setManaged(false);
      part.visibleProperty().addListener((_, _, _) -> requestLayout());
      getChildren().add(part);
    }
    diagnostics.node().setVisible(false);
    settings.setShown(false);
    help.node().setVisible(false);
    Pages.keep(
        getChildren(),
        List.of(review.node(), diagnostics.node(), settings.node(), help.node()),
        this::focusOutside);
    sceneProperty().addListener((_, before, after) -> listenTo(before, after));
  }

  /** A click at a place of the grid. */
  private void click(double x, double y) {
    if (mover.hasDragged()) {
      return;
    }
    BedId bed = grid.bedAt(x, y);
    if (bed != null && !mover.isMoving() && grid.offersResume(x, y)) {
      desk.resume(bed);
      return;
    }
    press(bed, grid.offersAdmission(x, y));
  }

  /** A sector that was pressed without a pointer. */
  private void press(ActionEvent event) {
    if (event.getTarget() instanceof Sector sector) {
      press(sector.bed(), sector.offersAdmission());
    }
  }

  /**
   * A bed that is pressed is gone to; pressed again, its own page opens. An empty one offers to
   * admit somebody.
   */
  private void press(@Nullable BedId bed, boolean admits) {
    boolean again = bed != null && bed.equals(desk.bed());
    desk.goTo(bed);
    if (admits) {
      dock.open(PanelKind.PEOPLE);
    } else if (again) {
      go(Page.PATIENT);
    }
  }

  @Override
  public Region node() {
    return this;
  }

  private void remedy(BannerView.Remedy remedy) {
    switch (remedy) {
      case DETAILS -> go(Page.DIAGNOSTICS);
      case TEST_SOUND -> sound.test();
      case CLOSE -> presenter.closeNotice();
      case NONE -> throw new IllegalArgumentException("There is no button for nothing.");
    }
  }

  /** To the keys of the whole window, whatever of it has the focus. */
  private void listenTo(@Nullable Scene before, @Nullable Scene after) {
    if (before != null) {
      before.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
      before.removeEventFilter(KeyEvent.KEY_TYPED, typed);
    }
    if (after != null) {
      after.addEventFilter(KeyEvent.KEY_PRESSED, keys);
      after.addEventFilter(KeyEvent.KEY_TYPED, typed);
    }
  }

  private BedTools.Actions tools() {
    return new BedTools.Actions() {
      @Override
      public void arrange() {
        toggleView();
      }

      @Override
      public void mine() {
        if (mayChange(Arrangement.Part.MINE)) {
          board.arrange(board.arrangement().withMine(board.arrangement().mine().next()));
        }
      }

      @Override
      public void turn(int pages) {
        go(Page.BEDS);
        board.turn(pages);
      }

      @Override
      public void goToAway(TopBarView.Away away) {
        desk.goTo(away.first());
      }
    };
  }

  private void toggleNames() {
    board.hideNames(!board.hidesNames());
    followNames();
  }

  /** Another screen of the station may have hidden them. */
  private void followNames() {
    if (board.hidesNames() == namesHidden) {
      return;
    }
    namesHidden = board.hidesNames();
    topBar.setNamesHidden(namesHidden);
    dock.setHidden(namesHidden);
    if (namesHidden) {
      view.close();
      if (page.showsNames()) {
        go(Page.BEDS);
      }
    }
  }

  private void refuseNames() {
    Words words = presenter.words();
    desk.refuse(words.text("top.names-hidden.first", Shortcut.NAMES.label(words)));
  }

  /** While names are hidden, nothing opens that shows any. */
  private boolean isRefused(KeyEvent event) {
    boolean refused =
        namesHidden
            && (PanelDock.isToOpen(event)
                || Shortcut.FIND.isPressed(event)
                || event.getCode() == KeyCode.F5);
    if (refused) {
      refuseNames();
    }
    return refused;
  }

  private void toggleView() {
    if (namesHidden) {
      refuseNames();
    } else if (view.isOpen()) {
      view.close();
    } else {
      go(Page.BEDS);
      view.open();
    }
  }

  private void move() {
    mover.show(true);
    requestLayout();
    focusBed();
  }

  /** Brings the keys back to the bed that was gone to. */
  private void focusBed() {
    BedId bed = board.selected();
    if (bed == null) {
      requestFocus();
    } else {
      grid.focus(bed);
    }
  }

  /** What is taken away must not keep the keys. */
  private void focusOutside() {
    requestFocus();
    if (page == Page.BEDS) {
      focusBed();
    }
  }

  private void key(KeyEvent event) {
    tabbed |= event.getCode() == KeyCode.TAB;
    if (Shortcut.NAMES.isPressed(event)) {
      toggleNames();
      event.consume();
      return;
    }
    if (isRefused(event)) {
      event.consume();
      return;
    }
    if (view.key(event)) {
      event.consume();
      return;
    }
    if (dock.key(event) || strip.key(event) || isPatients(event)) {
      event.consume();
      return;
    }
    if (event.getCode() == KeyCode.F1) {
      go(Page.HELP);
    } else if (event.getCode() == KeyCode.F5) {
      go(Page.REVIEW);
    } else if (event.getCode() == KeyCode.F12) {
      go(Page.DIAGNOSTICS);
    } else if (Shortcut.SETTINGS.isPressed(event)) {
      go(Page.SETTINGS);
    } else if (event.getCode() == KeyCode.F11) {
      coverDisplay();
    } else if (event.getCode() == KeyCode.ESCAPE && page != Page.BEDS) {
      go(Page.BEDS);
    } else if (Shortcut.EXPORT.isPressed(event)) {
      go(Page.DIAGNOSTICS);
      diagnostics.export();
    } else if (!isReviews(event) && !desk.key(event) && !isBeds(event)) {
      return;
    }
    event.consume();
  }

  /** Gives the window all of its display, or its frame back; Escape leads back to the beds only. */
  private void coverDisplay() {
    if (getScene().getWindow() instanceof Stage stage) {
      stage.setFullScreenExitHint("");
      stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
      stage.setFullScreen(!stage.isFullScreen());
    }
  }

  /** Whatever key a question mark is on; but in a field it is one. */
  private void typed(KeyEvent event) {
    boolean inField = event.getTarget() instanceof TextInputControl;
    if (!inField && event.getCharacter().equals("?")) {
      go(Page.HELP);
      event.consume();
    }
  }

  /** Keys of the page of one bed, and the one that opens it; not while a form is filled in. */
  private boolean isPatients(KeyEvent event) {
    if (dock.isOpen()) {
      return false;
    }
    if (page == Page.PATIENT) {
      return patient.key(event);
    }
    boolean opens =
        page == Page.BEDS
            && event.getCode() == KeyCode.ENTER
            && desk.bed() != null
            && !(getScene().getFocusOwner() instanceof Control);
    if (opens) {
      go(Page.PATIENT);
    }
    return opens;
  }

  private boolean isReviews(KeyEvent event) {
    return page == Page.REVIEW && review.key(event);
  }

  /** The keys of the beds, as far as they are not those of a field. */
  private boolean isBeds(KeyEvent event) {
    if (Shortcut.FIND.isPressed(event)) {
      toggleView();
      return true;
    }
    if (page != Page.BEDS) {
      return layOut(event);
    }
    if (mover.isMoving() && event.getCode() == KeyCode.ESCAPE) {
      mover.show(false);
      return true;
    }
    if (Shortcut.MINE.isPressed(event)) {
      tools().mine();
      return true;
    }
    return turnPage(event) || layOut(event) || (!isInForm() && walk.key(event, mover.isMoving()));
  }

  /** Whether arrows are for what has the focus. */
  private boolean isInForm() {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    return view.holds(owner) || dock.holds(owner);
  }

  private boolean turnPage(KeyEvent event) {
    boolean on = event.getCode() == KeyCode.PAGE_DOWN;
    boolean turns = on || event.getCode() == KeyCode.PAGE_UP;
    if (turns) {
      board.turn(on ? 1 : -1);
    }
    return turns;
  }

  /** Lays the screens out for so many beds; the others are on further pages. */
  private boolean layOut(KeyEvent event) {
    OptionalInt beds = LayoutKeys.beds(event);
    boolean asked = beds.isPresent() || LayoutKeys.isAutomatic(event);
    if (asked && mayChange(Arrangement.Part.LAYOUT)) {
      board.arrange(board.arrangement().withLayout(beds));
    }
    return asked;
  }

  /** Whether users may change it; else it is said why not. */
  private boolean mayChange(Arrangement.Part part) {
    boolean locked = board.isLocked(part);
    if (locked) {
      desk.refuse(presenter.words().text("settings.locked"));
    }
    return !locked;
  }

  /** Shows a bed, on whatever page it is. */
  private void goTo(@Nullable BedId bed) {
    board.select(bed);
    if (bed != null) {
      board.reveal(bed);
      patient.setBed(bed);
      go(page == Page.PATIENT ? Page.PATIENT : Page.BEDS);
      if (!dock.isOpen() && page == Page.BEDS) {
        grid.focus(bed);
      }
    }
    grid.select(bed);
  }

  /**
   * By Tab one goes from bed to bed, too; where else the focus comes from, nobody goes anywhere.
   */
  private void followFocus() {
    BedId focused = tabbed ? grid.focused() : null;
    tabbed = false;
    if (focused != null && !focused.equals(desk.bed())) {
      desk.goTo(focused);
    }
  }

  /** Shows a page. */
  public void go(Page next) {
    if (namesHidden && next.showsNames()) {
      refuseNames();
      return;
    }
    page = next;
    boolean beds = next == Page.BEDS;
    grid.setVisible(beds);
    patient.setShown(next == Page.PATIENT);
    diagnostics.node().setVisible(next == Page.DIAGNOSTICS);
    settings.setShown(next == Page.SETTINGS);
    help.node().setVisible(next == Page.HELP);
    review.setShown(next == Page.REVIEW);
    topBar.select(next);
    banner.setDetailed(next == Page.DIAGNOSTICS);
  }

  @Override
  public void pulse(long pulseNanos, long nowNanos) {
    metrics.pulse(pulseNanos);
    // In every pulse: a link whose thread hangs tells no change, and must yet show as stalled.
    WardSnapshot ward = feed.snapshot();
    double paintMillis = paintDelay.millis(ward.changedNanos(), nowNanos);
    boolean second = pulseNanos - secondNanos >= SECOND_NANOS;
    if (second) {
      secondNanos = pulseNanos;
    }
    long nowMicros = feed.bridgeNowMicros();
    OverviewView view = presenter.present(ward, paintMillis, sound.state(), nowMicros, nowNanos);
    sound.demand(view.sound());
    desk.look(view, ward);
    dock.look(ward, view.phase().isFlowing());
    show(view, nowMicros);
    strip.showActions(desk.acknowledging(), desk.pausing(), desk.isPaused());
    diagnostics.pulse(ward, pulseNanos, nowMicros, nowNanos);
    review.pulse(ward, view.phase(), pulseNanos, nowMicros);
    banner.beat(pulseNanos);
    this.view.look(ward.beds());
    followNames();
    followFocus();
    grid.layOutFor(board.arrangement().layout());
    grid.select(board.selected());
    grid.followDisplays();
    grid.setPxPerMm(patient.pxPerMm());
    boolean flashed = flash.advance(pulseNanos);
    BedId one = patient.bed();
    SectorView ofOne = one == null ? null : presenter.viewOf(one);
    patient.pulse(ward, ofOne, flash, pulseNanos, nowMicros);
    if (flashed) {
      strip.flash(flash::isOff);
    }
    if (page == Page.BEDS) {
      pulseBeds(view.of(ward.beds()), pulseNanos, second, flashed);
    }
    if (ward.changedNanos() != 0) {
      metrics.painted(ward.changedNanos());
    }
  }

  private void pulseBeds(List<BedSnapshot> beds, long pulseNanos, boolean second, boolean flashed) {
    grid.connect(beds);
    if (second) {
      grid.fitWaves(beds);
    }
    if (flashed) {
      grid.flash();
    }
    grid.pulse(pulseNanos);
  }

  private void show(OverviewView view, long nowMicros) {
    strip.show(view.strip(), desk.selected());
    if (view.equals(shown)) {
      return;
    }
    shown = view;
    boolean tall = view.banner().form() == BannerView.Form.NOT_LIVE;
    boolean testInBanner = view.banner().remedy() == BannerView.Remedy.TEST_SOUND;
    topBar.show(view.top(), view.simulated() && tall, testInBanner);
    if (banner.show(view.banner(), view.simulated())) {
      requestLayout();
    }
    grid.show(view);
    follow(view.phase(), nowMicros);
  }

  @Override
  public boolean isLive() {
    return phase.isFlowing();
  }

  private void follow(LinkPhase next, long nowMicros) {
    if (phase.isCutOff() && !next.isCutOff() && everFlowing) {
      grid.drawFrom(nowMicros);
      patient.drawFrom(nowMicros);
    }
    everFlowing |= next.isFlowing();
    phase = next;
    if (next.isCutOff()) {
      earlierAsked = false;
    } else if (next.isFlowing() && !earlierAsked) {
      earlierAsked = true;
      askForEarlier(nowMicros);
    }
  }

  /** What ended while this station was not there is told by no event. */
  private void askForEarlier(long nowMicros) {
    long from = nowMicros - EARLIER.toNanos() / 1_000;
    CompletableFuture<?> _ =
        feed.history(new HistoryQuery("", "", from, nowMicros, MOST_EARLIER))
            .thenAcceptAsync(
                history -> presenter.setEarlier(history.records()), Platform::runLater);
  }

  /** Whether something is entered, sent or held here that would be lost with this screen. */
  public boolean isBusy() {
    return dock.isBusy() || patient.isFrozen();
  }

  /** Takes the place of another, which lets go of the beds, and begins where that one was. */
  public void follow(OverviewScreen before) {
    presenter.follow(before.presenter);
    everFlowing = before.everFlowing;
    phase = before.phase;
    followNames();
    desk.follow(before.desk);
    patient.setBed(before.patient.bed());
    diagnostics.follow(before.diagnostics);
    review.follow(before.review);
    dock.follow(before.dock);
    go(before.page);
    mover.show(before.mover.isMoving());
    grid.follow(before.grid);
  }

  @Override
  public void showFailure(String clock) {
    grid.clear();
    patient.clear();
    shown = null;
    if (banner.show(BannerView.screenFailed(presenter.words(), clock), false)) {
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double top = TopBar.HEIGHT + banner.height();
    double stripTop = height - ConditionStrip.HEIGHT;
    topBar.resizeRelocate(0, 0, width, TopBar.HEIGHT);
    banner.resizeRelocate(0, TopBar.HEIGHT, width, banner.height());
    double pageHeight = Math.max(0, stripTop - top - 2 * GAP);
    double beside = widthBesidePanel();
    place(grid, MARGIN, top + GAP, beside, pageHeight);
    List.of(diagnostics.node(), settings.node(), help.node(), review.node(), patient.node())
        .forEach(node -> place(node, 0, top + GAP, width, pageHeight));
    layOutPanel(top + GAP, pageHeight);
    layOutCards(top + GAP, pageHeight);
    strip.resizeRelocate(0, stripTop, width, ConditionStrip.HEIGHT);
  }

  /**
   * What is not visible goes outside the window: JavaFX 26 goes through all nodes of a part within
   * what is painted anew, visible or not (NGNode.markCullRegions), and waves are with each frame.
   */
  private void place(Region part, double x, double y, double width, double height) {
    part.resizeRelocate(part.isVisible() ? x : x - 2 * getWidth(), y, width, height);
  }

  private void layOutCards(double top, double height) {
    double width = Math.min(ViewCard.WIDTH, getWidth() - 2 * MARGIN);
    place(view, MARGIN, top, width, Math.min(height, view.prefHeight(width)));
    double bar = Math.min(MOVER_WIDTH, getWidth() - 2 * MARGIN);
    place(
        mover,
        Math.rint((getWidth() - bar) / 2),
        top + height - BedMover.HEIGHT,
        bar,
        BedMover.HEIGHT);
  }

  /** The beds stay in sight beside an open panel, where there is room for both. */
  private double widthBesidePanel() {
    double room = Math.max(0, getWidth() - 2 * MARGIN);
    double beside = room - PanelDock.WIDTH - GAP;
    return dock.isOpen() && beside >= LEAST_BESIDE ? beside : room;
  }

  /**
   * Where there is no room for both, on the side where the panel's bed is not, so that it stays in
   * sight; there until it closes.
   */
  private void placePanel() {
    panelLeft = page == Page.PATIENT || grid.isRight(dock.bed());
    requestLayout();
  }

  private void layOutPanel(double top, double height) {
    double room = getWidth() - 2 * MARGIN;
    double width = Math.min(PanelDock.WIDTH, room);
    boolean left = panelLeft && widthBesidePanel() == room;
    double x = left ? MARGIN : MARGIN + room - width;
    place(dock.node(), x, top, width, height);
  }
}
