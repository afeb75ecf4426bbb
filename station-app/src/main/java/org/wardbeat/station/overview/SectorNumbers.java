package org.wardbeat.station.overview;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.AlarmLook;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.station.presentation.Severity;
import org.wardbeat.station.presentation.Slot;
import org.wardbeat.station.presentation.ValueView;
import org.wardbeat.station.presentation.ValuesView;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Texts;

/** The numbers of a sector on the tracks of its anatomy. */
final class SectorNumbers extends Region {
  /** A number with its label; what few numbers need is made once it is needed. */
  private final class Cell {
    final Track track;
    final Text label;
    final Text value;
    @Nullable Region fill;
    @Nullable SVGPath bell;

    Cell(Track track, Text label, Text value) {
      this.track = track;
      this.label = label;
      this.value = value;
    }

    void show(ValueView shown) {
      Texts.set(value, shown.text());
      value.pseudoClassStateChanged(States.DIM, shown.tone() == ValueView.Tone.DIM);
      showFill(shown.fill());
      showBell(shown.limitOff() && !label.getText().isEmpty());
    }

    private void showFill(Severity severity) {
      boolean filled = severity != Severity.NONE;
      Region region = fill;
      if (region == null) {
        if (!filled) {
          return;
        }
        region = new Region();
        region.getStyleClass().add("cause");
        region.setManaged(false);
        region.setId(value.getId() + "-cause");
        getChildren().addFirst(region);
        fill = region;
      }
      region.setVisible(filled);
      for (Node node : List.of(region, label, value)) {
        States.severity(node, severity, AlarmLook.NEW);
      }
    }

    private void showBell(boolean off) {
      SVGPath icon = bell;
      if (icon == null) {
        if (!off) {
          return;
        }
        icon = Icon.BELL_OFF.node();
        icon.setManaged(false);
        icon.setScaleX(BELL_SCALE);
        icon.setScaleY(BELL_SCALE);
        icon.setId(value.getId() + "-limit-off");
        getChildren().add(icon);
        bell = icon;
      }
      icon.setVisible(off);
    }

    void layout(double stretch) {
      Texts.place(label, track.labelX() * stretch, track.labelBaseline());
      double x = track.valueX() * stretch - (track.rightAligned() ? Texts.width(value) : 0);
      Texts.place(value, x, track.valueBaseline());
      if (bell != null) {
        layoutBell(bell);
      }
      if (fill != null) {
        layoutFill(fill);
      }
    }

    /** Beside the label, or below it where the number is beside it. */
    private void layoutBell(SVGPath icon) {
      double beside = label.getLayoutX() + Texts.width(label) + 1;
      double top = value.getLayoutY() - value.getFont().getSize() * 0.8;
      boolean room = top > label.getLayoutY() - 2 || beside + BELL_WIDTH < value.getLayoutX();
      icon.setLayoutX(Math.rint(room ? beside : label.getLayoutX() - 2));
      icon.setLayoutY(Math.rint(track.labelBaseline() + (room ? -15 : 1)));
    }

    /** Behind the label and the number, with a little room around them. */
    private void layoutFill(Region region) {
      double size = value.getFont().getSize();
      double left = value.getLayoutX();
      double right = left + Texts.width(value);
      double top = value.getLayoutY() - size * 0.8;
      if (!label.getText().isEmpty()) {
        left = Math.min(left, label.getLayoutX());
        right = Math.max(right, label.getLayoutX() + Texts.width(label));
        top = Math.min(top, label.getLayoutY() - 15);
      }
      double bottom = value.getLayoutY() + Math.max(5, size * 0.16);
      region.resizeRelocate(
          Math.rint(left - FILL_PADDING),
          Math.rint(top),
          Math.rint(right - left + 2 * FILL_PADDING),
          Math.rint(bottom - top));
    }
  }

  private static final double BELL_SCALE = 0.8;
  private static final double BELL_WIDTH = 18;
  private static final double FILL_PADDING = 7;

  private final Map<Slot, Cell> cells = new EnumMap<>(Slot.class);
  private final Text nibpTime = Texts.line("label", "time");
  private String idPrefix = "";
  private final Words words;
  private Anatomy anatomy;
  private @Nullable ValuesView view;
  private boolean leadsOff;

  SectorNumbers(Words words, Anatomy anatomy) {
    this.words = words;
    this.anatomy = anatomy;
    getStyleClass().add("numbers");
    setManaged(false);
    setMouseTransparent(true);
  }

  void setIds(String prefix) {
    idPrefix = prefix;
    rebuild();
  }

  void setAnatomy(Anatomy anatomy) {
    if (!anatomy.equals(this.anatomy)) {
      this.anatomy = anatomy;
      rebuild();
    }
  }

  private void rebuild() {
    cells.clear();
    List<Node> texts = new ArrayList<>();
    for (Track track : anatomy.tracks()) {
      String style = track.slot().styleClass();
      Text label = Texts.line("label", style);
      Text value = Texts.line("value", style);
      if (track.stacked()) {
        value.getStyleClass().add("stacked");
      }
      label.setText(track.labelBaseline() > 0 ? track.slot().label(words) : "");
      value.setId(idPrefix + "-" + style);
      cells.put(track.slot(), new Cell(track, label, value));
      if (!label.getText().isEmpty()) {
        texts.add(label);
      }
      texts.add(value);
    }
    nibpTime.setId(idPrefix + "-nibp-time");
    if (cells.containsKey(Slot.NIBP)) {
      texts.add(nibpTime);
    }
    getChildren().setAll(texts);
    ValuesView current = view;
    if (current != null) {
      show(current, leadsOff);
    }
  }

  void show(ValuesView view, boolean leadsOff) {
    this.view = view;
    this.leadsOff = leadsOff;
    pseudoClassStateChanged(States.DIM, view.labelTone() == ValueView.Tone.DIM);
    for (Cell cell : cells.values()) {
      cell.show(cell.track.slot().of(view));
    }
    Texts.set(nibpTime, nibpTime(view));
    requestLayout();
  }

  private String nibpTime(ValuesView view) {
    if (!cells.containsKey(Slot.NIBP)) {
      return "";
    }
    boolean mean = anatomy.showsMean() && !view.nibpMean().isEmpty();
    return mean
        ? words.text("sector.nibp-mean", view.nibpTime(), view.nibpMean())
        : view.nibpTime();
  }

  @Override
  protected void layoutChildren() {
    double stretch = anatomy.beside() ? 1 : Math.max(1, getWidth() / anatomy.reference());
    for (Cell cell : cells.values()) {
      cell.layout(stretch);
    }
    Cell nibp = cells.get(Slot.NIBP);
    if (nibp != null) {
      double x = nibp.label.getLayoutX() + Texts.width(nibp.label) + 5;
      Texts.place(nibpTime, x, nibp.track.labelBaseline());
    }
    Cell pulse = cells.get(Slot.PULSE);
    if (pulse != null && anatomy.pulseStandsIn()) {
      boolean shown = leadsOff && !pulse.value.getText().equals(Formats.INVALID);
      pulse.label.setVisible(shown);
      pulse.value.setVisible(shown);
    }
  }
}
