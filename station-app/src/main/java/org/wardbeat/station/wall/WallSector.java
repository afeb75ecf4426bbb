package org.wardbeat.station.wall;

import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.overview.FlashClock;
import org.wardbeat.station.overview.States;
import org.wardbeat.station.presentation.AlarmLook;
import org.wardbeat.station.presentation.SectorView;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.wave.BedWaves;
import org.wardbeat.wire.ward.BedId;

/** A bed on the wall. Its border stays solid around a header that flashes. */
final class WallSector extends Region {
  /** Of the height below the rows of words. */
  private static final double WAVE_SHARE = 106.0 / (106 + 172);

  private final FlashClock clock;
  private final Region frame = new Region();
  private final Region inner = new Region();
  private final SectorTop top;
  private final SectorWave wave;
  private final SectorValues values;
  private WallScale scale = WallScale.DESIGN;
  private WallGrid.Form form = WallGrid.Form.WIDE;
  private @Nullable SectorView view;
  private String shownUnit = "";

  WallSector(Words words, BedId bed, BedWaves waves, FlashClock clock) {
    this.wave = new SectorWave(words, waves);
    this.top = new SectorTop(words);
    this.values = new SectorValues(words);
    this.clock = clock;
    getStyleClass().add("wall-sector");
    setManaged(false);
    setAccessibleRole(AccessibleRole.TEXT);
    frame.getStyleClass().addAll("wall-state", "wall-frame");
    inner.getStyleClass().add("wall-inner");
    frame.setManaged(false);
    inner.setManaged(false);
    getChildren().addAll(frame, inner, wave, values, top);
    String id = "wall-bed-" + bed.bed().replaceAll("[^A-Za-z0-9]+", "-");
    setId(id);
    frame.setId(id + "-frame");
    top.setId(id + "-header");
    top.setIds(id);
    wave.setIds(id);
    values.setIds(id);
  }

  /** Places it, with everything in it as large as the scale says. */
  void place(double x, double y, double width, double height, WallScale scale, WallGrid.Form form) {
    this.scale = scale;
    this.form = form;
    wave.setScale(scale);
    top.setScale(scale, form == WallGrid.Form.SMALL);
    values.setScale(scale, form);
    resizeRelocate(x, y, width, height);
    requestLayout();
  }

  /**
   * Shows what changed.
   *
   * @param unit the bed's unit, empty if there is only one
   */
  void show(SectorView next, String unit) {
    if (next.equals(view) && unit.equals(shownUnit)) {
      return;
    }
    view = next;
    shownUnit = unit;
    top.show(next, unit);
    wave.show(next.wave());
    values.show(next);
    States.severity(frame, next.header().severity(), next.header().look());
    boolean empty = next.kind() == SectorView.Kind.EMPTY;
    inner.pseudoClassStateChanged(States.EMPTY, empty);
    frame.pseudoClassStateChanged(States.NOT_LIVE, next.kind() == SectorView.Kind.NOT_LIVE);
    inner.pseudoClassStateChanged(States.NOT_LIVE, next.kind() == SectorView.Kind.NOT_LIVE);
    setAccessibleText(next.accessibleText());
    flash();
    requestLayout();
  }

  /** Takes what came of the wave. */
  void follow(BedSnapshot bed, boolean second) {
    wave.follow(bed, second);
  }

  void drawFrom(long micros) {
    wave.drawFrom(micros);
  }

  /** Gives back what it holds of the page of waves. */
  void dispose() {
    wave.dispose();
  }

  /** Shows the phase of the flash; steady if this bed does not flash. */
  void flash() {
    boolean off = top.flashes() && clock.isOff(top.severity());
    top.pseudoClassStateChanged(States.FLASH_OFF, off);
  }

  /** How wide its border is, in px of the design. */
  private double border() {
    SectorView shown = view;
    if (shown == null
        || shown.header().look() == AlarmLook.ACKNOWLEDGED
        || shown.header().severity() == Severity.NONE) {
      return 2;
    }
    if (shown.header().escalated()) {
      return 18;
    }
    return shown.header().severity() == Severity.LOW ? 6 : 10;
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double height = getHeight();
    double border = Math.max(1, Math.rint(border() * scale.unit()));
    double quiet = Math.max(1, Math.rint(2 * scale.unit()));
    frame.resizeRelocate(0, 0, width, height);
    inner.resizeRelocate(border, border, width - 2 * border, height - 2 * border);
    double rows = Math.rint(top.height() * scale.unit());
    double boxHeight = alarms() ? rows : Math.rint(SectorTop.LABEL_ROW * scale.unit());
    top.resizeRelocate(quiet, quiet, width - 2 * quiet, boxHeight);
    top.leaveBorder(border - quiet);
    // Under the border, so that nothing moves when an alarm makes it wider.
    double room = height - rows - quiet;
    boolean waved = form == WallGrid.Form.WAVE && view != null && SectorValues.tellsNumbers(view);
    double waveHeight = waved ? Math.rint(room * WAVE_SHARE) : 0;
    wave.setShown(waved);
    wave.resizeRelocate(quiet, rows, width - 2 * quiet, waveHeight);
    wave.requestLayout();
    values.resizeRelocate(quiet, rows + waveHeight, width - 2 * quiet, room - waveHeight);
  }

  private boolean alarms() {
    SectorView shown = view;
    return shown != null && shown.header().severity() != Severity.NONE;
  }
}
