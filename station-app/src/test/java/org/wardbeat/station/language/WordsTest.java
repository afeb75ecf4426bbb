package org.wardbeat.station.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WordsTest {
  private static final Path SOURCES = Path.of("src/main/java/org/wardbeat/station");

  /** A literal that looks like a key: words with dots between them. */
  private static final Pattern KEY =
      Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9][a-z0-9-]*)+)\"");

  @ParameterizedTest
  @EnumSource(Language.class)
  void aCompleteLanguageHasEveryKeyAndNoneHasAnother(Language language) {
    Set<String> english = Words.read(Language.ENGLISH).keySet();
    Set<String> own = Words.read(language).keySet();

    assertThat(english).containsAll(own);
    if (language.isComplete()) {
      assertThat(own).containsAll(english);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyTextHasThePlacesOfTheEnglishOne(Language language) {
    Map<String, Sentence> english = Words.read(Language.ENGLISH);

    Words.read(language)
        .forEach(
            (key, sentence) ->
                assertThat(sentence.values())
                    .as(key)
                    .isEqualTo(english.getOrDefault(key, Sentence.parse("")).values()));
  }

  @Test
  void everyKeyIsUsedAndEveryUsedOneIsThere() throws IOException {
    assumeThat(Files.isDirectory(SOURCES)).as("the sources of the station").isTrue();
    Set<String> keys = Words.english().keys();
    Set<String> literals = literals();

    assertThat(
            keys.stream().filter(key -> !literals.contains(key.replaceAll("\\.(one|many)$", ""))))
        .as("keys that no screen says")
        .filteredOn(key -> !literals.contains(key))
        .isEmpty();
    assertThat(areasOf(literals, keys)).as("keys without words").isEmpty();
  }

  /** Literals that begin as a key does, but are none. */
  private static Set<String> areasOf(Set<String> literals, Set<String> keys) {
    Set<String> areas = new TreeSet<>();
    keys.forEach(key -> areas.add(key.substring(0, key.indexOf('.') + 1)));
    Set<String> unknown = new TreeSet<>();
    for (String literal : literals) {
      boolean isOne = keys.contains(literal) || keys.contains(literal + ".one");
      if (!isOne && areas.contains(literal.substring(0, literal.indexOf('.') + 1))) {
        unknown.add(literal);
      }
    }
    return unknown;
  }

  private static Set<String> literals() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher matcher = KEY.matcher(Files.readString(file));
        while (matcher.find()) {
          if (!matcher.group(1).matches(".*\\.(css|json|properties)")) {
            found.add(matcher.group(1));
          }
        }
      }
    }
    return found;
  }

  @Test
  void putsValuesIntoTheirPlaces() {
    assertThat(Words.english().text("banner.live.oldest", "14 of 14", "0.9"))
        .isEqualTo("14 of 14, oldest value 0.9 s");
    assertThat(Words.in(Language.GERMAN).text("spoken.acknowledge", "407", "ASYSTOLE"))
        .isEqualTo("407 ASYSTOLE quittieren");
  }

  @Test
  void saysOneThingAndManyAsTheLanguageDoes() {
    assertThat(Words.english().count("strip.alarms", 0)).isEqualTo("0 alarms");
    assertThat(Words.english().count("strip.alarms", 1)).isEqualTo("1 alarm");
    assertThat(Words.in(Language.FRENCH).count("strip.alarms", 0)).isEqualTo("0 alarme");
    assertThat(Words.in(Language.GERMAN).count("strip.alarms", 2)).isEqualTo("2 Alarme");
  }

  @Test
  void saysInEnglishWhatALanguageDoesNotHave() {
    assertThat(Words.in(Language.FRENCH).text("strip.at-loss"))
        .isEqualTo("Active when link was lost");
  }

  @Test
  void showsTheKeyOfWhatNobodySays() {
    assertThat(Words.english().text("nowhere.at-all")).isEqualTo("nowhere.at-all");
  }

  @Test
  void refusesABraceThatIsNoPlace() {
    assertThatThrownBy(() -> Sentence.parse("up to {x} beds"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected {0} to {9} at character 7 of: up to {x} beds");
  }

  @Test
  void knowsLanguagesByTheirTagsWhateverTheRegion() {
    assertThat(Language.ofTag("de-AT")).contains(Language.GERMAN);
    assertThat(Language.ofTag("xx")).isEmpty();
  }
}
