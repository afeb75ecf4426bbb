package org.wardbeat.station.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages that the station speaks. */
public enum Language {
  ENGLISH("en", "English", true),
  GERMAN("de", "Deutsch", true),
  /** Begun: what is not translated yet is in English. */
  FRENCH("fr", "Français", false);

  private final String tag;
  private final String ownName;
  private final boolean complete;

  Language(String tag, String ownName, boolean complete) {
    this.tag = tag;
    this.ownName = ownName;
    this.complete = complete;
  }

  /** Its BCP 47 tag: {@code de}. */
  public String tag() {
    return tag;
  }

  /** What it calls itself. */
  public String ownName() {
    return ownName;
  }

  /** Whether every text is translated. */
  public boolean isComplete() {
    return complete;
  }

  /** For dates and upper case. */
  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  /** The language with a BCP 47 tag, whatever its region: {@code de-AT} is German. */
  public static Optional<Language> ofTag(String tag) {
    String asked = Locale.forLanguageTag(tag).getLanguage();
    return Arrays.stream(values()).filter(each -> each.tag.equals(asked)).findFirst();
  }
}
