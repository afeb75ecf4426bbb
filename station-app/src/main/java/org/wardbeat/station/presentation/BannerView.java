package org.wardbeat.station.presentation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wardbeat.station.language.Words;

/**
 * The one line that says whether the screen can be trusted.
 *
 * @param form how it looks
 * @param lead its first words
 * @param text what that means for the nurse
 * @param secondary what is being done, or less urgent; cut first where there is no room
 * @param aside at the right end, may be empty
 * @param reconnect the next attempt to reach the bridge, null if there is none
 * @param remedy what its button does
 */
public record BannerView(
    Form form,
    String lead,
    String text,
    List<String> secondary,
    String aside,
    @Nullable Reconnect reconnect,
    Remedy remedy) {
  /** How a banner looks. */
  public enum Form {
    /** Tall and red: nothing on this screen is live. */
    NOT_LIVE,
    /** One line, amber: live with a restriction. */
    CAUTION,
    /** One line, grey: nothing to act on. */
    QUIET
  }

  /** What can be done about it from here. */
  public enum Remedy {
    /** Nothing. */
    NONE,
    /** Look at the details. */
    DETAILS,
    /** Let a tone be heard. */
    TEST_SOUND,
    /** Say that it was read. */
    CLOSE
  }

  /**
   * The next attempt to reach the bridge.
   *
   * @param text {@code Reconnecting, try 7 in}, or {@code Reconnecting, try 7} while it goes on
   * @param countdown {@code 0:05}, or empty while it goes on
   */
  public record Reconnect(String text, String countdown) {}

  public BannerView {
    secondary = List.copyOf(secondary);
  }

  /**
   * The screen itself failed, so that what it shows may not be true.
   *
   * @param clock the time of day at which it did
   */
  public static BannerView screenFailed(Words words, String clock) {
    return notLive(
        words.text("banner.screen-failed.lead", clock),
        words.text("banner.screen-failed.text"),
        null);
  }

  static BannerView notLive(String lead, String text, @Nullable Reconnect reconnect) {
    return new BannerView(Form.NOT_LIVE, lead, text, List.of(), "", reconnect, Remedy.NONE);
  }

  static BannerView caution(String lead, String text, String... secondary) {
    return new BannerView(Form.CAUTION, lead, text, List.of(secondary), "", null, Remedy.DETAILS);
  }

  BannerView withRemedy(Remedy other) {
    return new BannerView(form, lead, text, secondary, aside, reconnect, other);
  }

  /** The first thing that its text says, for a screen that is read from afar. */
  public String firstClause() {
    int end = text.length();
    for (String mark : List.of(", ", ". ")) {
      int at = text.indexOf(mark);
      end = at < 0 ? end : Math.min(end, at);
    }
    return text.substring(0, end);
  }

  /** The whole of it in one line, the secondary part behind bars. */
  public String sentence() {
    String primary = text.isEmpty() ? lead : lead + (form == Form.NOT_LIVE ? " / " : "  ") + text;
    return secondary.isEmpty() ? primary : primary + " | " + String.join(" | ", secondary);
  }
}
