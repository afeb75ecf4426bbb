package org.wardbeat.wire.ward;

/**
 * Who acts.
 *
 * @param user name of the person, 1 to {@value #MAX_USER} characters
 * @param role what the person may do
 */
public record Operator(String user, Role role) {
  /** Longest name, in characters. */
  public static final int MAX_USER = 64;

  /**
   * @throws IllegalArgumentException if the user is missing or the name too long
   */
  public Operator {
    requireUser(user);
  }

  static void requireUserOrNobody(String user) {
    if (!user.isEmpty()) {
      requireUser(user);
    }
  }

  static void requireUser(String user) {
    if (user.isBlank() || user.length() > MAX_USER) {
      throw new IllegalArgumentException(
          "user: expected 1 to %d characters, got %d".formatted(MAX_USER, user.strip().length()));
    }
  }
}
