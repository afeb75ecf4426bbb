package org.wardbeat.benchmarks.live;

import java.util.List;
import java.util.stream.Stream;

/**
 * One measurement in a process of its own.
 *
 * @param name as told on the child's command line; unique for a subject
 * @param sight what is shown
 */
record LiveCase(String name, Subject subject, Sight sight) {

  private static final Sight DESK = Sight.overview(0, 1);

  /** Every frame renders the whole of a blank 1920 × 1080 window. */
  static final LiveCase WHOLE = new LiveCase("whole window", Subject.BLANK_FLOOR, DESK);

  /** Every frame moves one small rectangle in a blank window. */
  static final LiveCase ONE_NODE = new LiveCase("one node", Subject.BLANK_FLOOR, DESK);

  /** Every frame renders the whole of a blank 3840 × 2160 window. */
  static final LiveCase WHOLE_WALL = new LiveCase("whole wall", Subject.BLANK_FLOOR, Sight.wall(0));

  /** Each of 32 beds raises five alarms a second. */
  static final LiveCase FLOOD = of(Subject.WARDBEAT, "flood", Sight.overview(32, 1));

  /** One wave a bed. */
  static final List<LiveCase> ALL =
      List.of(
          WHOLE,
          ONE_NODE,
          ofBeds(Subject.WARDBEAT, 16),
          ofBeds(Subject.WARDBEAT, 64),
          ofBeds(Subject.LINE_CHART, 16),
          ofBeds(Subject.LINE_CHART, 64),
          ofBeds(Subject.CHART_FX, 16),
          ofBeds(Subject.CHART_FX, 64));

  /** The station's screens. */
  static final List<LiveCase> SCREENS =
      Stream.concat(
              Stream.of(WHOLE, WHOLE_WALL),
              Stream.of(Subject.WARDBEAT, Subject.LINE_CHART, Subject.CHART_FX)
                  .flatMap(
                      subject ->
                          Stream.of(
                              of(subject, "64 x 1", Sight.overview(64, 1)),
                              of(subject, "16 x 3", Sight.overview(16, 3)),
                              of(subject, "patient", Sight.patient(8)),
                              of(subject, "wall", Sight.wall(32)))))
          .toList();

  private static LiveCase ofBeds(Subject subject, int beds) {
    return of(subject, beds + " beds", Sight.overview(beds, 1));
  }

  private static LiveCase of(Subject subject, String name, Sight sight) {
    return new LiveCase(name, subject, sight);
  }

  /** The blank window as large as this one, of which each frame renders the whole. */
  LiveCase floor() {
    return sight.screen() == Sight.Screen.WALL ? WHOLE_WALL : WHOLE;
  }

  /** The subject's name in reports. */
  String label() {
    return subject.label();
  }

  /** The words that stand for this case on a command line. */
  String key() {
    return subject.name() + "/" + name;
  }

  static LiveCase ofKey(String key) {
    return Stream.of(ALL, SCREENS, List.of(FLOOD))
        .flatMap(List::stream)
        .filter(one -> one.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no case " + key + "."));
  }
}
