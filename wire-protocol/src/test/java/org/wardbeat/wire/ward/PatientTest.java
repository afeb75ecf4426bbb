package org.wardbeat.wire.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PatientTest {
  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of("Haddad", "H"),
        Arguments.of("van der Berg", "v"),
        Arguments.of("  Lind", "L"),
        Arguments.of("", ""),
        Arguments.of(" \t", ""),
        Arguments.of("O'Brien", "O"),
        Arguments.of("'t Hooft", "t"),
        Arguments.of("4 Unknown", "4"),
        Arguments.of("?", ""),
        Arguments.of("A\u030Angstro\u0308m", "\u00C5"),
        Arguments.of("\u00D6berg", "\u00D6"),
        Arguments.of("\u05DB\u05D4\u05DF", "\u05DB"),
        Arguments.of("\u738B\u5C0F\u660E", "\u738B"),
        Arguments.of("\u1112\u1161\u11AB\u1100", "\uD55C"),
        Arguments.of("\u0E01\u0E49\u0E2D\u0E07", "\u0E01\u0E49"),
        Arguments.of("\uD835\uDC00bc", "\uD835\uDC00"),
        Arguments.of("\u202Eesrever\u202C", "e"),
        Arguments.of("\u0600\u200B\uFEFF\u0000Noor", "N"),
        Arguments.of("\u0301\u0300Noor", "N"),
        Arguments.of("\uD83D\uDC69\u200D\u2695\uFE0F Eva", "E"),
        Arguments.of("\uD83E\uDD15", ""),
        Arguments.of("\uD800\uDBFF", ""),
        Arguments.of(
            "Z" + "\u0335".repeat(100) + "algo", "Z\u0335\u0335\u0335\u0335\u0335\u0335\u0335"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void initialsAreTheFirstLetterOfEachName(String name, String initial) {
    assertThat(new Patient("MRN-1007", name, "Noor").initials())
        .isEqualTo(new Patient("", initial, "N"));
    assertThat(new Patient("MRN-1007", "Haddad", name).initials())
        .isEqualTo(new Patient("", "H", initial));
  }

  @Test
  void aLetterThatIsLongerComposedThanItWasIsStillAPatients() {
    String hebrew = "\uFB2C".repeat(Patient.MAX_LENGTH);
    assertThat(new Patient("", hebrew, "").initials().familyName())
        .isEqualTo(Normalizer.normalize("\uFB2C", Normalizer.Form.NFC));
  }

  @Property
  void initialsOfInitialsAreTheSame(@ForAll("anyName") String family, @ForAll("anyName") String n) {
    Patient initials = new Patient("MRN", family, n).initials();
    assertThat(initials.initials()).isEqualTo(initials);
    assertThat(initials.identifier()).isEmpty();
    assertThat(initials.familyName().codePoints().count()).isLessThanOrEqualTo(8);
    assertThat(initials.familyName().isEmpty())
        .isEqualTo(
            Normalizer.normalize(family, Normalizer.Form.NFC)
                .codePoints()
                .noneMatch(Character::isLetterOrDigit));
  }

  @Property
  void ofLatinLettersOnlyOneIsTold(@ForAll("latinName") String family) {
    assertThat(new Patient("", family, "").initials().familyName())
        .isEqualTo(family.substring(0, 1));
  }

  @Provide
  Arbitrary<String> anyName() {
    return Arbitraries.strings().all().ofMaxLength(40);
  }

  @Provide
  Arbitrary<String> latinName() {
    return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(Patient.MAX_LENGTH);
  }
}
