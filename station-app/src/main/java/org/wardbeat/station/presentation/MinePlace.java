package org.wardbeat.station.presentation;

/** What it means for a bed's place that its patient is one of the user's. */
public enum MinePlace {
  /** Nothing: it is only marked. */
  MARKED,
  /** It comes before the others. */
  FIRST,
  /** The others are not shown. */
  ONLY;

  /** The next one, around. */
  public MinePlace next() {
    return switch (this) {
      case MARKED -> FIRST;
      case FIRST -> ONLY;
      case ONLY -> MARKED;
    };
  }
}
