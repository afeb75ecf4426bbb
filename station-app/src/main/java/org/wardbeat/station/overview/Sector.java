package org.wardbeat.station.overview;

import java.util.List;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.AlarmLook;
import org.wardbeat.station.presentation.BedDisplay;
import org.wardbeat.station.presentation.SectorView;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.presentation.WaveView;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.wave.BedWaves;
import org.wardbeat.wire.ward.BedId;

/**
 * A bed on the overview. Its frame lies below the waves of the page, this node with its words and
 * numbers above them.
 */
final class Sector extends Region {
  private static final double MINE_EDGE = 5;

  private final Region frame = new Region();
  private final Region headerBox = new Region();
  private final Region mineEdge = new Region();
  private final BedId bed;
  private final FlashClock flash;
  private final SectorHeader header;
  private final SectorCaption caption;
  private final BedWaves bedWaves;
  private final SectorWaves waves;
  private final SectorNumbers numbers;
  private final SectorAway away;
  private Anatomy anatomy;
  private @Nullable SectorView view;

  Sector(BedId bed, BedWaves bedWaves, FlashClock flash, Words words, Anatomy anatomy) {
    this.bed = bed;
    this.flash = flash;
    this.anatomy = anatomy;
    header = new SectorHeader(words, anatomy);
    caption = new SectorCaption(anatomy);
    this.bedWaves = bedWaves;
    waves = new SectorWaves(bedWaves, anatomy);
    numbers = new SectorNumbers(words, anatomy);
    away = new SectorAway(words);
    frame.getStyleClass().add("frame");
    frame.setManaged(false);
    headerBox.getStyleClass().add("header-box");
    headerBox.setManaged(false);
    mineEdge.getStyleClass().add("mine-edge");
    mineEdge.setManaged(false);
    mineEdge.setVisible(false);
    getStyleClass().addAll("sector", anatomy.styleClass());
    setManaged(false);
    setMouseTransparent(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    setFocusTraversable(true);
    getChildren().addAll(header, waves, numbers);
    arrange();
    setIds("bed-" + bed.bed().replaceAll("[^A-Za-z0-9]+", "-"));
  }

  private void arrange() {
    Needed.show(getChildren(), caption, anatomy.caption() > 0);
  }

  private void setIds(String prefix) {
    setId(prefix);
    frame.setId(prefix + "-frame");
    headerBox.setId(prefix + "-header-box");
    mineEdge.setId(prefix + "-mine");
    header.setIds(prefix);
    caption.setIds(prefix);
    waves.setIds(prefix);
    numbers.setIds(prefix);
    away.setIds(prefix);
  }

  BedId bed() {
    return bed;
  }

  /** A screen reader's press is told to the parents, as a button tells its own. */
  @Override
  public void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
    if (wanted == AccessibleAction.FIRE) {
      fireEvent(new ActionEvent(this, null));
    } else {
      super.executeAccessibleAction(wanted, parameters);
    }
  }

  /** What lies below the waves. */
  List<Region> below() {
    return List.of(frame, headerBox, mineEdge);
  }

  /** Places sector and frame on their layers. */
  void place(double x, double y, double width, double height, Anatomy usual, BedDisplay display) {
    Anatomy anatomy = usual.showing(display, height);
    waves.set(anatomy, display.waves());
    if (!anatomy.equals(this.anatomy)) {
      getStyleClass().setAll("sector", anatomy.styleClass());
      this.anatomy = anatomy;
      header.setAnatomy(anatomy);
      caption.setAnatomy(anatomy);
      numbers.setAnatomy(anatomy);
      arrange();
      applyCss();
    }
    resizeRelocate(x, y, width, height);
    frame.resizeRelocate(x, y, width, height);
    mineEdge.resizeRelocate(x, y, MINE_EDGE, height);
    requestLayout();
  }

  void show(SectorView next) {
    SectorView before = view;
    if (next.equals(before)) {
      return;
    }
    view = next;
    if (before == null || !next.header().equals(before.header())) {
      showHeader(next);
    }
    if (before == null || !next.caption().equals(before.caption())) {
      caption.show(next.caption());
    }
    if (before == null || !next.wave().equals(before.wave())) {
      waves.show(next.wave());
    }
    if (before == null || !next.values().equals(before.values()) || waveChanged(before, next)) {
      numbers.show(next.values(), next.wave().mode() == WaveView.Mode.LEADS_OFF);
    }
    if (before == null || !Objects.equals(next.away(), before.away())) {
      showAway(next);
    }
    showKind(next);
    setAccessibleText(next.accessibleText());
  }

  private static boolean waveChanged(SectorView before, SectorView next) {
    return before.wave().mode() != next.wave().mode();
  }

