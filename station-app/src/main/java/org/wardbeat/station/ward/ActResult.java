package org.wardbeat.station.ward;

/**
 * What became of something an operator wanted.
 *
 * @param status whether it is done
 * @param reason why not, in words for the operator; empty if it is done
 */
public record ActResult(Status status, String reason) {
  /** Whether an act is done. */
  public enum Status {
    /** The bridge has done and stored it. */
    DONE,
    /** The bridge does not allow it, or it no longer fits. */
    REFUSED,
    /** Somebody else has changed meanwhile what it was made on, so that it is not done. */
    CONFLICT,
    /** The bridge could not store it, so that it is not done. */
    FAILED,
    /** There is no link: it never left this station. */
    NOT_SENT,
    /** No answer came in time. It may or may not be done; what the bridge tells of alarms says. */
    UNANSWERED
  }

  /** Whether the bridge says that it is done. */
  public boolean isDone() {
    return status == Status.DONE;
  }
}
