package org.wardbeat.station.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wardbeat.render.sweep.SweepMotion;
import org.wardbeat.station.presentation.Arrangement;
import org.wardbeat.station.presentation.BedDisplay;
import org.wardbeat.station.presentation.BedDisplays;
import org.wardbeat.station.presentation.Board;
import org.wardbeat.station.presentation.MinePlace;
import org.wardbeat.station.presentation.Slot;
import org.wardbeat.station.wave.Band;
import org.wardbeat.station.wave.Gain;
import org.wardbeat.station.wave.Hum;
import org.wardbeat.station.wave.SweepSpeed;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.SignalKind;

/** How beds are arranged, and what is shown of them, from one start to the next. */
class KeptArrangementTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_773_135_728_000L);
  private static final BedDisplay OWN =
      new BedDisplay(
          List.of(SignalKind.ECG, SignalKind.CO2), List.of(Slot.HR, Slot.SPO2, Slot.RR, Slot.PVC));

  @TempDir Path folder;

  private SettingsPlaces places() {
    return new SettingsPlaces(
        folder.resolve("station.json"),
        folder.resolve("station-at-desk-4.json"),
        folder.resolve("shared.json"));
  }

  private SettingsStore start() {
    return new SettingsStore(places(), Settings.INITIAL, () -> NOW);
  }

  private static BedId bed(int number) {
    return new BedId("4 East", String.valueOf(number));
  }

  private static List<BedId> beds(int count) {
    return IntStream.range(0, count).mapToObj(i -> bed(1_000 + i)).toList();
  }

  @Test
  void anArrangementIsThereAgainAtTheNextStart() {
    Arrangement left =
        new Arrangement(
            OptionalInt.of(16),
            List.of(bed(403), new BedId("4 West", "Bett \"ä\" \uD83D\uDECF"), bed(401)),
            Set.of("4 East", "4 West"),
            MinePlace.FIRST,
            2);
    try (SettingsStore store = start()) {
      assertThat(DeskSettings.board(store).arrangement()).isEqualTo(Arrangement.AUTOMATIC);
      DeskSettings.board(store).arrange(left);
      DeskSettings.displays(store).choose(bed(403), OWN, Set.of());
    }
    try (SettingsStore store = start()) {
      assertThat(store.problems()).isEmpty();
      assertThat(DeskSettings.board(store).arrangement()).isEqualTo(left);
      assertThat(DeskSettings.displays(store).of(bed(403))).isEqualTo(OWN);
      assertThat(DeskSettings.displays(store).of(bed(401))).isEqualTo(BedDisplay.AUTOMATIC);
    }
    assertThat(places().user()).doesNotExist();
  }

  @Test
  void onlyWhatWasChangedIsWritten() {
    try (SettingsStore store =
        new SettingsStore(places(), Settings.INITIAL.with(Setting.LAYOUT, 32), () -> NOW)) {
      Board board = DeskSettings.board(store);
      assertThat(board.arrangement().layout()).hasValue(32);
      board.arrange(board.arrangement().withMine(MinePlace.FIRST));
    }
    assertThat(places().computer()).content().contains("mine").doesNotContain("layout");
  }

  /** Twice as many beds as a station shows, with the longest names there can be. */
  @Test
  void hasRoomForTheBedsOfALargeWardAndForgetsNoneOfThem() {
    String longest = "\u0001".repeat(BedId.MAX_LENGTH - 4);
    List<BedId> all =
        IntStream.range(0, Arrangement.MOST_PLACED)
            .mapToObj(i -> new BedId(longest + (1_000 + i), longest + (1_000 + i)))
            .toList();
    try (SettingsStore store = start()) {
      Board board = DeskSettings.board(store);
      board.arrange(board.arrangement().withOrder(all));
      BedDisplays displays = DeskSettings.displays(store);
      all.forEach(each -> displays.choose(each, OWN, Set.copyOf(all)));
    }
    try (SettingsStore store = start()) {
      assertThat(store.problems()).isEmpty();
      assertThat(DeskSettings.board(store).arrangement().order()).isEqualTo(all);
      BedDisplays displays = DeskSettings.displays(store);
      assertThat(all).allMatch(each -> displays.of(each).equals(OWN));
    }
  }

  @Test
  void whatSectorsShowIsForgottenOfBedsThatAreNotThereTheOldestFirst() {
    try (SettingsStore store = start()) {
      BedDisplays displays = DeskSettings.displays(store);
      List<BedId> many = beds(BedDisplays.MOST_CHOSEN);
      Set<BedId> present = Set.of(many.getFirst(), bed(1));
      many.forEach(each -> displays.choose(each, OWN, present));
      displays.choose(bed(1), OWN, present);

      assertThat(displays.of(many.getFirst())).isEqualTo(OWN);
      assertThat(displays.of(many.get(1))).isEqualTo(BedDisplay.AUTOMATIC);
      assertThat(displays.of(many.get(2))).isEqualTo(OWN);
      assertThat(store.current().get(Setting.SECTORS)).hasSize(BedDisplays.MOST_CHOSEN);
      displays.choose(bed(1), BedDisplay.AUTOMATIC, present);
      assertThat(store.current().get(Setting.SECTORS)).hasSize(BedDisplays.MOST_CHOSEN - 1);
    }
  }

  static Stream<Arguments> locks() {
    Board board = new Board(Arrangement.AUTOMATIC);
    Arrangement all = board.arrangement();
    return Stream.of(
        Arguments.of("layout", all.withLayout(OptionalInt.of(8))),
        Arguments.of("order", all.withOrder(List.of(bed(2), bed(1)))),
        Arguments.of("units", all.withUnits(Set.of("4 West"))),
        Arguments.of("mine", all.withMine(MinePlace.ONLY)),
        Arguments.of("screens", all.withDisplays(2)));
  }

  @ParameterizedTest
  @MethodSource("locks")
  void whatTheAdministratorLocksStaysAndTheRestCanBeChanged(String key, Arrangement wanted)
      throws IOException {
    Files.writeString(places().administrator(), "{\"locked\": [\"" + key + "\"]}");
    try (SettingsStore store = start()) {
      Board board = DeskSettings.board(store);
      board.arrange(wanted);
      assertThat(board.arrangement()).isEqualTo(Arrangement.AUTOMATIC);
      for (Arguments other : locks().toList()) {
        if (!other.get()[0].equals(key)) {
          board.arrange((Arrangement) other.get()[1]);
          assertThat(board.arrangement()).isEqualTo(other.get()[1]);
        }
      }
    }
    assertThat(places().computer()).content().doesNotContain("\"" + key + "\"");
  }

  @Test
  void whatSectorsShowCanBeLocked() throws IOException {
    Files.writeString(
        places().administrator(),
        "{\"locked\": [\"sectors\"], \"sectors\": [{\"unit\": \"4 East\", \"bed\": \"403\","
            + " \"waves\": [\"ECG\", \"CO2\"], \"numbers\": [\"HR\", \"SPO2\", \"RR\", \"PVC\"]}]}");
    try (SettingsStore store = start()) {
      assertThat(DeskSettings.displays(store).isLocked()).isTrue();
      assertThat(DeskSettings.displays(store).of(bed(403))).isEqualTo(OWN);
    }
  }

  private static final String GOOD = "{\"unit\": \"4 East\", \"bed\": \"403\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7",
        "null",
        "\"403\"",
        "{\"unit\": \"4 East\"}",
        "{\"unit\": \"4 East\", \"bed\": 403}",
        "{\"unit\": \"\", \"bed\": \"403\"}",
        "{\"unit\": \"4 East\", \"bed\": \"403\"}",
        "{\"unit\": \"4 East\", \"bed\": \"1234567890123456789012345678901234567890123456789012345678901234-\"}"
      })
  void aBedThatIsNoneHarmsNoOther(String entry) throws IOException {
    String text =
        "{\"order\": [" + GOOD + ", " + entry + ", {\"unit\": \"4 East\", \"bed\": \"401\"}]}";
    Files.writeString(places().computer(), text);
    try (SettingsStore store = start()) {
      assertThat(DeskSettings.board(store).arrangement().order())
          .containsExactly(bed(403), bed(401));
      assertThat(store.problems())
          .containsExactly(
              places().computer()
                  + ", line 1: expected in \"order\" up to 400 entries, each once and"
                  + " {\"unit\": …, \"bed\": …}; 1 of 3 are left out, entry 2 first. The rest holds; the"
                  + " file as it was is kept as station-at-desk-4.json.unusable-"
                  + NOW.toEpochMilli()
                  + ".");
    }
    assertThat(folder.resolve("station-at-desk-4.json.unusable-" + NOW.toEpochMilli()))
        .hasContent(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"waves\": [\"ECG\"]`",
        "`\"waves\": [], \"numbers\": []`",
        "`\"waves\": [\"EEG\"], \"numbers\": []`",
        "`\"waves\": [\"ECG\", \"ECG\"], \"numbers\": []`",
        "`\"waves\": [\"ECG\", \"PLETH\", \"RESP\", \"CO2\"], \"numbers\": []`",
        "`\"waves\": [], \"numbers\": [\"HR\"]`",
        "`\"waves\": [], \"numbers\": [\"SPO2\", \"RR\", \"TEMP\", \"NIBP\"]`"
      })
  void aSectorThatCannotBeHarmsNoOther(String shown) throws IOException {
    Files.writeString(
        places().computer(),
        "{\"sectors\": [{\"unit\": \"4 East\", \"bed\": \"402\", "
            + shown
            + "}, {\"unit\": \"4 East\", \"bed\": \"403\", \"waves\": [\"ECG\", \"CO2\"],"
            + " \"numbers\": [\"HR\", \"SPO2\", \"RR\", \"PVC\"]}]}");
    try (SettingsStore store = start()) {
      assertThat(DeskSettings.displays(store).of(bed(402))).isEqualTo(BedDisplay.AUTOMATIC);
      assertThat(DeskSettings.displays(store).of(bed(403))).isEqualTo(OWN);
      assertThat(store.problems()).hasSize(1);
    }
  }

  @Test
  void anAbsurdNumberOfBedsIsCutOff() throws IOException {
    StringBuilder text = new StringBuilder("{\"order\": [");
    beds(5_000)
        .forEach(
            each ->
                text.append("{\"unit\": \"4 East\", \"bed\": \"")
                    .append(each.bed())
                    .append("\"},"));
    Files.writeString(places().computer(), text.append(GOOD).append("], \"mine\": \"first\"}"));
    try (SettingsStore store = start()) {
      assertThat(DeskSettings.board(store).arrangement().order())
          .isEqualTo(beds(Arrangement.MOST_PLACED));
      assertThat(DeskSettings.board(store).arrangement().mine()).isEqualTo(MinePlace.FIRST);
      assertThat(store.problems())
          .singleElement()
          .asString()
          .contains("4601 of 5001 are left out, entry 401 first");
    }
  }

  @Test
  void howWavesAreDrawnIsTheUsers() throws IOException {
    try (SettingsStore store = start()) {
      store.set(Setting.SWEEP_SPEED, SweepSpeed.MM_6_25).join();
      store.set(Setting.ECG_GAIN, Gain.MM_40).join();
      store.set(Setting.ECG_BAND, Band.DIAGNOSTIC).join();
      store.set(Setting.ECG_NOTCH, Hum.HZ_60).join();
      store.set(Setting.WAVE_MOTION, SweepMotion.SCROLL).join();
      store.set(Setting.WAVE_GRID, false).join();
    }
    assertThat(Files.readString(places().user()).replaceAll("\\s", ""))
        .isEqualTo(
            "{\"sweepSpeed\":\"6.25\",\"ecgGain\":\"40\",\"ecgBand\":\"diagnostic\","
                + "\"ecgNotch\":\"60\",\"waveMotion\":\"scroll\",\"waveGrid\":\"hidden\"}");
    try (SettingsStore store = start()) {
      assertThat(store.problems()).isEmpty();
      assertThat(store.current().get(Setting.ECG_BAND)).isEqualTo(Band.DIAGNOSTIC);
      assertThat(store.current().get(Setting.WAVE_GRID)).isFalse();
    }
  }
}
