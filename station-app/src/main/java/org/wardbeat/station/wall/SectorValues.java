package org.wardbeat.station.wall;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.overview.States;
import org.wardbeat.station.presentation.AlarmLook;
import org.wardbeat.station.presentation.HeaderView;
import org.wardbeat.station.presentation.SectorView;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.presentation.ValueView;
import org.wardbeat.station.presentation.WaveView;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Texts;

/** A bed's numbers, or why there are none. */
final class SectorValues extends Region {
  private static final double PADDING = 22;
  private static final double DIGIT = 0.65;
  private static final double WIDE_SPLIT = 0.545;

  /** A number with its label, in a part of the sector that is filled if it causes an alarm. */
  private static final class Cell {
    final Region fill = new Region();
    final Text label;
    final Text value;
    final WallIcon bell = new WallIcon(Icon.BELL_OFF);

    Cell(String styleClass) {
      label = Texts.line("label", styleClass);
      value = Texts.line("value", styleClass);
      fill.getStyleClass().add("cause");
      fill.setManaged(false);
    }

    void show(ValueView shown) {
      Texts.set(value, shown.text());
      boolean dim = shown.tone() == ValueView.Tone.DIM;
      value.pseudoClassStateChanged(States.DIM, dim);
      fill.setVisible(shown.fill() != Severity.NONE);
      for (Node node : List.of(fill, label, value)) {
        States.severity(node, shown.fill(), AlarmLook.NEW);
      }
      bell.show(shown.limitOff() ? Icon.BELL_OFF : null);
    }
  }

  private final Cell hr = new Cell("hr");
  private final Cell spo2 = new Cell("spo2");
  private final Cell rr = new Cell("rr");
  private final Words words;
  private final Text why = Texts.line("why");
  private final Text detail = Texts.line("detail");
  private final Text countdown = Texts.line("countdown");
  private WallScale scale = WallScale.DESIGN;
  private WallGrid.Form form = WallGrid.Form.TALL;
  private @Nullable SectorView view;

  SectorValues(Words words) {
    this.words = words;
    getStyleClass().add("wall-values");
    setManaged(false);
    for (Cell cell : List.of(hr, spo2, rr)) {
      getChildren().add(cell.fill);
      getChildren().addAll(cell.label, cell.value, cell.bell.node());
    }
    getChildren().addAll(why, detail, countdown);
  }

  void setIds(String id) {
    hr.value.setId(id + "-hr");
    spo2.value.setId(id + "-spo2");
    rr.value.setId(id + "-rr");
    hr.fill.setId(id + "-hr-cause");
    spo2.fill.setId(id + "-spo2-cause");
    rr.fill.setId(id + "-rr-cause");
    why.setId(id + "-why");
    detail.setId(id + "-detail");
    countdown.setId(id + "-countdown");
  }

  void setScale(WallScale scale, WallGrid.Form form) {
    this.scale = scale;
    this.form = form;
    requestLayout();
  }

  void show(SectorView next) {
    view = next;
    setVisible(next.kind() != SectorView.Kind.EMPTY);
    pseudoClassStateChanged(States.DIM, next.values().labelTone() == ValueView.Tone.DIM);
    pseudoClassStateChanged(States.NOT_LIVE, next.wave().mode() == WaveView.Mode.NOT_LIVE);
    pseudoClassStateChanged(States.LOST, next.wave().mode() == WaveView.Mode.LOST);
    pseudoClassStateChanged(States.LEADS_OFF, next.wave().mode() == WaveView.Mode.LEADS_OFF);
    hr.show(next.values().hr());
    spo2.show(next.values().spo2());
    rr.show(next.values().rr());
    requestLayout();
  }

  private double px(double design) {
    return design * scale.unit();
  }

  private double size(Type type) {
    return type.px(scale);
  }

  @Override
  protected void layoutChildren() {
    SectorView shown = view;
    if (shown == null || !isVisible()) {
      return;
    }
    boolean standby = isStandby(shown);
    boolean blank = !standby && isBlank(shown);
    for (Cell cell : List.of(hr, spo2, rr)) {
      cell.label.setVisible(!standby);
      cell.value.setVisible(!standby);
    }
    Texts.set(countdown, standby ? shown.header().age() : "");
    if (standby) {
      layoutStandby(shown);
    } else if (blank) {
      layoutBlank(shown);
    } else {
      layoutNumbers(shown);
    }
  }

