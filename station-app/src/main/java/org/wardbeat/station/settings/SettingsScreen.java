package org.wardbeat.station.settings;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.control.SegmentedButton;
import org.wardbeat.station.language.ClockStyle;
import org.wardbeat.station.language.Language;
import org.wardbeat.station.language.TemperatureUnit;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.sound.Volume;
import org.wardbeat.station.theme.Icon;
import org.wardbeat.station.theme.Panes;
import org.wardbeat.station.theme.Segments;
import org.wardbeat.station.wall.WallSettings;

/**
 * What can be set: for the user, and for this computer. What is chosen holds at once and is kept;
 * what the administrator has locked is shown and said to be. User-interface thread only.
 */
public final class SettingsScreen {
  private static final PseudoClass CAUTION = PseudoClass.getPseudoClass("caution");
  private static final List<Integer> LAYOUTS = List.of(0, 1, 4, 8, 16, 32, 64);
  private static final double GAP = 6;
  private static final double NAME_WIDTH = 230;

  private final SettingsStore store;
  private final Words words;
  private final SegmentedButton layouts;
  private final ScrollPane node = new ScrollPane();
  private final Label kept = Panes.wrapped("settings-kept");

  /** A screen that is made anew when it is to speak another language. */
  public SettingsScreen(SettingsStore store, Words words) {
    this.store = store;
    this.words = words;
    this.layouts =
        row(
            Setting.LAYOUT,
            LAYOUTS,
            beds -> beds == 0 ? words.text("settings.layout.automatic") : beds.toString());
    HBox cards =
        new HBox(
            GAP,
            card(words.text("settings.user"), words.text("settings.user.note"), user()),
            card(
                words.text("settings.computer"), words.text("settings.computer.note"), computer()));
    VBox body = new VBox(GAP);
    for (String problem : store.problems()) {
      body.getChildren().add(problem(problem));
    }
    body.getChildren().addAll(cards, foot());
    body.getStyleClass().add("settings-body");
    node.setContent(body);
    node.setFitToWidth(true);
    node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    node.setId("settings");
    node.getStyleClass().addAll("page", "settings");
    showKept();
  }

  /** What is shown, for the screen to place. */
  public Region node() {
    return node;
  }

  /** Shows or hides it; what was set elsewhere since is shown. */
  public void setShown(boolean shown) {
    node.setVisible(shown);
    int beds = store.current().get(Setting.LAYOUT);
    layouts.getButtons().forEach(each -> each.setSelected(each.getUserData().equals(beds)));
  }

  private List<SettingItem<?>> user() {
    return List.of(
        segments(
            Setting.LANGUAGE,
            words.text("settings.language"),
            List.of(Language.values()),
            this::name),
        segments(
            Setting.CLOCK,
            words.text("settings.clock"),
            List.of(ClockStyle.values()),
            style ->
                style == ClockStyle.HOURS_24
                    ? words.text("settings.clock.24")
                    : words.text("settings.clock.12")),
        segments(
            Setting.TEMPERATURE,
            words.text("settings.temperature"),
            List.of(TemperatureUnit.values()),
            TemperatureUnit::symbol));
  }

  private List<SettingItem<?>> computer() {
    return List.of(
        item(
            Setting.LAYOUT,
            words.text("settings.layout"),
            store.current().get(Setting.LAYOUT),
            layouts),
        volume(),
        distance());
  }

  private String name(Language language) {
    return language.isComplete()
        ? language.ownName()
        : words.text("settings.language.begun", language.ownName());
  }

  private <T> SettingItem<T> segments(
      Setting<T> setting, String name, List<T> choices, Function<T, String> title) {
    return item(setting, name, store.current().get(setting), row(setting, choices, title));
  }

  private <T> SegmentedButton row(Setting<T> setting, List<T> choices, Function<T, String> title) {
    T value = store.current().get(setting);
    return Segments.of(
        "set-" + setting.key(), choices, value, title, chosen -> set(setting, chosen));
  }

  private SettingItem<Integer> volume() {
    String name = words.text("settings.volume");
    int value = store.current().get(Setting.VOLUME);
    Slider slider = slider(Volume.FLOOR_PERCENT, 100, value, 10, name);
    slider.setId("set-volume");
    Node editor =
        withValue(
            slider,
            percent -> words.text("settings.volume.value", percent),
            percent -> set(Setting.VOLUME, percent));
    return item(Setting.VOLUME, name, value, editor);
  }

