package org.wardbeat.station.patient;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.wardbeat.render.sweep.SweepMotion;
import org.wardbeat.station.help.Shortcut;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.settings.Setting;
import org.wardbeat.station.settings.Settings;
import org.wardbeat.station.settings.SettingsStore;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Panes;
import org.wardbeat.station.wave.Band;
import org.wardbeat.station.wave.Gain;
import org.wardbeat.station.wave.Hum;
import org.wardbeat.station.wave.SweepSpeed;

/** How the waves are drawn. User-interface thread only. */
final class WaveBar extends HBox {
  static final double HEIGHT = 48;

  /** Does what the user wants. */
  interface Listener {
    void speed(SweepSpeed speed);

    void gain(Gain gain);

    void filter(Band band, Hum hum);

    void scrolling(boolean scrolls);

    void grid(boolean shown);

    void ruler();

    void freeze();
  }

  /** How much there is for words. */
  private enum Room {
    ENOUGH,
    NO_KEY,
    NO_RULER,
    LITTLE
  }

  private final Words words;

  /** For what the words were chosen. */
  private record Fit(double width, boolean frozen, String ruler) {}

  private Room room = Room.ENOUGH;
  private @Nullable Fit fitted;
  private String rulerWords = "";
  private boolean isFrozen;
  private final ComboBox<SweepSpeed> speed = new ComboBox<>();
  private final ComboBox<Gain> gain = new ComboBox<>();
  private final ComboBox<Band> band = new ComboBox<>();
  private final ComboBox<Hum> hum = new ComboBox<>();
  private final CheckBox scrolling;
  private final CheckBox grid;
  private final Set<Node> locked = new HashSet<>();
  private final Button ruler = new Button();
  private final Button freeze = new Button();

  /**
   * @param words in which language
   * @param settings what was chosen before, and what cannot be chosen
   * @param listener does what the user wants
   */
  WaveBar(Words words, SettingsStore settings, Listener listener) {
    super(6);
    this.words = words;
    Settings now = settings.current();
    scrolling = new CheckBox(words.text("patient.wave.scroll"));
    grid = new CheckBox(words.text("patient.wave.grid"));
    setId("wave-bar");
    getStyleClass().addAll("wave-bar", "patient-part");
    choice(
        speed,
        "wave-speed",
        words.text("patient.wave.speed"),
        SweepSpeed.values(),
        SweepSpeed::label,
        listener::speed);
    choice(
        gain,
        "wave-gain",
        words.text("patient.wave.gain"),
        Gain.values(),
        each -> each.label(words),
        listener::gain);
    band.setValue(now.get(Setting.ECG_BAND));
    hum.setValue(now.get(Setting.ECG_NOTCH));
    choice(
        band,
        "wave-band",
        words.text("patient.wave.band"),
        Band.values(),
        each -> each.label(words),
        next -> listener.filter(next, hum.getValue()));
    choice(
        hum,
        "wave-notch",
        words.text("patient.wave.notch"),
        Hum.values(),
        each -> each.label(words),
        next -> listener.filter(band.getValue(), next));
    scrolling.setId("wave-scroll");
    scrolling.setSelected(now.get(Setting.WAVE_MOTION) == SweepMotion.SCROLL);
    scrolling.setOnAction(_ -> listener.scrolling(scrolling.isSelected()));
    grid.setId("wave-grid");
    grid.setSelected(now.get(Setting.WAVE_GRID));
    grid.setOnAction(_ -> listener.grid(grid.isSelected()));
    ruler.setId("wave-ruler");
    ruler.getStyleClass().setAll("patient-button", "ruler");
    ruler.setGraphic(Icon.RULER.node());
    ruler.setOnAction(_ -> listener.ruler());
    freeze.setId("wave-freeze");
    freeze.getStyleClass().setAll("patient-button", "freeze");
    freeze.setGraphic(Icon.FREEZE.node());
    freeze.setOnAction(_ -> listener.freeze());
    lock(settings);
    getChildren().addAll(speed, gain, band, hum, grid, scrolling, ruler, Panes.spring(), freeze);
    showFrozen(false, true);
  }

  private void lock(SettingsStore settings) {
    lock(settings, Setting.SWEEP_SPEED, speed);
    lock(settings, Setting.ECG_GAIN, gain);
    lock(settings, Setting.ECG_BAND, band);
    lock(settings, Setting.ECG_NOTCH, hum);
    for (CheckBox box : List.of(scrolling, grid)) {
      Setting<?> of = box.equals(grid) ? Setting.WAVE_GRID : Setting.WAVE_MOTION;
      if (settings.isLocked(of)) {
        locked.add(box);
        box.setDisable(true);
        box.setGraphic(Icon.LOCK.node());
        box.setAccessibleText(box.getText() + ", " + words.text("settings.locked"));
      }
    }
  }

