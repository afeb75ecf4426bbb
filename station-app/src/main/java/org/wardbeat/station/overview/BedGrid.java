package org.wardbeat.station.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.sweep.SweepPage;
import org.wardbeat.render.sweep.SweepScale;
import org.wardbeat.render.sweep.SweepStyle;
import org.wardbeat.station.help.Shortcut;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.patient.PatientScreen;
import org.wardbeat.station.presentation.BedDisplay;
import org.wardbeat.station.presentation.BedDisplays;
import org.wardbeat.station.presentation.MinePlace;
import org.wardbeat.station.presentation.OverviewView;
import org.wardbeat.station.presentation.SectorView;
import org.wardbeat.station.presentation.TopBarView;
import org.wardbeat.station.theme.Texts;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardFeed;
import org.wardbeat.station.wave.BedWaves;
import org.wardbeat.wire.ward.BedId;

/**
 * The sectors of all beds: their frames, one page of waves over them, words and numbers on top. So
 * a moving wave never has the numbers painted anew for more than the strips it moves in.
 */
final class BedGrid extends Region {
  private final WardFeed feed;
  private final SweepPage page;
  private final FlashClock flash;
  private final Words words;
  private final BedDisplays displays;
  private long displayed;
  private OptionalInt fixedBeds;
  private final Pane frames = new Pane();
  private final Pane contents = new Pane();
  private final Region ring = new Region();
  private final Region target = new Region();
  private final Text noBeds = Texts.line("no-beds");
  private List<Sector> sectors = new ArrayList<>();
  private List<BedId> order = List.of();
  private @Nullable BedId selected;
  private @Nullable BedId focusWanted;
  private double pxPerMm = PatientScreen.USUAL_PX_PER_MM;
  private long drawFromMicros = Long.MIN_VALUE;
  private Grid grid = Grid.of(1);
  private Anatomy anatomy = Anatomy.of(16, 472, 217);

  /**
   * @param feed what is known of the ward
   * @param flash the one clock of all flashes
   * @param words in which language
   * @param fixedBeds sectors of the layout; empty to follow the beds there are
   * @param displays what each bed's sector shows
   */
  BedGrid(
      WardFeed feed, FlashClock flash, Words words, OptionalInt fixedBeds, BedDisplays displays) {
    this.displays = displays;
    this.feed = feed;
    this.page = new SweepPage(new SweepScale(pxPerMm, 25), SweepStyle.DESK);
    this.flash = flash;
    this.words = words;
    this.fixedBeds = fixedBeds;
    setId("bed-grid");
    getStyleClass().add("bed-grid");
    noBeds.setId("no-beds");
    ring.getStyleClass().add("focus-ring");
    ring.setId("selected-bed");
    target.getStyleClass().add("move-target");
    target.setId("move-target");
    target.setVisible(false);
    for (Region layer : List.of(frames, page, contents, ring, target)) {
      layer.setManaged(false);
      layer.setMouseTransparent(true);
    }
    getChildren().addAll(frames, page, contents, ring, target, noBeds);
  }

  /** Shows what was chosen to be shown since. */
  void followDisplays() {
    if (displays.version() != displayed) {
      displayed = displays.version();
      requestLayout();
    }
  }

  void show(OverviewView view) {
    List<SectorView> views = view.sectors();
    if (!isInOrder(views)) {
      rebuild(views);
    }
    for (int i = 0; i < views.size(); i++) {
      sectors.get(i).show(views.get(i));
    }
    boolean none = views.isEmpty() && view.phase().isFlowing();
    Texts.set(noBeds, none ? whyNone(view.top()) : "");
    if (none) {
      requestLayout();
    }
  }

  /** Why there is no sector. */
  private String whyNone(TopBarView top) {
    return top.place() == MinePlace.ONLY
        ? words.text("overview.none-mine", Shortcut.MINE.label(words))
        : words.text("overview.no-beds");
  }

  private boolean isInOrder(List<SectorView> views) {
    if (views.size() != order.size()) {
      return false;
    }
    for (int i = 0; i < order.size(); i++) {
      if (!order.get(i).equals(views.get(i).id())) {
        return false;
      }
    }
    return true;
  }

  private void rebuild(List<SectorView> views) {
    List<Sector> next = new ArrayList<>();
    List<BedId> ids = new ArrayList<>();
    for (SectorView view : views) {
      int known = order.indexOf(view.id());
      next.add(known < 0 ? sector(view.id()) : sectors.get(known));
      ids.add(view.id());
    }
    sectors.stream().filter(sector -> !next.contains(sector)).forEach(Sector::dispose);
    sectors = next;
    order = ids;
    frames.getChildren().clear();
    sectors.forEach(sector -> frames.getChildren().addAll(sector.below()));
    contents.getChildren().setAll(sectors);
    takeFocus();
    requestLayout();
  }

  private Sector sector(BedId bed) {
    Sector sector = new Sector(bed, new BedWaves(page, feed), flash, words, anatomy);
    sector.drawFrom(drawFromMicros);
    return sector;
  }

  /** Gives each bed's waves their rings; beds are those that are shown, in their order. */
  void connect(List<BedSnapshot> beds) {
    for (int i = 0; i < sectors.size() && i < beds.size(); i++) {
      if (beds.get(i).id().equals(order.get(i))) {
        sectors.get(i).connect(beds.get(i));
      }
    }
  }

