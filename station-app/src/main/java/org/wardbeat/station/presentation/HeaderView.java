package org.wardbeat.station.presentation;

/**
 * A sector's header.
 *
 * @param bed the bed's label
 * @param name who lies in it, or {@code Empty}
 * @param severity of the condition shown; colours the header
 * @param was whether the condition was active when the link was lost, and is not judged now
 * @param message {@code ! LEADS OFF}, {@code age 7 s}, or empty if all is well
 * @param brief the same for a small sector
 * @param age behind the message, may be empty
 */
public record HeaderView(
    String bed,
    String name,
    Severity severity,
    boolean was,
    String message,
    String brief,
    String age) {

  static HeaderView quiet(String bed, String name) {
    return new HeaderView(bed, name, Severity.NONE, false, "", "", "");
  }
}
