package org.wardbeat.station.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What holds for each setting. Immutable, for any thread. */
public final class Settings {
  /** What holds if nobody sets anything. */
  public static final Settings INITIAL = new Settings(Map.of());

  private final Map<Setting<?>, Object> values;

  private Settings(Map<Setting<?>, Object> values) {
    this.values = Map.copyOf(values);
  }

  /** The value of a setting. */
  @SuppressWarnings("unchecked") // with() takes no other value
  public <T> T get(Setting<T> setting) {
    return (T) values.getOrDefault(setting, setting.initial());
  }

  /** The same with another value of a setting. */
  public <T> Settings with(Setting<T> setting, T value) {
    Map<Setting<?>, Object> next = new HashMap<>(values);
    next.put(setting, value);
    return new Settings(next);
  }

  /** The same without a value of its own for a setting. */
  Settings without(Setting<?> setting) {
    Map<Setting<?>, Object> next = new HashMap<>(values);
    next.remove(setting);
    return new Settings(next);
  }

  /** Whether somebody has set it. */
  boolean has(Setting<?> setting) {
    return values.containsKey(setting);
  }

  /** These on top of others, which count where nothing is set here. */
  Settings over(Settings others) {
    Map<Setting<?>, Object> next = new HashMap<>(others.values);
    next.putAll(values);
    return new Settings(next);
  }

  /** Of these only those that a predicate takes. */
  Settings only(Predicate<Setting<?>> wanted) {
    Map<Setting<?>, Object> next = new HashMap<>(values);
    next.keySet().removeIf(wanted.negate());
    return new Settings(next);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Settings that && that.values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