  /** Places each ECG so that it lies within its lane; meant to be called once a second. */
  void fitWaves(List<BedSnapshot> beds) {
    for (int i = 0; i < sectors.size() && i < beds.size(); i++) {
      if (beds.get(i).id().equals(order.get(i))) {
        sectors.get(i).fit(beds.get(i), pxPerMm);
      }
    }
  }

  /** Lays out for so many beds from now on; if empty, for those there are. */
  void layOutFor(OptionalInt beds) {
    if (!beds.equals(fixedBeds)) {
      fixedBeds = beds;
      requestLayout();
    }
  }

  /** Takes what was measured of the display. */
  void setPxPerMm(double measured) {
    if (measured != pxPerMm) {
      pxPerMm = measured;
      requestLayout();
    }
  }

  /** How many sectors are side by side. */
  int columns() {
    return grid.columns();
  }

  /** Gives a bed's sector the focus as soon as it is there. */
  void focus(BedId bed) {
    focusWanted = bed;
    takeFocus();
  }

  private void takeFocus() {
    int index = focusWanted == null ? -1 : order.indexOf(focusWanted);
    if (index >= 0) {
      focusWanted = null;
      sectors.get(index).requestFocus();
    }
  }

  /** The bed whose sector has the focus, null if none has. */
  @Nullable BedId focused() {
    return sectors.stream().filter(Node::isFocused).map(Sector::bed).findFirst().orElse(null);
  }

  /** Marks a bed as the one that was gone to; none if it is null. */
  void select(@Nullable BedId bed) {
    if (!Objects.equals(bed, selected)) {
      selected = bed;
      requestLayout();
    }
  }

  /** Marks where a bed that is carried would be put down; nowhere if it is null. */
  void mark(@Nullable BedId bed) {
    int index = bed == null ? -1 : order.indexOf(bed);
    target.setVisible(index >= 0);
    if (index >= 0) {
      Sector at = sectors.get(index);
      target.resizeRelocate(at.getLayoutX(), at.getLayoutY(), at.getWidth(), at.getHeight());
    }
  }

  /** The bed at a point of this grid, null if there is none. */
  @Nullable BedId bedAt(double x, double y) {
    for (int i = 0; i < sectors.size(); i++) {
      if (sectors.get(i).getBoundsInParent().contains(x, y)) {
        return order.get(i);
      }
    }
    return null;
  }

  /** Whether a point of this grid offers to end the standby of the bed that is there. */
  boolean offersResume(double x, double y) {
    return sectors.stream()
        .anyMatch(sector -> sector.offersResume(x - sector.getLayoutX(), y - sector.getLayoutY()));
  }

  /** Whether a point of this grid offers to admit somebody to the bed that is there. */
  boolean offersAdmission(double x, double y) {
    return sectors.stream()
        .filter(sector -> sector.getBoundsInParent().contains(x, y))
        .anyMatch(sector -> sector.offersAdmission(y - sector.getLayoutY()));
  }

  /** Whether a bed is in the right half of this grid. */
  boolean isRight(@Nullable BedId bed) {
    int index = bed == null ? -1 : order.indexOf(bed);
    return index >= 0 && sectors.get(index).getBoundsInParent().getCenterX() > getWidth() / 2;
  }

  /** After an outage, what was missed is for the record and not for the screen. */
  void drawFrom(long micros) {
    drawFromMicros = micros;
    sectors.forEach(sector -> sector.drawFrom(micros));
  }

  void flash() {
    for (int i = 0; i < sectors.size(); i++) {
      sectors.get(i).flash();
    }
  }

  void pulse(long nowNanos) {
    page.setVisible(true);
    page.pulse(nowNanos);
  }

  /** Takes the place of another. */
  void follow(BedGrid before) {
    drawFrom(before.drawFromMicros);
    before.clear();
  }

  /** Forgets all sectors, to make them anew, and shows no wave until the next pulse. */
  void clear() {
    page.setVisible(false);
    sectors.forEach(Sector::dispose);
    sectors = new ArrayList<>();
    order = List.of();
    frames.getChildren().clear();
    contents.getChildren().clear();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    frames.resizeRelocate(0, 0, width, height);
    page.resizeRelocate(0, 0, width, height);
    contents.resizeRelocate(0, 0, width, height);
    Texts.place(noBeds, (width - Texts.width(noBeds)) / 2, height / 2);
    int beds = Math.max(fixedBeds.orElse(1), sectors.size());
    grid = Grid.of(beds, width);
    double sectorWidth = grid.sectorWidth(width);
    double sectorHeight = grid.sectorHeight(height);
    anatomy = Anatomy.of(beds, sectorWidth, sectorHeight);
    page.setScale(new SweepScale(pxPerMm, anatomy.mmPerSecond()));
    for (int i = 0; i < sectors.size(); i++) {
      int column = i % grid.columns();
      int row = i / grid.columns();
      double x = column * (sectorWidth + Grid.GAP);
      double y = row * (sectorHeight + Grid.GAP);
      BedDisplay display = displays.of(order.get(i));
      sectors.get(i).place(x, y, sectorWidth, sectorHeight, anatomy, display);
    }
    int marked = selected == null ? -1 : order.indexOf(selected);
    ring.setVisible(marked >= 0);
    if (marked >= 0) {
      Sector sector = sectors.get(marked);
      ring.resizeRelocate(
          sector.getLayoutX() - 4, sector.getLayoutY() - 4, sectorWidth + 8, sectorHeight + 8);
    }
  }
}
