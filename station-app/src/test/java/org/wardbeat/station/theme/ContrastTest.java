package org.wardbeat.station.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.station.wave.WaveLooks;
import org.wardbeat.wire.ward.SignalKind;

/** Contrast as WCAG 2.2 defines it, of the colours as the style sheet has them. */
class ContrastTest {
  private static final Pattern TOKEN = Pattern.compile("-wb-([a-z0-9-]+):\\s*(#[0-9A-Fa-f]{6});");
  private static final Pattern USED = Pattern.compile("-wb-([a-z0-9-]+)");
  private static final Map<String, Color> TOKENS = new HashMap<>();

  @BeforeAll
  static void readTokens() throws IOException {
    Matcher matcher = TOKEN.matcher(sheet("wardbeat.css"));
    while (matcher.find()) {
      TOKENS.put(matcher.group(1), Color.web(matcher.group(2)));
    }
  }

  private static String sheet(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Theme.class.getResourceAsStream(name), () -> name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Color color(String name) {
    return name.equals("white")
        ? Color.WHITE
        : Objects.requireNonNull(TOKENS.get(name), () -> "no token " + name);
  }

  /** Relative luminance and contrast of WCAG 2.2. */
  private static double contrast(String one, String other) {
    double first = luminance(color(one));
    double second = luminance(color(other));
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  /** Text needs 4.5; each is shown on the background beside it, and stated as the third. */
  @ParameterizedTest
  @CsvSource({
    "tx1, bg1, 17.6",
    "tx2, bg1, 10.9",
    "tx3, bg1, 6.5",
    "dim, bg1, 4.9",
    "ecg, bg1, 11.3",
    "spo2, bg1, 9.8",
    "rr, bg1, 12.4",
    "art, bg1, 9.4",
    "co2, bg1, 10.8",
    "wht, bg1, 17.6",
    "rec, bg1, 12.7",
    "high-tx, bg1, 8.3",
    "med, bg1, 13.6",
    "med-tx, bg1, 14.8",
    "tech, bg1, 10.6",
    "tech-tx, bg1, 13.1",
    "amber, bg1, 11.0",
    "mine, bg1, 10.1",
    "act, bg1, 7.8",
    "focus, bg1, 19.2",
    "white, high, 5.3",
    "high-tx, high-off, 7.3",
    "med-tx, med-off, 10.9",
    "tech-tx, tech-off, 9.6",
    "bg1, med, 13.6",
    "bg1, tech, 10.6",
    "tx1, amber-bg, 14.9",
    "amber, amber-bg, 9.3",
    "tx1, mine-bg, 13.5"
  })
  void textIsReadOnItsBackground(String text, String background, double stated) {
    assertThat(contrast(text, background)).isGreaterThanOrEqualTo(4.5).isCloseTo(stated, by(0.11));
  }

  /** Graphics need 3. */
  @ParameterizedTest
  @CsvSource({"ctl, bg1, 3.5", "high, bg1, 3.6", "amber-ln, bg1, 3.7"})
  void graphicsAreSeenOnTheirBackground(String graphic, String background, double stated) {
    assertThat(contrast(graphic, background)).isGreaterThanOrEqualTo(3).isCloseTo(stated, by(0.11));
  }

  /** What is decoration only carries no meaning, so that its contrast needs none. */
  @ParameterizedTest
  @CsvSource({"line, bg1, 1.4", "line2, bg1, 2.0"})
  void decorationIsAsFaintAsStated(String line, String background, double stated) {
    assertThat(contrast(line, background)).isCloseTo(stated, by(0.11));
  }

  /** Words lie on every surface, grey ones only on the three darkest. */
  @ParameterizedTest
  @ValueSource(strings = {"bg0", "bg1", "bg2"})
  void greyValuesAreReadOnAllTheyLieOn(String background) {
    assertThat(contrast("dim", background)).isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bg0", "bg1", "bg2", "bg3", "bg4"})
  void wordsAreReadOnAllSurfaces(String background) {
    assertThat(contrast("tx1", background)).isGreaterThanOrEqualTo(4.5);
    assertThat(contrast("tx2", background)).isGreaterThanOrEqualTo(4.5);
  }

  @Test
  void alarmPrioritiesDifferInLightnessToo() {
    assertThat(contrast("high", "med")).isGreaterThanOrEqualTo(3);
    assertThat(contrast("high", "tech")).isGreaterThanOrEqualTo(2);
  }

  /** Waves are drawn without a style sheet. */
  @ParameterizedTest
  @CsvSource({"ECG, ecg", "PLETH, spo2", "RESP, rr", "ART, art", "CO2, co2", "OTHER, rec"})
  void wavesHaveTheColoursOfTheirTokens(SignalKind kind, String token) {
    assertThat(WaveLooks.color(kind)).isEqualTo(color(token));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wardbeat.css",
        "pages.css",
        "diagnostics.css",
        "panel.css",
        "patient.css",
        "review.css",
        "settings.css",
        "wall.css"
      })
  void sheetsUseNoTokenThatThereIsNot(String name) throws IOException {
    assertThat(TOKENS).hasSizeGreaterThan(30);
    Matcher used = USED.matcher(sheet(name));
    while (used.find()) {
      assertThat(TOKENS).as("%s in %s", used.group(), name).containsKey(used.group(1));
    }
  }

  private static org.assertj.core.data.Offset<Double> by(double difference) {
    return org.assertj.core.data.Offset.offset(difference);
  }
}
