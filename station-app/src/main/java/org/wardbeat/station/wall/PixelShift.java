package org.wardbeat.station.wall;

/**
 * Moves the whole picture by a pixel or so each minute, around a small square, so that what stands
 * still does not burn itself into the display.
 */
final class PixelShift {
  private static final long STEP_NANOS = 60_000_000_000L;

  private final int reach;
  private int x;
  private int y;

  /**
   * @param reach how far to the right and down it goes, in px
   */
  PixelShift(int reach) {
    this.reach = Math.max(1, reach);
  }

  int reach() {
    return reach;
  }

  int x() {
    return x;
  }

  int y() {
    return y;
  }

  /** Moves on to a moment; returns whether the place is another. */
  boolean advance(long nowNanos) {
    int step = (int) Math.floorMod(nowNanos / STEP_NANOS, 4L * reach);
    int nextX = along(step);
    int nextY = along(Math.floorMod(step - reach, 4 * reach));
    boolean moved = nextX != x || nextY != y;
    x = nextX;
    y = nextY;
    return moved;
  }

  /** Up, stay, down, stay. */
  private int along(int step) {
    return switch (step / reach) {
      case 0 -> step;
      case 1 -> reach;
      case 2 -> 3 * reach - step;
      default -> 0;
    };
  }
}
