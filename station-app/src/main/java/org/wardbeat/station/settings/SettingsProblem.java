package org.wardbeat.station.settings;

/** A file of settings that cannot be used; the message names file, line and what was expected. */
final class SettingsProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  SettingsProblem(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