  /** Whether it tells of a bed's numbers, and not why there are none. */
  static boolean tellsNumbers(SectorView shown) {
    return shown.kind() != SectorView.Kind.EMPTY && !isStandby(shown) && !isBlank(shown);
  }

  private static boolean isStandby(SectorView shown) {
    return shown.header().note() == HeaderView.Note.STANDBY;
  }

  /** Whether there is no number, and something to say of it. */
  private static boolean isBlank(SectorView shown) {
    return switch (shown.wave().mode()) {
      case TRACE, LEADS_OFF -> false;
      case NOT_LIVE, LOST -> true;
      case BLANK -> shown.header().note() != HeaderView.Note.AGE && !shown.wave().text().isEmpty();
    };
  }

  private void layoutStandby(SectorView shown) {
    double room = getWidth() - 2 * px(PADDING);
    double height = getHeight();
    double most = Math.min(size(Type.HR) * 1.3, height * 0.5 / Type.CAP_HEIGHT);
    Lines.fit(countdown, countdown.getText(), Type.HR, most, 0.5, room);
    Lines.placeMiddle(countdown, getWidth() / 2, Lines.baseline(countdown, height * 0.42));
    Texts.set(detail, "");
    Lines.fit(why, shown.wave().text(), Type.DETAIL, size(Type.DETAIL), 0.6, room);
    Lines.placeMiddle(why, getWidth() / 2, Lines.baseline(why, height * 0.83));
  }

