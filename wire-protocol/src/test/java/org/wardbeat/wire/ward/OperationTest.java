package org.wardbeat.wire.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OperationTest {
  private static final BedId BED = new BedId("4 East", "407");
  private static final AlarmLimits LIMITS = new AlarmLimits(PatientCategory.ADULT, List.of());
  private static final ScoreEntry OXYGEN = new ScoreEntry(ScoreParameter.OXYGEN, 1);

  static Stream<ThrowingCallable> wrong() {
    return Stream.of(
        () -> new Operator("", Role.NURSE),
        () -> new Operator(" ", Role.NURSE),
        () -> new Operator("x".repeat(65), Role.NURSE),
        () -> new Acknowledgement("", 0),
        () -> new Operation.Acknowledge(BED, " ", 0),
        () -> new Operation.Acknowledge(BED, "x".repeat(65), 0),
        () -> pause("", "", 60, ""),
        () -> pause("4 East", " ", 60, ""),
        () -> pause("4 East", "x".repeat(65), 60, ""),
        () -> pause("4 East", "", -1, ""),
        () -> pause("4 East", "", 86_401, ""),
        () -> pause("4 East", "", 60, "x".repeat(257)),
        () -> new Operation.SetLimits(BED, -1, LIMITS, ""),
        () -> new Operation.SetLimits(BED, 0, LIMITS, "x".repeat(257)),
        () -> new Operation.EnterObservations(BED, List.of(OXYGEN, OXYGEN)),
        () -> heldBack("", "", ""),
        () -> heldBack("4 East", " ", ""),
        () -> heldBack("4 East", "", " "));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void refusesWhatNobodyCanMean(ThrowingCallable make) {
    assertThatIllegalArgumentException().isThrownBy(make).withMessageContaining("expected ");
  }

  @Test
  void isOfABedOrAWholeUnitAndEndsWithZeroSeconds() {
    assertThat(pause("4 East", "407", 0, "x".repeat(256)).bed()).isEqualTo("407");
    assertThat(pause("4 East", "", 86_400, "").bed()).isEmpty();
    assertThat(heldBack("4 East", "", "").user()).isEmpty();
  }

  private static Operation.Inactivate pause(String unit, String bed, int seconds, String reason) {
    return new Operation.Inactivate(unit, bed, Inactivation.AUDIO_PAUSED, 0, seconds, reason);
  }

  private static InactivationState heldBack(String unit, String bed, String user) {
    return new InactivationState(unit, bed, Inactivation.STANDBY, true, 0, 1, user);
  }
}