  /** Has a box show that it is locked; what is chosen stays readable. */
  private <T> void lock(SettingsStore settings, Setting<T> of, ComboBox<T> box) {
    if (!settings.isLocked(of)) {
      return;
    }
    locked.add(box);
    box.setDisable(true);
    box.setAccessibleText(box.getAccessibleText() + ", " + words.text("settings.locked"));
    box.setButtonCell(
        new ListCell<>() {
          @Override
          protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(Icon.LOCK.node());
            setText(empty || item == null ? "" : box.getConverter().toString(item));
          }
        });
  }

  @Override
  protected void layoutChildren() {
    fit(getWidth());
    super.layoutChildren();
  }

  /**
   * Says no more than there is room for: the key first, then the ruler, then what bands are for.
   */
  private void fit(double width) {
    Fit now = new Fit(width, isFrozen, rulerWords);
    if (now.equals(fitted)) {
      return;
    }
    fitted = now;
    say(Room.ENOUGH);
    for (Room less : Room.values()) {
      if (wanted() > width) {
        say(less);
      }
    }
  }

  /** Not the box's own preferred width: while it is laid out, that is as before. */
  private double wanted() {
    double sum = getInsets().getLeft() + getInsets().getRight() - getSpacing();
    for (Node child : getManagedChildren()) {
      sum += getSpacing() + Math.ceil(child.prefWidth(-1));
    }
    return sum;
  }

  private void say(Room next) {
    if (next == room) {
      return;
    }
    room = next;
    pseudoClassStateChanged(PatientStates.COMPACT, next == Room.LITTLE);
    setSpacing(next == Room.LITTLE ? 3 : 6);
    label(band, each -> next == Room.LITTLE ? each.range() : each.label(words));
    showFreeze();
    showRuler();
    applyCss();
  }

  private void showFreeze() {
    String said = words.text(isFrozen ? "patient.unfreeze" : "patient.freeze");
    freeze.setAccessibleText(said);
    boolean iconOnly = room == Room.LITTLE && !isFrozen;
    freeze.setText(
        iconOnly ? "" : room == Room.ENOUGH ? said + "  " + Shortcut.FREEZE.label(words) : said);
  }

  private void showRuler() {
    ruler.setText(room == Room.ENOUGH || room == Room.NO_KEY ? rulerWords : "");
    ruler.setAccessibleText(rulerWords);
  }

  private static <T> void choice(
      ComboBox<T> box,
      String id,
      String name,
      T[] choices,
      Function<T, String> label,
      Consumer<T> chosen) {
    label(box, label);
    box.setId(id);
    box.setAccessibleText(name);
    box.getItems().setAll(choices);
    box.setVisibleRowCount(choices.length);
    box.setOnAction(_ -> chosen.accept(box.getValue()));
  }

  private static <T> void label(ComboBox<T> box, Function<T, String> label) {
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T choice) {
            return choice == null ? "" : label.apply(choice);
          }

          @Override
          public T fromString(String said) {
            throw new UnsupportedOperationException("Nothing is typed here.");
          }
        });
  }

  void show(SweepSpeed nextSpeed, Gain nextGain) {
    if (nextSpeed != speed.getValue()) {
      speed.setValue(nextSpeed);
    }
    if (nextGain != gain.getValue()) {
      gain.setValue(nextGain);
    }
  }

  /** Says what the screen's millimetres are worth. */
  void showRuler(String said, boolean measured) {
    rulerWords = said;
    showRuler();
    ruler.pseudoClassStateChanged(PatientStates.MEASURED, measured);
  }

  /** What is frozen stays as it was drawn, so that nothing else can be chosen for it. */
  void showFrozen(boolean frozen, boolean possible) {
    isFrozen = frozen;
    showFreeze();
    for (Region chosenBefore : List.of(scrolling, ruler)) {
      chosenBefore.setVisible(!frozen);
      chosenBefore.setManaged(!frozen);
    }
    freeze.setDisable(!frozen && !possible);
    freeze.pseudoClassStateChanged(PatientStates.FROZEN, frozen);
    for (Region box : List.of(speed, gain, band, hum)) {
      box.setDisable(frozen || locked.contains(box));
    }
  }
}
