package org.wardbeat.station.overview;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wardbeat.station.acting.ActMessage;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.panel.BedPanel;
import org.wardbeat.station.panel.ChoiceRow;
import org.wardbeat.station.panel.PanelState;
import org.wardbeat.station.panel.PanelStyles;
import org.wardbeat.station.presentation.BedDisplay;
import org.wardbeat.station.presentation.BedDisplays;
import org.wardbeat.station.presentation.Names;
import org.wardbeat.station.presentation.Slot;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.SignalKind;
import org.wardbeat.wire.ward.WaveformChannel;

/**
 * Chooses the waves and numbers of a bed's sector at this station. It changes nothing elsewhere,
 * and no alarm. User-interface thread only.
 */
final class DisplayPane implements BedPanel {
  private final Words words;
  private final BedId bed;
  private final BedDisplays displays;
  private final VBox body = new VBox();
  private final ChoiceRow<Boolean> how;
  private final Map<SignalKind, ToggleButton> waves = new EnumMap<>(SignalKind.class);
  private final Map<Slot, ToggleButton> numbers = new EnumMap<>(Slot.class);
  private List<BedSnapshot> present = List.of();
  private boolean own;
  private ActMessage message = ActMessage.NONE;

  DisplayPane(Words words, BedSnapshot of, BedDisplays displays) {
    this.words = words;
    this.how =
        new ChoiceRow<>(
            "display-how",
            chosen -> words.text(chosen ? "display.chosen" : "display.automatic"),
            this::choose);
    this.bed = of.id();
    this.displays = displays;
    BedDisplay now = displays.of(bed);
    own = !now.equals(BedDisplay.AUTOMATIC);
    body.getStyleClass().add("panel-body");
    FlowPane waveRow = row("display-waves");
    Set<SignalKind> known = EnumSet.noneOf(SignalKind.class);
    of.channels().stream().map(WaveformChannel::kind).forEach(known::add);
    known.remove(SignalKind.OTHER);
    known.removeIf(kind -> !kind.isWave());
    for (SignalKind kind : known) {
      waves.put(kind, toggle("display-" + label(kind), title(kind), now.waves().contains(kind)));
    }
    waveRow.getChildren().addAll(waves.values());
    FlowPane numberRow = row("display-numbers");
    for (Slot slot : Slot.values()) {
      numbers.put(
          slot,
          toggle("display-" + slot.styleClass(), slot.label(words), now.numbers().contains(slot)));
    }
    numberRow.getChildren().addAll(numbers.values());
    body.getChildren().addAll(title(words.text("display.title")), how);
    body.getChildren().addAll(title(words.text("display.waves", BedDisplay.MOST_WAVES)), waveRow);
    body.getChildren()
        .addAll(
            title(words.text("display.numbers", BedDisplay.LEAST_NUMBERS, BedDisplay.MOST_NUMBERS)),
            numberRow);
    Label note = PanelStyles.label("display-note", "panel-note");
    note.setText(words.text("display.note"));
    body.getChildren().add(note);
    if (displays.isLocked()) {
      Label lock = PanelStyles.label("display-locked", "panel-note");
      lock.setText(words.text("settings.locked"));
      lock.setGraphic(Icon.LOCK.node());
      body.getChildren().addFirst(lock);
      List.of(how, waveRow, numberRow).forEach(row -> row.setDisable(true));
    }
    render();
  }

  private static FlowPane row(String id) {
    FlowPane row = new FlowPane();
    row.setId(id);
    row.getStyleClass().add("choice-row");
    return row;
  }

  private static Label title(String says) {
    Label label = PanelStyles.label("", "section-title");
    label.setText(says);
    return label;
  }

  private ToggleButton toggle(String id, String says, boolean chosen) {
    ToggleButton button = new ToggleButton(says);
    button.setId(id);
    button.getStyleClass().setAll("panel-button", "choice");
    button.setSelected(chosen);
    button.setOnAction(
        _ -> {
          own = true;
          message = ActMessage.NONE;
          render();
        });
    return button;
  }

  private String title(SignalKind kind) {
    return kind == SignalKind.ECG ? words.text("display.ecg") : label(kind);
  }

  private static String label(SignalKind kind) {
    return switch (kind) {
      case ECG -> "ECG";
      case PLETH -> "Pleth";
      case RESP -> "Resp";
      case ART -> "ART";
      case CO2 -> "CO2";
      case OTHER, PACER -> "Other";
    };
  }

  private void choose(boolean ofOnesOwn) {
    own = ofOnesOwn;
    message = ActMessage.NONE;
    render();
  }

  private void render() {
    how.show(List.of(false, true), own);
  }

  private BedDisplay entered() {
    if (!own) {
      return BedDisplay.AUTOMATIC;
    }
    List<SignalKind> chosenWaves = new ArrayList<>();
    waves.forEach((kind, button) -> addIf(button, chosenWaves, kind));
    List<Slot> chosenNumbers = new ArrayList<>();
    numbers.forEach((slot, button) -> addIf(button, chosenNumbers, slot));
    return new BedDisplay(chosenWaves, chosenNumbers);
  }

  private static <T> void addIf(ToggleButton button, List<T> chosen, T what) {
    if (button.isSelected()) {
      chosen.add(what);
    }
  }

  @Override
  public Region body() {
    return body;
  }

  @Override
  public void show(PanelState state) {
    present = state.beds();
    render();
  }

  @Override
  public void confirm() {
    BedDisplay wanted = entered();
    BedDisplay.Fault fault = wanted.fault();
    if (displays.isLocked()) {
      message = new ActMessage(ActMessage.Tone.NOT_DONE, words.text("settings.locked"));
    } else if (fault == BedDisplay.Fault.NONE) {
      displays.choose(
          bed, wanted, present.stream().map(BedSnapshot::id).collect(Collectors.toSet()));
      message = new ActMessage(ActMessage.Tone.DONE, words.text("display.done"));
    } else {
      message = new ActMessage(ActMessage.Tone.NOT_DONE, say(fault));
    }
  }

  private String say(BedDisplay.Fault fault) {
    return switch (fault) {
      case WAVES -> words.text("display.fault.waves", BedDisplay.MOST_WAVES);
      case NUMBERS ->
          words.text("display.fault.numbers", BedDisplay.LEAST_NUMBERS, BedDisplay.MOST_NUMBERS);
      case NO_HEART_RATE -> words.text("display.fault.heart-rate");
      case NONE -> "";
    };
  }

  @Override
  public String confirmWords() {
    return words.text("display.confirm", Names.shown(bed.bed()));
  }

  @Override
  public ActMessage message() {
    return message;
  }

  @Override
  public void warn(String says) {
    message = new ActMessage(ActMessage.Tone.NOT_DONE, says);
  }

  @Override
  public boolean isDirty() {
    BedDisplay wanted = entered();
    return wanted.fault() == BedDisplay.Fault.NONE && !wanted.equals(displays.of(bed));
  }
}