  private void showHeader(SectorView next) {
    header.show(next.header());
    States.severity(headerBox, next.header().severity(), next.header().look());
    States.severity(frame, next.header().severity(), next.header().look());
    flash();
    requestLayout();
  }

  private void showAway(SectorView next) {
    away.show(next.away());
    Needed.show(getChildren(), away, next.away() != null);
    requestLayout();
  }

  /** Whether a point of it offers to end the standby. */
  boolean offersResume(double x, double y) {
    return away.getParent() != null
        && away.isVisible()
        && away.offersResume(x - away.getLayoutX(), y - away.getLayoutY());
  }

  private void showKind(SectorView next) {
    boolean empty = next.kind() == SectorView.Kind.EMPTY;
    boolean notLive = next.kind() == SectorView.Kind.NOT_LIVE;
    frame.pseudoClassStateChanged(States.EMPTY, empty);
    frame.pseudoClassStateChanged(States.NOT_LIVE, notLive);
    headerBox.pseudoClassStateChanged(States.EMPTY, empty);
    headerBox.pseudoClassStateChanged(States.MINE, next.mine());
    mineEdge.setVisible(next.mine());
    caption.setMine(next.mine());
    header.pseudoClassStateChanged(States.EMPTY, empty);
    waves.setOffering(empty);
  }

  /** Shows the phase of the flash; steady if this sector does not flash. */
  void flash() {
    boolean off = header.flashes() && flash.isOff(header.severity());
    header.pseudoClassStateChanged(States.FLASH_OFF, off);
    headerBox.pseudoClassStateChanged(States.FLASH_OFF, off);
  }

  /** Whether it offers to admit somebody. */
  boolean offersAdmission() {
    return offersAdmission(getHeight());
  }

  /** Whether a point of it offers to admit somebody: all of an empty bed below its header. */
  boolean offersAdmission(double y) {
    SectorView shown = view;
    return shown != null
        && shown.kind() == SectorView.Kind.EMPTY
        && !shown.wave().text().isEmpty()
        && y > anatomy.header();
  }

  Severity severity() {
    return header.severity();
  }

  void connect(BedSnapshot bed) {
    if (waves.connect(bed)) {
      caption.setGain(bedWaves.mmPerMillivolt());
    }
  }

  void fit(BedSnapshot bed, double pxPerMm) {
    if (waves.fit(bed, pxPerMm)) {
      caption.setGain(bedWaves.mmPerMillivolt());
    }
  }

  void drawFrom(long micros) {
    bedWaves.drawFrom(micros);
  }

  /** Gives back what it holds of the page. */
  void dispose() {
    bedWaves.dispose();
  }

  /** How wide the frame is, which stays solid around a header that flashes. */
  private static double border(@Nullable SectorView shown) {
    if (shown == null || shown.header().look() == AlarmLook.ACKNOWLEDGED) {
      return 1;
    }
    return switch (shown.header().severity()) {
      case HIGH, MEDIUM -> 4;
      case LOW -> 2;
      case NONE -> 1;
    };
  }

  private void layoutAway(@Nullable SectorView shown, double width, double height) {
    double top = header.isTall() ? anatomy.waveTop() : anatomy.header();
    boolean visible = shown != null && shown.away() != null && SectorAway.fits(height - top);
    away.setVisible(visible);
    away.resizeRelocate(0, top, width, height - top);
    away.requestLayout();
    header.setCountdownElsewhere(visible);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double top = anatomy.waveTop();
    double waveHeight = anatomy.waveHeight(height);
    header.resizeRelocate(0, 0, width, top);
    caption.resizeRelocate(0, anatomy.header(), anatomy.waveWidth(width) + 12, anatomy.caption());
    waves.resizeRelocate(0, top, width, waveHeight);
    if (anatomy.beside()) {
      numbers.resizeRelocate(width - anatomy.numerics(), top, anatomy.numerics(), height - top);
    } else {
      numbers.resizeRelocate(0, top + waveHeight, width, height - top - waveHeight);
    }
    SectorView shown = view;
    boolean empty = shown != null && shown.kind() == SectorView.Kind.EMPTY;
    caption.setVisible(!empty && !header.isTall());
    layoutAway(shown, width, height);
    numbers.setVisible(!empty && !away.isVisible());
    waves.setVisible(!away.isVisible());
    double boxHeight = header.isTall() ? top : anatomy.header();
    double inset = border(shown);
    headerBox.resizeRelocate(
        getLayoutX() + inset, getLayoutY() + inset, width - 2 * inset, boxHeight - inset);
    header.requestLayout();
    caption.requestLayout();
    waves.requestLayout();
    numbers.requestLayout();
  }
}
