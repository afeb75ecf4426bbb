package org.wardbeat.station.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The texts of the screens in one language, by key, and how times and measures are written among
 * them. Immutable, for any thread; given to whoever writes on a screen.
 *
 * <p>Keys name the place and what is said there: {@code banner.offline.advice}. They stand in the
 * code as they are, in full, so that a search finds both ends. What a language does not have is
 * said in English.
 */
public final class Words {
  private static final Logger LOG = LoggerFactory.getLogger(Words.class);
  private static final String ONE = ".one";
  private static final String MANY = ".many";
  private static final String TOLD = "told.";

  private final Language language;
  private final ClockStyle clock;
  private final TemperatureUnit temperature;
  private final Map<String, Sentence> sentences;
  private final Map<String, Sentence> toldInEnglish;

  private Words(
      Language language,
      ClockStyle clock,
      TemperatureUnit temperature,
      Map<String, Sentence> sentences,
      Map<String, Sentence> toldInEnglish) {
    this.language = language;
    this.clock = clock;
    this.temperature = temperature;
    this.sentences = Map.copyOf(sentences);
    this.toldInEnglish = Map.copyOf(toldInEnglish);
  }

  /** The words of a language, with times of day of 24 hours and temperatures in °C. */
  public static Words in(Language language) {
    return in(language, ClockStyle.HOURS_24, TemperatureUnit.CELSIUS);
  }

  /**
   * The words of a language.
   *
   * @param clock how times of day are written among them
   * @param temperature in what temperatures are
   */
  public static Words in(Language language, ClockStyle clock, TemperatureUnit temperature) {
    Map<String, Sentence> english = read(Language.ENGLISH);
    Map<String, Sentence> sentences = new HashMap<>(english);
    sentences.putAll(read(language));
    Map<String, Sentence> told = new HashMap<>(english);
    told.keySet().removeIf(key -> !key.startsWith(TOLD));
    return new Words(language, clock, temperature, sentences, told);
  }

  /** The words in English, the language of which all others are translations. */
  public static Words english() {
    return in(Language.ENGLISH);
  }

  /** What the file of a language says itself. */
  static Map<String, Sentence> read(Language language) {
    String name = "words_" + language.tag() + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Words.class.getResourceAsStream(name);
        Reader reader =
            new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("The bundled file " + name + " cannot be read.", e);
    }
    Map<String, Sentence> sentences = new HashMap<>();
    properties.forEach(
        (key, text) -> sentences.put(key.toString(), Sentence.parse(text.toString())));
    return sentences;
  }

  /** The language they are in. */
  public Language language() {
    return language;
  }

  /** How times of day are written. */
  public ClockStyle clock() {
    return clock;
  }

  /** In what temperatures are shown and entered. */
  public TemperatureUnit temperature() {
    return temperature;
  }

  /** For dates and upper case. */
  public Locale locale() {
    return language.locale();
  }

  /**
   * A text.
   *
   * @param key what is to be said; one that no language has is shown itself, which no test lets
   *     through
   * @param values what stands in the places {@code {0}}, {@code {1}} and so on
   */
  public String text(String key, Object... values) {
    Sentence sentence = sentences.get(key);
    if (sentence == null) {
      LOG.error("There are no words for {}", key);
      return key;
    }
    return sentence.with(values);
  }

  /**
   * A text about a number of things, which stands in place {@code {0}}: that of {@code key.one} or
   * of {@code key.many}.
   *
   * @param more what stands in the places from {@code {1}} on
   */
  public String count(String key, long number, Object... more) {
    Object[] values = new Object[more.length + 1];
    values[0] = number;
    System.arraycopy(more, 0, values, 1, more.length);
    return text(key + (isOne(number) ? ONE : MANY), values);
  }

  /**
   * What another part of this program, or the bridge, says in English, in this language.
   *
   * <p>Whoever finds out why a link is lost writes one sentence, which is for the log as well as
   * for the screen. Such sentences are known here by how they read in English; their keys begin
   * with {@code told.}. What stands in their places may be such a sentence again. One that is not
   * known stays as it is.
   */
  public String translated(String told) {
    if (language == Language.ENGLISH || told.isEmpty()) {
      return told;
    }
    String known = "";
    Map<Integer, String> values = Map.of();
    int length = -1;
    for (Map.Entry<String, Sentence> each : toldInEnglish.entrySet()) {
      Sentence sentence = each.getValue();
      if (sentence.length() > length) {
        Optional<Map<Integer, String>> found = sentence.valuesIn(told);
        if (found.isPresent()) {
          known = each.getKey();
          values = found.get();
          length = sentence.length();
        }
      }
    }
    if (known.isEmpty()) {
      return told;
    }
    Object[] placed = new Object[values.size()];
    values.forEach((place, value) -> placed[place] = translated(value));
    return text(known, placed);
  }

  private boolean isOne(long number) {
    return switch (language) {
      case FRENCH -> number == 0 || number == 1;
      case ENGLISH, GERMAN -> number == 1;
    };
  }

  /** All keys there are. */
  Set<String> keys() {
    return new TreeSet<>(sentences.keySet());
  }
}
