package org.wardbeat.station.presentation;

/**
 * A sector's header.
 *
 * @param bed the bed's label
 * @param name who lies in it, as far as the audience may read that; or {@code Empty}
 * @param severity of the condition shown; colours the header
 * @param look how far that condition has come
 * @param escalated whether others than the bed's nurses are called for it
 * @param note what else the header says
 * @param message {@code ! LEADS OFF}, {@code age 7 s}, or empty if all is well
 * @param brief the same for a small sector
 * @param age behind the message, may be empty
 */
public record HeaderView(
    String bed,
    String name,
    Severity severity,
    AlarmLook look,
    boolean escalated,
    Note note,
    String message,
    String brief,
    String age) {

  /** What a header says beside a condition. */
  public enum Note {
    /** Nothing. */
    NONE,
    /** How old the data is; in place of a condition. */
    AGE,
    /** The bed's sound is paused: the time left is in place of the age. */
    AUDIO_PAUSED,
    /** All of the bed's alarms are off, with the time left. */
    ALARMS_OFF,
    /** The patient is away, with the time left. */
    STANDBY
  }

  /** Of a bed without a condition. */
  public static HeaderView quiet(String bed, String name) {
    return new HeaderView(bed, name, Severity.NONE, AlarmLook.NEW, false, Note.NONE, "", "", "");
  }

  HeaderView noting(Note other, String words, String time) {
    return new HeaderView(bed, name, severity, look, escalated, other, words, words, time);
  }

  /** The same, whose sound is paused for so long. */
  HeaderView audioPaused(String left) {
    return new HeaderView(
        bed, name, severity, look, escalated, Note.AUDIO_PAUSED, message, brief, left);
  }

  /** The priority in signs, with which the message of a condition begins; else empty. */
  public String prefix() {
    return severity == Severity.NONE ? "" : message.substring(0, endOfPrefix());
  }

  /** The message without its priority. */
  public String condition() {
    return severity == Severity.NONE ? message : message.substring(endOfPrefix()).strip();
  }

  private int endOfPrefix() {
    int space = message.indexOf(' ');
    return space < 0 ? message.length() : space;
  }

  /** Whether it takes part in the flash of its priority. */
  public boolean flashes() {
    return look == AlarmLook.NEW && severity.compareTo(Severity.MEDIUM) >= 0;
  }

  /** Whether the condition was active when the link was lost, and is not judged now. */
  public boolean was() {
    return look == AlarmLook.WAS;
  }
}
