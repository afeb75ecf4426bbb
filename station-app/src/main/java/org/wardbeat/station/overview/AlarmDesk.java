package org.wardbeat.station.overview;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.acting.ActMessage;
import org.wardbeat.station.acting.Acting;
import org.wardbeat.station.language.Words;
import org.wardbeat.station.presentation.AlarmId;
import org.wardbeat.station.presentation.OverviewView;
import org.wardbeat.station.presentation.StripView;
import org.wardbeat.station.strip.StripActions;
import org.wardbeat.station.ward.BedSnapshot;
import org.wardbeat.station.ward.WardSnapshot;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;

/**
 * Which alarm is selected, and what the keys and buttons for alarms do. One alarm is acknowledged
 * at a time; there is no way to acknowledge all. User-interface thread only.
 */
final class AlarmDesk implements StripActions {
  private final Acting acting;
  private final Words words;
  private final Consumer<@Nullable BedId> goTo;
  private List<StripView.Entry> entries = List.of();
  private List<BedSnapshot> ward = List.of();
  private List<InactivationState> held = List.of();
  private boolean paused;
  private @Nullable BedId bed;
  private @Nullable AlarmId alarm;

  /**
   * @param words in which language
   * @param goTo shows a bed; none is marked if it is null
   */
  AlarmDesk(Acting acting, Words words, Consumer<@Nullable BedId> goTo) {
    this.acting = acting;
    this.words = words;
    this.goTo = goTo;
  }

  /** Has selected what another had. */
  void follow(AlarmDesk before) {
    bed = before.bed;
    alarm = before.alarm;
  }

  /** Sees what is on the screen now. */
  void look(OverviewView view, WardSnapshot now) {
    ward = now.beds();
    held = now.heldBack();
    entries = view.strip().entries();
    paused = view.top().audio().paused();
  }

  /** Does what a key is for; returns whether it is one of these. */
  boolean key(KeyEvent event) {
    KeyCode code = event.getCode();
    switch (code) {
      case F2 -> next();
      case F3 -> acknowledgeSelected();
      case F4 -> pauseByKey(event.isShiftDown());
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Ends the standby of a bed; that of its whole unit is not one bed's to end. */
  void resume(BedId away) {
    OptionalLong own = standbySince(away.unit(), away.bed());
    if (own.isEmpty() && standbySince(away.unit(), "").isPresent()) {
      acting.refuse(Acting.Place.PAUSE, words.text("desk.unit-standby"));
    } else {
      acting.resume(away, own.orElse(0));
    }
  }

  private OptionalLong standbySince(String unit, String of) {
    return held.stream()
        .filter(each -> each.isOf(unit, of, Inactivation.STANDBY))
        .mapToLong(InactivationState::sinceMicros)
        .findFirst();
  }

  /** Says why nothing was done. */
  void refuse(String why) {
    acting.refuse(Acting.Place.ACKNOWLEDGE, why);
  }

  /** Goes to the next alarm that waits for somebody, after the selected one. */
  private void next() {
    StripView.Entry current = selected();
    int from = current == null ? -1 : entries.indexOf(current);
    for (int i = 1; i <= entries.size(); i++) {
      StripView.Entry entry = entries.get((from + i) % entries.size());
      if (entry.isAcknowledgeable()) {
        select(entry);
        return;
      }
    }
    acting.refuse(Acting.Place.ACKNOWLEDGE, words.text("desk.none-waits"));
  }

  @Override
  public void select(StripView.Entry entry) {
    bed = entry.bed();
    alarm = entry.alarm();
    goTo.accept(bed);
  }

  /** Marks a bed and the alarm of it that comes first; none if it is null. */
  void goTo(@Nullable BedId other) {
    StripView.Entry first = null;
    for (StripView.Entry entry : entries) {
      if (first == null && entry.isOpen() && Objects.equals(entry.bed(), other)) {
        first = entry;
      }
    }
    bed = other;
    alarm = first == null ? null : first.alarm();
    goTo.accept(other);
  }

  /** The bed that was gone to, null if none was. */
  @Nullable BedId bed() {
    return bed;
  }

  /** The entry that is selected, null if none is. */
  StripView.@Nullable Entry selected() {
    AlarmId wanted = alarm;
    if (wanted == null) {
      return null;
    }
    return entries.stream().filter(entry -> wanted.equals(entry.alarm())).findFirst().orElse(null);
  }

  @Override
  public void acknowledge(StripView.Entry entry) {
    AlarmId id = entry.alarm();
    if (id == null || !entry.isAcknowledgeable()) {
      acting.refuse(Acting.Place.ACKNOWLEDGE, whyNot(entry));
      return;
    }
    acting.acknowledge(id.acknowledge(), entry.place() + " " + entry.text());
  }

  private String whyNot(StripView.Entry entry) {
    return switch (entry.look()) {
      case NEW, LATCHED -> words.text("desk.own");
      case ACKNOWLEDGED, ENDED -> words.text("desk.seen", entry.age());
      case WAS -> words.text("desk.no-link");
    };
  }

  @Override
  public void acknowledgeSelected() {
    StripView.Entry entry = selected();
    if (entry == null) {
      acting.refuse(Acting.Place.ACKNOWLEDGE, words.text("desk.choose-alarm"));
    } else {
      acknowledge(entry);
    }
  }

  private void pauseByKey(boolean bedOnly) {
    BedId one = bed;
    if (!bedOnly) {
      pauseAudio();
    } else if (one == null) {
      acting.refuse(Acting.Place.PAUSE, words.text("desk.choose-bed"));
    } else {
      acting.pauseAudio(one, true);
    }
  }

  @Override
  public void pauseAudio() {
    Set<String> units = ward.stream().map(each -> each.id().unit()).collect(Collectors.toSet());
    acting.pauseAudio(units, !paused);
  }

  /** Whether the sound of all that is shown is paused. */
  boolean isPaused() {
    return paused;
  }

  /** What became of the last acknowledgement. */
  ActMessage acknowledging() {
    return acting.message(Acting.Place.ACKNOWLEDGE);
  }

  /** What became of the last pause. */
  ActMessage pausing() {
    return acting.message(Acting.Place.PAUSE);
  }
}
