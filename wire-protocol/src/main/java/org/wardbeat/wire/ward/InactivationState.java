package org.wardbeat.wire.ward;

/**
 * That alarms of a bed or a unit are held back, or no longer are.
 *
 * @param unit the unit
 * @param bed the bed, empty if it is the whole unit
 * @param kind what is held back
 * @param active whether it still is
 * @param sinceMicros when this began, UTC microseconds on the bridge's clock
 * @param untilMicros when it ends by itself, on the same clock
 * @param user who wanted it so, at most {@value Operator#MAX_USER} characters; empty for its own
 *     end
 * @param reason why, at most {@value Operation#MAX_REASON} characters; may be empty
 */
public record InactivationState(
    String unit,
    String bed,
    Inactivation kind,
    boolean active,
    long sinceMicros,
    long untilMicros,
    String user,
    String reason) {
  /** Without a reason. */
  public InactivationState(
      String unit,
      String bed,
      Inactivation kind,
      boolean active,
      long sinceMicros,
      long untilMicros,
      String user) {
    this(unit, bed, kind, active, sinceMicros, untilMicros, user, "");
  }

  /**
   * @throws IllegalArgumentException if unit or bed is not one, or a text too long
   */
  public InactivationState {
    BedId.requireUnitOrBed(unit, bed);
    Operator.requireUserOrNobody(user);
    if (reason.length() > Operation.MAX_REASON) {
      throw new IllegalArgumentException(
          "reason: expected at most %d characters, got %d"
              .formatted(Operation.MAX_REASON, reason.length()));
    }
  }

  /** Whether it is this of that bed, or of the whole unit if the bed is empty. */
  public boolean isOf(String ofUnit, String ofBed, Inactivation ofKind) {
    return unit.equals(ofUnit) && bed.equals(ofBed) && kind == ofKind;
  }
}
