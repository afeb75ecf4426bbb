package org.wardbeat.bridge.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.frame.Frame.Lane;
import org.wardbeat.wire.frame.Frame.Selection;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.Role;
import org.wardbeat.wire.ward.Stay;

/** How much of who lies in a bed leaves the bridge. */
class IdentityTest {
  private static final Set<Lane> ALL_BUT_NAMES = EnumSet.complementOf(EnumSet.of(Lane.NAMES));
  private static final Patient NOOR = new Patient("MRN-1007", "Haddad", "Noor");
  private static final Patient IDA = new Patient("MRN-2001", "Bergström", "Ida");
  private static final List<String> SECRETS =
      List.of("MRN", "1007", "2001", "Ha", "add", "Noo", "oor", "Be", "ergs", "Ida", "da", "anne");

  private final SessionHarness harness = new SessionHarness();
  private final FakeBed bed = harness.admit("4 East", "407", 1007);

  private SessionHarness.Client wall(Set<Lane> lanes) {
    SessionHarness.Client wall = harness.connect();
    wall.hello(List.of());
    wall.subscribe(10_000, List.of(Selection.ofUnit("", lanes)));
    return wall;
  }

  private static Stay stay(long version, Patient patient) {
    Admission admission =
        new Admission(
            patient,
            LocalDate.of(1951, 3, 9),
            "patch",
            false,
            "maria-" + patient.familyName(),
            FakeBed.START_MICROS);
    return new Stay(version, "anne", admission);
  }

  @Test
  void nothingOfAPersonButTheInitialsIsEverWrittenToAWall() {
    bed.say(stay(1, NOOR));
    SessionHarness.Client wall = wall(ALL_BUT_NAMES);
    ByteArrayOutputStream delivered = new ByteArrayOutputStream();
    wall.outlet.bytes().forEach(delivered::writeBytes);
    bed.admit(IDA);
    bed.say(stay(2, IDA));
    wall.offer(bed);
    wall.offerAlarming(bed);
    wall.subscribe(0, List.of(Selection.ofUnit("", ALL_BUT_NAMES)));
    List<byte[]> later = wall.outlet.bytes();
    later.forEach(delivered::writeBytes);

    assertThat(later.stream().map(bytes -> FakeOutlet.decode(harness.codec, bytes)))
        .filteredOn(Frame.Bed.class::isInstance)
        .extracting(frame -> ((Frame.Bed) frame).patient())
        .containsOnly(new Patient("", "B", "I"));
    assertThat(delivered.toString(UTF_8)).contains("4 East").doesNotContain(SECRETS);
  }

  @Test
  void whoeverMayReadNamesGetsThemWholeThoughInitialsAreAskedForToo() {
    bed.say(stay(1, NOOR));
    SessionHarness.Client desk = wall(EnumSet.allOf(Lane.class));
    List<Frame> frames = desk.frames();
    assertThat(frames)
        .filteredOn(Frame.Bed.class::isInstance)
        .extracting(frame -> ((Frame.Bed) frame).patient())
        .containsExactly(NOOR);
    assertThat(frames).contains(new Frame.BedStay(0, stay(1, NOOR)));
  }

  @Test
  void whoeverAsksForNoneGetsNoInitialsAndInitialsCanBeTakenBack() {
    SessionHarness.Client wall = wall(EnumSet.of(Lane.NUMERICS, Lane.INITIALS));
    assertThat(wall.frames(Frame.Bed.class).getFirst().patient())
        .isEqualTo(new Patient("", "H", "N"));
    wall.subscribe(0, List.of(Selection.ofUnit("", EnumSet.of(Lane.NUMERICS))));
    Frame.Bed nameless = wall.frames(Frame.Bed.class).getFirst();
    assertThat(nameless.patient()).isNull();
    assertThat(nameless.occupied()).isTrue();
  }

  @Test
  void aBedInWhichNobodyLiesHasNoInitials() {
    bed.admit(null);
    Frame.Bed empty = wall(ALL_BUT_NAMES).frames(Frame.Bed.class).getFirst();
    assertThat(empty.patient()).isNull();
    assertThat(empty.occupied()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u202E", "\uD83D\uDE00", "\uD800"})
  void aNameWithoutLettersTellsThatSomebodyLiesThere(String name) {
    bed.admit(new Patient("MRN-1", name, name));
    Frame.Bed told = wall(ALL_BUT_NAMES).frames(Frame.Bed.class).getFirst();
    assertThat(told.patient()).isEqualTo(new Patient("", "", ""));
    assertThat(told.occupied()).isTrue();
  }

  @Test
  void nobodySaysWhoLiesInABedByInitialsAlone() {
    SessionHarness.Client wall = wall(ALL_BUT_NAMES);
    wall.receive(
        new Frame.Act(
            1,
            new Operator("R. Okafor", Role.CHARGE_NURSE),
            new Operation.Assign(
                List.of(new Operation.BedVersion(new BedId("4 East", "407"), 0)), "anne")));
    assertThat(wall.frames(Frame.ActAnswer.class))
        .extracting(Frame.ActAnswer::outcome)
        .containsExactly(Frame.Outcome.REFUSED);
    assertThat(harness.desk.wanted).isEmpty();
  }
}
