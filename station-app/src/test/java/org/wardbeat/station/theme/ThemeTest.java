package org.wardbeat.station.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class ThemeTest {
  @BeforeAll
  static void startToolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  private static InputStream bundled(String font) {
    return Objects.requireNonNull(Theme.class.getResourceAsStream("fonts/" + font), font);
  }

  @Test
  void aBundledFontIsLoaded() {
    assertThat(Theme.isLoaded("B612-Bold.otf", ThemeTest::bundled)).isTrue();
  }

  @Test
  void aFontThatIsMissingOrDamagedEndsNothing() {
    assertThat(
            Theme.isLoaded(
                "gone.otf",
                font -> {
                  throw new FileNotFoundException(font);
                }))
        .isFalse();
    byte[] damaged = "<html>502 Bad Gateway</html>".getBytes(StandardCharsets.US_ASCII);
    assertThat(Theme.isLoaded("damaged.otf", _ -> new ByteArrayInputStream(damaged))).isFalse();
  }
}