  /** Why there are no numbers, and three times that there are none. */
  private void layoutBlank(SectorView shown) {
    double width = getWidth();
    double height = getHeight();
    double room = width - 2 * px(PADDING);
    WaveView wave = shown.wave();
    boolean loud = wave.mode() == WaveView.Mode.NOT_LIVE;
    boolean two = !wave.detail().isEmpty();
    Type type = loud ? Type.CONDITION : Type.DETAIL;
    double most = Math.min(size(type), height * (two ? 0.24 : 0.44));
    Lines.fit(why, wave.text(), type, most, 0.5, room);
    Lines.placeMiddle(why, width / 2, Lines.baseline(why, height * (two ? 0.17 : 0.29)));
    Lines.fit(detail, wave.detail(), Type.DETAIL, Math.min(most, size(Type.DETAIL)), 0.5, room);
    Lines.placeMiddle(detail, width / 2, Lines.baseline(detail, height * 0.43));
    List<Cell> cells = List.of(hr, spo2, rr);
    double third = width / cells.size();
    double valueSize = Math.min(size(Type.VALUE), height * 0.34);
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      Lines.size(cell.value, Type.VALUE, valueSize);
      Texts.set(cell.label, "");
      Lines.placeMiddle(cell.value, third * (i + 0.5), height * 0.93 - px(8));
      cell.fill.resizeRelocate(third * i, height / 2, third, height / 2);
      cell.bell.show(null);
    }
  }

  private void layoutNumbers(SectorView shown) {
    boolean leadsOff = isLeadsOff(shown);
    Texts.set(detail, "");
    Texts.set(why, "");
    Texts.set(hr.label, form == WallGrid.Form.SMALL ? "" : "HR");
    Texts.set(rr.label, form == WallGrid.Form.SMALL ? "" : "RR");
    Texts.set(spo2.label, form == WallGrid.Form.TALL ? "SpO₂" : "Sp\nO₂");
    rr.value.setVisible(form != WallGrid.Form.SMALL);
    for (Cell cell : List.of(hr, spo2, rr)) {
      Lines.size(cell.label, Type.LABEL, scale);
    }
    switch (form) {
      case TALL -> layoutTall();
      case WAVE, WIDE -> layoutWide(2);
      case SMALL -> layoutWide(1);
    }
    if (leadsOff && (form == WallGrid.Form.TALL || form == WallGrid.Form.WIDE)) {
      String names = Wording.electrodes(shown.wave().text());
      double left = hr.label.getLayoutX() + Texts.width(hr.label) + px(16);
      double right = form == WallGrid.Form.TALL ? getWidth() : getWidth() * WIDE_SPLIT;
      double room = right - left - px(12);
      Lines.fit(why, words.text("wall.electrodes-off", names), Type.DETAIL, px(34), 0.6, room);
      Texts.place(why, left, hr.label.getLayoutY());
    }
  }

  private static boolean isLeadsOff(@Nullable SectorView shown) {
    return shown != null && shown.wave().mode() == WaveView.Mode.LEADS_OFF;
  }

  /** Beside the electrodes that are off there is no room for more. */
  private double heartRate(double most) {
    return isLeadsOff(view) && form != WallGrid.Form.WAVE ? Math.min(most, size(Type.VALUE)) : most;
  }

  private void layoutTall() {
    double width = getWidth();
    double half = Math.rint(getHeight() / 2);
    double labelBaseline = px(34);
    Texts.place(hr.label, px(PADDING), labelBaseline);
    double hrRoom = width - px(2 * PADDING + 12) - Texts.width(hr.label);
    double most = Math.min(hrRoom / (3 * DIGIT), (half - px(24)) / Type.CAP_HEIGHT);
    value(hr, Type.HR, heartRate(most));
    Lines.placeRight(hr.value, width - px(24), half - px(10));
    hr.fill.resizeRelocate(0, 0, width, half);
    double middle = Math.rint(width / 2);
    double size = Math.min((middle - px(30)) / (3 * DIGIT), (half - px(54)) / Type.CAP_HEIGHT);
    for (Cell cell : List.of(spo2, rr)) {
      double left = cell == spo2 ? 0 : middle;
      double right = cell == spo2 ? middle - px(8) : width - px(24);
      Texts.place(cell.label, left + px(PADDING), half + labelBaseline - px(4));
      value(cell, Type.VALUE, size);
      Lines.placeRight(cell.value, right, getHeight() - px(16));
      cell.fill.resizeRelocate(left, half, middle, getHeight() - half);
    }
    bells(px(30));
  }

  /** The heart rate beside one or two others, one above the other. */
  private void layoutWide(int others) {
    double width = getWidth();
    double height = getHeight();
    double split = Math.rint(width * WIDE_SPLIT);
    boolean small = others == 1;
    double labels = small ? 0 : px(34);
    Texts.place(hr.label, px(PADDING), labels);
    double most = (height - labels - px(24)) / Type.CAP_HEIGHT;
    value(hr, Type.HR, heartRate(Math.min((split - px(28)) / (3 * DIGIT), most)));
    Lines.placeRight(hr.value, split - px(10), height - px(16));
    hr.fill.resizeRelocate(0, 0, split, height);
    double cellHeight = Math.rint(height / others);
    double labelRoom = px(44);
    double room = width - split - labelRoom - px(12);
    double size =
        Math.min(room / (3 * DIGIT), (cellHeight - px(small ? 40 : 22)) / Type.CAP_HEIGHT);
    List<Cell> cells = small ? List.of(spo2) : List.of(spo2, rr);
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      double top = i * cellHeight;
      value(cell, Type.VALUE, size);
      double baseline = small ? height - px(16) : top + cellHeight - px(13);
      Lines.placeRight(cell.value, width - px(12), baseline);
      double lineHeight = cell.label.getFont().getSize();
      double rise = cell == spo2 ? lineHeight : 0;
      Texts.place(cell.label, split + px(6), baseline - rise);
      cell.fill.resizeRelocate(split, top, width - split, cellHeight);
    }
    bells(px(24));
  }

  private static void value(Cell cell, Type type, double size) {
    Lines.size(cell.value, type, size);
  }

  /** Limits that are not watched are told beside the label. */
  private void bells(double size) {
    for (Cell cell : List.of(hr, spo2, rr)) {
      boolean narrow = form != WallGrid.Form.TALL && cell != hr;
      double x = cell.label.getLayoutX() + (narrow ? 0 : Texts.width(cell.label) + px(6));
      double y = cell.label.getLayoutY() - (narrow ? px(46) : px(10));
      cell.bell.place(x, y, size);
    }
  }
}
