package org.wardbeat.station.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class WordsTest {
  private static final Path SOURCES = Path.of("src/main/java/org/wardbeat/station");

  private static final Path BRIDGE = Path.of("../bridge-server/src/main/java/org/wardbeat/bridge");

  /** Where sentences are told that stand on a screen. */
  private static final List<String> TELLING =
      List.of(
          "link/HttpTransport.java",
          "link/Ladder.java",
          "link/LinkSupervisor.java",
          "link/PendingRequests.java",
          "link/TlsFailure.java",
          "link/TransportFailure.java",
          "link/WebSocketTransport.java",
          "sound/JavaSoundDevices.java",
          "sound/JavaSoundLine.java",
          "sound/LinePump.java",
          "sound/NoSound.java",
          "sound/SoundWorker.java",
          "sound/SystemVolume.java",
          "ward/AlarmHistory.java");

  /** A literal that reads as a sentence, and whether it is one for a log or another program. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "((?:Exception|Violation|LOG\\.\\w+|Bye)\\([^\";]*)?"
              + "\"((?:[A-Z][a-z]*|%s)(?: [^\"\\\\ ]+){2,})\"");

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
    keys.removeIf(key -> key.startsWith("told."));
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

  /**
   * What the link, the sound and the bridge tell is known by its words, so that both must agree.
   */
  @Test
  void everySentenceThatIsToldIsToldSomewhere() throws IOException {
    assumeThat(Files.isDirectory(BRIDGE)).as("the sources of station and bridge").isTrue();
    String code = code(SOURCES) + code(BRIDGE);

    Words.read(Language.ENGLISH)
        .forEach(
            (key, sentence) -> {
              if (key.startsWith("told.")) {
                assertThat(sentence.pieces())
                    .as(key)
                    .extracting(String::strip)
                    .filteredOn(piece -> !piece.isEmpty())
                    .isNotEmpty()
                    .allMatch(
                        piece -> code.contains(piece) || code.contains(lowerFirst(piece)), "told");
              }
            });
  }

  private static String lowerFirst(String piece) {
    return piece.substring(0, 1).toLowerCase(Locale.ROOT) + piece.substring(1);
  }

  @Test
  void everySentenceOfTheLinkIsKnown() throws IOException {
    assumeThat(Files.isDirectory(SOURCES)).as("the sources of the station").isTrue();
    Words german = Words.in(Language.GERMAN);
    Set<String> unknown = new TreeSet<>();
    for (String file : TELLING) {
      Matcher matcher = SENTENCE.matcher(joined(Files.readString(SOURCES.resolve(file))));
      while (matcher.find()) {
        String sentence = matcher.group(2).replaceAll("%[sd]", "7");
        String unended = sentence.replaceFirst("\\.$", "");
        boolean known =
            !german.translated(sentence).equals(sentence)
                || !german.translated(unended).equals(unended);
        if (matcher.group(1) == null && !known) {
          unknown.add(file + ": " + sentence);
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  private static String code(Path folder) throws IOException {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        code.append(joined(Files.readString(file)));
      }
    }
    return code.toString();
  }

  /** Literals that go on in the next line are one. */
  private static String joined(String code) {
    return code.replaceAll("\"\\s*\\+\\s*\"", "");
  }

  @Test
  void saysInItsLanguageWhatIsToldInEnglish() {
    Words german = Words.in(Language.GERMAN);
    assertThat(german.translated("No link: The connection to the bridge broke"))
        .isEqualTo("Keine Verbindung: Die Verbindung zur Bridge riss ab");
    assertThat(
            german.translated(
                "Weber, M also sees to bed 407 now. Look at the beds and hand over again."))
        .isEqualTo("Weber, M betreut jetzt auch Bett 407. Die Betten ansehen und neu übergeben.");
    assertThat(german.translated("Weber, M set standby of 407 meanwhile."))
        .isEqualTo("Weber, M hat Standby von 407 neu gesetzt.");
    assertThat(german.translated("The proxy squid:3128 did not answer in time"))
        .isEqualTo("Der Proxy squid:3128 antwortete nicht rechtzeitig");
    assertThat(german.translated("The bridge sings")).isEqualTo("The bridge sings");
    assertThat(german.translated("")).isEmpty();
    assertThat(Words.english().translated("The link was lost.")).isEqualTo("The link was lost.");
    assertThat(Words.in(Language.FRENCH).translated("The link was lost."))
        .isEqualTo("The link was lost.");
  }

  @ParameterizedTest
  @CsvSource({
    "'{0} of {1}', 7 of 9, '{0=7, 1=9}'",
    "'bed {0}', bed 407, '{0=407}'",
    "'bed {0}', beds 407,",
    "'{0} ms', ms,",
    "nothing, nothing, '{}'",
    "nothing, nothing at all,",
    "'{1} after {0}', b after a, '{0=a, 1=b}'",
    "'a{0}a', a,",
  })
  void findsTheValuesInASentence(String sentence, String text, @Nullable String values) {
    assertThat(Sentence.parse(sentence).valuesIn(text).map(Object::toString))
        .isEqualTo(Optional.ofNullable(values));
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