  private SettingItem<Double> distance() {
    String name = words.text("settings.distance");
    double value = store.current().get(Setting.DISTANCE);
    Slider slider = slider(WallSettings.LEAST_METRES, WallSettings.MOST_METRES, value, 1, name);
    slider.setId("set-distance");
    Node editor =
        withValue(
            slider,
            metres -> words.text("settings.distance.value", metres),
            metres -> set(Setting.DISTANCE, (double) metres));
    return item(Setting.DISTANCE, name, value, editor);
  }

  private static Slider slider(double least, double most, double value, int step, String name) {
    Slider slider = new Slider(least, most, value);
    slider.setMajorTickUnit(step);
    slider.setMinorTickCount(0);
    slider.setBlockIncrement(step);
    slider.setSnapToTicks(true);
    slider.setAccessibleText(name);
    return slider;
  }

  /** A slider with its value beside it; what it is moved to counts once it is let go. */
  private static Node withValue(Slider slider, IntFunction<String> said, IntConsumer choose) {
    Label shown =
        Panes.label(said.apply((int) Math.round(slider.getValue())), "num", "settings-value");
    slider
        .valueProperty()
        .addListener(
            (_, _, next) -> {
              int whole = (int) Math.round(next.doubleValue());
              Panes.set(shown, said.apply(whole));
              if (!slider.isValueChanging()) {
                choose.accept(whole);
              }
            });
    slider
        .valueChangingProperty()
        .addListener(
            (_, _, changing) -> {
              if (!changing) {
                choose.accept((int) Math.round(slider.getValue()));
              }
            });
    HBox.setHgrow(slider, Priority.ALWAYS);
    return Panes.row(14, slider, shown);
  }

  private <T> SettingItem<T> item(Setting<T> setting, String name, T value, Node editor) {
    boolean locked = store.isLocked(setting);
    VBox whole = new VBox(2, editor);
    whole.setAlignment(Pos.CENTER_LEFT);
    if (locked) {
      Label note = Panes.label(words.text("settings.locked"), "settings-locked");
      note.setGraphic(Icon.LOCK.node());
      whole.getChildren().add(note);
    }
    return new SettingItem<>(setting, name, value, !locked, whole, chosen -> set(setting, chosen));
  }

  private <T> void set(Setting<T> setting, T value) {
    if (value.equals(store.current().get(setting))) {
      return;
    }
    CompletableFuture<?> _ =
        store.set(setting, value).thenRunAsync(this::showKept, Platform::runLater);
  }

  private static Region card(String title, String note, List<SettingItem<?>> items) {
    PropertySheet sheet = new PropertySheet(FXCollections.observableArrayList(items));
    sheet.setMode(PropertySheet.Mode.NAME);
    sheet.setModeSwitcherVisible(false);
    sheet.setSearchBoxVisible(false);
    sheet.setPropertyEditorFactory(item -> ((SettingItem<?>) item).propertyEditor());
    Region card = Panes.card(title, note, new Region(), sheet);
    HBox.setHgrow(card, Priority.ALWAYS);
    card.setMinWidth(0);
    card.setPrefWidth(NAME_WIDTH * 4);
    return card;
  }

  private static Node problem(String sentence) {
    Label said = Panes.wrapped("settings-problem");
    said.setText(sentence);
    HBox row = Panes.row(10, Icon.TRIANGLE.node(), said);
    HBox.setHgrow(said, Priority.ALWAYS);
    row.getStyleClass().add("settings-problems");
    return row;
  }

  private Node foot() {
    kept.setId("settings-kept");
    VBox foot = new VBox(4, kept);
    store
        .places()
        .ifPresent(
            places -> {
              Label lock = Panes.wrapped("settings-kept");
              lock.setText(words.text("settings.administrator", places.administrator()));
              foot.getChildren().add(lock);
            });
    foot.getStyleClass().addAll("card", "settings-foot");
    return foot;
  }

  private void showKept() {
    String said =
        store
            .unwritten()
            .map(file -> words.text("settings.unwritten", file))
            .or(() -> store.places().map(where -> words.text("settings.kept", where.user())))
            .orElse(words.text("settings.not-kept"));
    Panes.set(kept, said);
    kept.pseudoClassStateChanged(CAUTION, store.unwritten().isPresent());
  }
}
