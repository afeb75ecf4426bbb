package org.wardbeat.station.settings;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.wardbeat.station.presentation.Arrangement;
import org.wardbeat.station.presentation.BedDisplay;
import org.wardbeat.station.presentation.BedDisplays;
import org.wardbeat.station.presentation.Board;
import org.wardbeat.wire.ward.BedId;

/**
 * How beds are arranged at a desk, as settings: they are as they were left, and each change is
 * kept. All of it is the computer's, as it depends on how many screens there are and how large.
 */
public final class DeskSettings {
  private static final Map<Arrangement.Part, Setting<?>> PARTS =
      new EnumMap<>(
          Map.of(
              Arrangement.Part.LAYOUT, Setting.LAYOUT,
              Arrangement.Part.ORDER, Setting.ORDER,
              Arrangement.Part.UNITS, Setting.UNITS,
              Arrangement.Part.MINE, Setting.MINE,
              Arrangement.Part.DISPLAYS, Setting.SCREENS));

  private DeskSettings() {}

  /** A board that is arranged as it was left. */
  public static Board board(SettingsStore store) {
    Set<Arrangement.Part> locked = EnumSet.noneOf(Arrangement.Part.class);
    PARTS.forEach(
        (part, setting) -> {
          if (store.isLocked(setting)) {
            locked.add(part);
          }
        });
    return new Board(arrangement(store.current()), locked, next -> keep(store, next));
  }

  private static Arrangement arrangement(Settings settings) {
    return new Arrangement(
        layout(settings),
        settings.get(Setting.ORDER),
        Set.copyOf(settings.get(Setting.UNITS)),
        settings.get(Setting.MINE),
        settings.get(Setting.SCREENS));
  }

  /** For how many beds a screen is laid out; empty to follow the beds there are. */
  public static OptionalInt layout(Settings settings) {
    int beds = settings.get(Setting.LAYOUT);
    return beds == 0 ? OptionalInt.empty() : OptionalInt.of(beds);
  }

  private static void keep(SettingsStore store, Arrangement next) {
    keep(store, Setting.LAYOUT, next.layout().orElse(0));
    keep(store, Setting.ORDER, next.order().stream().limit(Arrangement.MOST_PLACED).toList());
    keep(store, Setting.UNITS, next.units().stream().sorted().limit(Setting.MOST_UNITS).toList());
    keep(store, Setting.MINE, next.mine());
    keep(store, Setting.SCREENS, next.displays());
  }

  /** What is so already, or can only be so until this station ends, is not written. */
  private static <T> void keep(SettingsStore store, Setting<T> setting, T value) {
    if (!store.isLocked(setting) && !store.current().get(setting).equals(value)) {
      CompletableFuture<?> _ = store.set(setting, value);
    }
  }

  /** What sectors show, as it was chosen before. */
  public static BedDisplays displays(SettingsStore store) {
    Map<BedId, BedDisplay> chosen = new LinkedHashMap<>();
    store.current().get(Setting.SECTORS).forEach(each -> chosen.put(each.bed(), each.shows()));
    return new BedDisplays(
        chosen,
        store.isLocked(Setting.SECTORS),
        next -> keep(store, Setting.SECTORS, newest(next)));
  }

  private static List<SectorChoice> newest(Map<BedId, BedDisplay> chosen) {
    return chosen.entrySet().stream()
        .skip(Math.max(0, chosen.size() - BedDisplays.MOST_CHOSEN))
        .map(each -> new SectorChoice(each.getKey(), each.getValue()))
        .toList();
  }
}
