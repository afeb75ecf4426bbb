package org.wardbeat.station.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.theme.Panes;
import org.wardbeat.station.theme.Segments;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;

/** What of the alarms is wanted. User-interface thread only. */
final class FilterBar {
  /** What is shown of the alarms. */
  enum Mode {
    LIST("review.mode.list"),
    BURDEN("review.mode.burden");

    private final String titleKey;

    Mode(String titleKey) {
      this.titleKey = titleKey;
    }
  }

  private enum Kinds {
    ALL("review.kind.all", null),
    PATIENT("review.kind.patient", AlarmKind.PHYSIOLOGICAL),
    TECHNICAL("review.kind.technical", AlarmKind.TECHNICAL);

    private final String titleKey;
    private final @Nullable AlarmKind kind;

    Kinds(String titleKey, @Nullable AlarmKind kind) {
      this.titleKey = titleKey;
      this.kind = kind;
    }
  }

  private static final double GAP = 14;

  private final Words words;
  private final Runnable changed;
  private final Map<AlarmPriority, ToggleButton> priorities = new EnumMap<>(AlarmPriority.class);
  private final Map<AlarmPriority, Label> counts = new EnumMap<>(AlarmPriority.class);
  private final ComboBox<Place> place = new ComboBox<>();
  private final ComboBox<StateChoice> state = new ComboBox<>();
  private final TextField search = TextFields.createClearableTextField();
  private final FlowPane node;
  private List<BedId> beds = List.of();
  private Mode mode = Mode.LIST;
  private Period period = Period.SHIFT;
  private Kinds kinds = Kinds.ALL;

  /**
   * @param words in which language
   * @param changed called when something else is wanted
   */
  FilterBar(Words words, Runnable changed) {
    this.words = words;
    this.changed = changed;
    node =
        new FlowPane(
            GAP,
            6,
            segments("mode", Mode.values(), mode, each -> each.titleKey, this::setMode),
            segments("period", Period.values(), period, Period::titleKey, this::setPeriod),
            priorityChips(),
            segments("kind", Kinds.values(), kinds, each -> each.titleKey, this::setKinds),
            places(),
            states(),
            search());
    node.setAlignment(Pos.CENTER_LEFT);
    node.getStyleClass().add("filter-bar");
  }

  private <T> Node segments(
      String id, T[] choices, T chosen, Function<T, String> titleKey, Consumer<T> choose) {
    return Segments.of(
        id, List.of(choices), chosen, each -> words.text(titleKey.apply(each)), choose);
  }

  FlowPane node() {
    return node;
  }

  Mode mode() {
    return mode;
  }

  Period period() {
    return period;
  }

  ReviewFilter filter() {
    Set<AlarmPriority> wanted = EnumSet.noneOf(AlarmPriority.class);
    priorities.forEach(
        (priority, chip) -> {
          if (chip.isSelected()) {
            wanted.add(priority);
          }
        });
    Place where = place.getValue();
    StateChoice how = state.getValue();
    return new ReviewFilter(
        where == null ? Place.EVERYWHERE : where,
        wanted,
        kinds.kind,
        how == null ? StateChoice.ANY : how,
        search.getText());
  }

  private void setMode(Mode next) {
    mode = next;
    changed.run();
  }

  private void setPeriod(Period next) {
    period = next;
    changed.run();
  }

  private void setKinds(Kinds next) {
    kinds = next;
    changed.run();
  }

  private HBox priorityChips() {
    HBox chips = Panes.row(6);
    for (AlarmPriority priority : AlarmPriority.values()) {
      Label sign = Panes.label(AlarmWords.stars(priority), "sign");
      Label count = Panes.label("0", "num", "count");
      ToggleButton chip = new ToggleButton();
      chip.setGraphic(Panes.row(8, sign, count));
      chip.setSelected(true);
      chip.setId("priority-" + priority.name().toLowerCase(Locale.ROOT));
      chip.getStyleClass().setAll("priority-chip", priority.name().toLowerCase(Locale.ROOT));
      chip.setOnAction(_ -> changed.run());
      priorities.put(priority, chip);
      counts.put(priority, count);
      chips.getChildren().add(chip);
    }
    return chips;
  }

