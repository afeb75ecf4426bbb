package org.wardbeat.wire.ward;

import org.jspecify.annotations.Nullable;

/**
 * What people have said of who lies in a bed and who sees to it.
 *
 * @param version counts up with each act on it; an act names the one it was made on, so that of two
 *     people who act at once the second one hears of the first
 * @param nurse who sees to the bed, at most {@value Operator#MAX_USER} characters; empty if nobody
 *     is assigned
 * @param admission who was confirmed to lie there, null if nobody was
 */
public record Stay(long version, String nurse, @Nullable Admission admission) {
  /** Nobody has said anything. */
  public static final Stay UNSAID = new Stay(0, "", null);

  /**
   * @throws IllegalArgumentException if the version is negative or the name too long
   */
  public Stay {
    if (version < 0) {
      throw new IllegalArgumentException("version: expected at least 0, got " + version);
    }
    Operator.requireUserOrNobody(nurse);
  }

  /**
   * Who lies in the bed: whom its device names; where it names nobody, whom a person has admitted.
   * Of one patient whom both name, what the person has said counts, so that nothing changes.
   *
   * @param named whom the device names, null if nobody
   */
  public @Nullable Patient occupant(@Nullable Patient named) {
    if (admission == null || (admission.named() && named == null)) {
      return named;
    }
    boolean agreed = named == null || (!admission.named() && admission.isOf(named));
    return agreed ? admission.patient() : named;
  }

  /** Whether the device names somebody else than a person has admitted. */
  public boolean isContradicted(@Nullable Patient named) {
    return admission != null && !admission.named() && named != null && !admission.isOf(named);
  }
}
