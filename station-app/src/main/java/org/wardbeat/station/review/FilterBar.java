package org.wardbeat.station.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.theme.Panes;
import org.wardbeat.station.theme.Segments;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.BedId;

/** What of the alarms is wanted. User-interface thread only. */
final class FilterBar {
  /** What is shown of the alarms. */
  enum Mode {
    LIST("Alarms"),
    BURDEN("Burden");

    private final String title;

    Mode(String title) {
      this.title = title;
    }
  }

  private enum Kinds {
    ALL("All", null),
    PATIENT("Patient", AlarmKind.PHYSIOLOGICAL),
    TECHNICAL("Technical", AlarmKind.TECHNICAL);

    private final String title;
    private final @Nullable AlarmKind kind;

    Kinds(String title, @Nullable AlarmKind kind) {
      this.title = title;
      this.kind = kind;
    }
  }

  private static final double GAP = 14;

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
   * @param changed called when something else is wanted
   */
  FilterBar(Runnable changed) {
    this.changed = changed;
    node =
        new FlowPane(
            GAP,
            6,
            Segments.of("mode", List.of(Mode.values()), mode, each -> each.title, this::setMode),
            Segments.of("period", List.of(Period.values()), period, Period::title, this::setPeriod),
            priorityChips(),
            Segments.of("kind", List.of(Kinds.values()), kinds, each -> each.title, this::setKinds),
            places(),
            states(),
            words());
    node.setAlignment(Pos.CENTER_LEFT);
    node.getStyleClass().add("filter-bar");
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
    place.setAccessibleText("Bed or unit");
    place.setVisibleRowCount(16);
    place.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Place where) {
            return where == null ? "" : words(where);
          }

          @Override
          public Place fromString(String text) {
            throw new UnsupportedOperationException("Places are chosen, not typed.");
          }
        });
    place.getItems().setAll(Place.EVERYWHERE);
    place.setValue(Place.EVERYWHERE);
    place.setOnAction(_ -> changed.run());
    return place;
  }

  private String words(Place where) {
    if (where.unit().isEmpty()) {
      return "All beds";
    }
    if (where.bed().isEmpty()) {
      return where.unit();
    }
    return severalUnits() ? where.unit() + " " + where.bed() : "Bed " + where.bed();
  }

  private boolean severalUnits() {
    return beds.stream().map(BedId::unit).distinct().count() > 1;
  }

  private Node states() {
    state.setId("state");
    state.setAccessibleText("State");
    state.setItems(FXCollections.observableArrayList(StateChoice.values()));
    state.setValue(StateChoice.ANY);
    state.setOnAction(_ -> changed.run());
    return state;
  }

  private Node words() {
    search.setId("search");
    search.setPromptText("Search alarm, bed, name");
    search.setAccessibleText("Search in alarms, beds and who acknowledged");
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
                priority.name().toLowerCase(Locale.ROOT) + " priority, " + number + " alarms");
          }
        });
  }
}
