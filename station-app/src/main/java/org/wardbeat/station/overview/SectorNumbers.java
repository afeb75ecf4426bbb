package org.wardbeat.station.overview;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.presentation.Formats;
import org.wardbeat.station.presentation.ValueView;
import org.wardbeat.station.presentation.ValuesView;
import org.wardbeat.station.theme.Texts;

/** The numbers of a sector on the tracks of its anatomy. */
final class SectorNumbers extends Region {
  private record Cell(Track track, Text label, Text value) {}

  private final Map<Slot, Cell> cells = new EnumMap<>(Slot.class);
  private final Text nibpTime = Texts.line("label", "time");
  private String idPrefix = "";
  private Anatomy anatomy;
  private @Nullable ValuesView view;
  private boolean leadsOff;

  SectorNumbers(Anatomy anatomy) {
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
    List<Text> texts = new ArrayList<>();
    for (Track track : anatomy.tracks()) {
      String style = track.slot().styleClass();
      Text label = Texts.line("label", style);
      Text value = Texts.line("value", style);
      label.setText(track.labelBaseline() > 0 ? track.slot().label() : "");
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
      ValueView value = cell.track.slot().of(view);
      Texts.set(cell.value, value.text());
      cell.value.pseudoClassStateChanged(States.DIM, value.tone() == ValueView.Tone.DIM);
    }
    Texts.set(nibpTime, nibpTime(view));
    requestLayout();
  }

  private String nibpTime(ValuesView view) {
    if (!cells.containsKey(Slot.NIBP)) {
      return "";
    }
    boolean mean = anatomy.showsMean() && !view.nibpMean().isEmpty();
    return mean ? view.nibpTime() + ", mean " + view.nibpMean() : view.nibpTime();
  }

  @Override
  protected void layoutChildren() {
    double stretch = anatomy.beside() ? 1 : Math.max(1, getWidth() / anatomy.reference());
    for (Cell cell : cells.values()) {
      layoutCell(cell, stretch);
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

  private static void layoutCell(Cell cell, double stretch) {
    Track track = cell.track;
    Texts.place(cell.label, track.labelX() * stretch, track.labelBaseline());
    double x = track.valueX() * stretch - (track.rightAligned() ? Texts.width(cell.value) : 0);
    Texts.place(cell.value, x, track.valueBaseline());
  }
}
