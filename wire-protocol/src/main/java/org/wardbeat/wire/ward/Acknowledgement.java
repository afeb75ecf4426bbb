package org.wardbeat.wire.ward;

/**
 * That somebody saw to an alarm.
 *
 * @param user who, 1 to {@value Operator#MAX_USER} characters
 * @param micros when, UTC microseconds on the bridge's clock
 */
public record Acknowledgement(String user, long micros) {
  /**
   * @throws IllegalArgumentException if the user is missing or the name too long
   */
  public Acknowledgement {
    Operator.requireUser(user);
  }
}