  private Node places() {
    place.setId("place");
    place.setAccessibleText(words.text("review.place"));
    place.setVisibleRowCount(16);
    place.setConverter(titles(this::title));
    place.getItems().setAll(Place.EVERYWHERE);
    place.setValue(Place.EVERYWHERE);
    place.setOnAction(_ -> changed.run());
    return place;
  }

  /** Writes choices, none of which is ever typed. */
  private static <T> StringConverter<T> titles(Function<T, String> title) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T choice) {
        return choice == null ? "" : title.apply(choice);
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("This is chosen, not typed.");
      }
    };
  }

  private String title(Place where) {
    if (where.unit().isEmpty()) {
      return words.text("review.place.all");
    }
    if (where.bed().isEmpty()) {
      return where.unit();
    }
    return severalUnits()
        ? where.unit() + " " + where.bed()
        : words.text("spoken.bed", where.bed());
  }

  private boolean severalUnits() {
    return beds.stream().map(BedId::unit).distinct().count() > 1;
  }

  private Node states() {
    state.setId("state");
    state.setAccessibleText(words.text("review.column.state"));
    state.setConverter(titles(each -> words.text(each.titleKey())));
    state.setItems(FXCollections.observableArrayList(StateChoice.values()));
    state.setValue(StateChoice.ANY);
    state.setOnAction(_ -> changed.run());
    return state;
  }

  private Node search() {
    search.setId("search");
    search.setPromptText(words.text("review.search"));
    search.setAccessibleText(words.text("spoken.review.search"));
    search.textProperty().addListener((_, _, _) -> changed.run());
    return search;
  }

  /** Offers these beds, in this order. */
  void offer(List<BedId> present) {
    if (present.equals(beds)) {
      return;
    }
    beds = List.copyOf(present);
    List<Place> places = new ArrayList<>(List.of(Place.EVERYWHERE));
    if (severalUnits()) {
      beds.stream()
          .map(BedId::unit)
          .distinct()
          .map(unit -> new Place(unit, ""))
          .forEach(places::add);
    }
    Place chosen = place.getValue();
    Stream.concat(beds.stream().map(Place::of), Stream.ofNullable(chosen))
        .filter(each -> !places.contains(each))
        .forEach(places::add);
    place.getItems().setAll(places);
    place.setValue(chosen);
  }

  /** Says how many alarms there are of each priority. */
  void count(Map<AlarmPriority, Integer> found) {
    counts.forEach(
        (priority, label) -> {
          String number = String.valueOf(found.getOrDefault(priority, 0));
          Panes.set(label, number);
          ToggleButton chip = priorities.get(priority);
          if (chip != null) {
            chip.setAccessibleText(
                words.text("spoken.priority-count", AlarmWords.priority(priority, words), number));
          }
        });
  }

  /** Wants what another wanted, in the same beds. */
  void follow(FilterBar before) {
    mode = before.mode;
    period = before.period;
    kinds = before.kinds;
    Set<Object> chosen = Set.of(mode, period, kinds);
    for (Node child : node.getChildren()) {
      if (child instanceof SegmentedButton group) {
        group.getButtons().forEach(each -> each.setSelected(chosen.contains(each.getUserData())));
      }
    }
    before.priorities.forEach(
        (priority, was) -> {
          ToggleButton chip = priorities.get(priority);
          if (chip != null) {
            chip.setSelected(was.isSelected());
          }
        });
    place.setValue(before.place.getValue());
    offer(before.beds);
    state.setValue(before.state.getValue());
    search.setText(before.search.getText());
  }
}
