package org.wardbeat.bridge.delivery;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.wardbeat.wire.frame.Frame;

/** Selections that tests use. */
public final class Selections {
  private Selections() {}

  /** Everything of these units; of all units if none is named. */
  public static List<Frame.Selection> of(String... units) {
    Stream<String> names = units.length == 0 ? Stream.of("") : Stream.of(units);
    return names
        .map(unit -> Frame.Selection.ofUnit(unit, EnumSet.allOf(Frame.Lane.class)))
        .toList();
  }

  /** A subscription to everything. */
  public static Frame.Subscribe everything(int backfillMillis) {
    return new Frame.Subscribe(1, of(), backfillMillis, 0, 0);
  }
}
