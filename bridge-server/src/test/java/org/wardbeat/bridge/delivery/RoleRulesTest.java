package org.wardbeat.bridge.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Role;

/** Who may do what, as a table. */
class RoleRulesTest {
  private static final BedId BED = new BedId("4 East", "407");
  private static final Operation.BedVersion AT = new Operation.BedVersion(BED, 0);
  private static final Operation.BedVersion OTHER =
      new Operation.BedVersion(new BedId("4 East", "408"), 0);

  private static Operation operation(String name) {
    return switch (name) {
      case "acknowledge" -> new Operation.Acknowledge(BED, "HR_HIGH", 1);
      case "limits" ->
          new Operation.SetLimits(BED, 1, new AlarmLimits(PatientCategory.ADULT, List.of()), "");
      case "entries" -> new Operation.EnterObservations(BED, List.of());
      case "bed audio" -> pause("407", Inactivation.AUDIO_PAUSED);
      case "bed alarms" -> pause("407", Inactivation.ALARM_PAUSED);
      case "bed standby" -> pause("407", Inactivation.STANDBY);
      case "unit audio" -> pause("", Inactivation.AUDIO_PAUSED);
      case "unit alarms" -> pause("", Inactivation.ALARM_PAUSED);
      case "unit standby" -> pause("", Inactivation.STANDBY);
      case "admit" -> new Operation.Admit(AT, new Patient("MRN", "Haddad", ""), LocalDate.EPOCH);
      case "confirm" -> new Operation.Confirm(AT, "patch", "MRN", LocalDate.EPOCH);
      case "discharge" -> new Operation.Discharge(AT, "MRN", LocalDate.EPOCH);
      case "transfer" -> new Operation.Transfer(AT, OTHER, "MRN", LocalDate.EPOCH);
      case "take beds" -> new Operation.Assign(List.of(AT), "R. Okafor");
      case "assign" -> new Operation.Assign(List.of(AT), "M. Lind");
      case "hand over" -> new Operation.HandOver("", "R. Okafor", "M. Lind", List.of(AT));
      case "take over" -> new Operation.HandOver("", "M. Lind", "R. Okafor", List.of(AT));
      case "hand over others" -> new Operation.HandOver("", "M. Lind", "A. Berg", List.of(AT));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Operation pause(String bed, Inactivation kind) {
    return new Operation.Inactivate("4 East", bed, kind, 0, 60, "");
  }

  private static @Nullable String refusal(Role role, String operation) {
    return RoleRules.refusal(new Operator("R. Okafor", role), operation(operation));
  }

  @ParameterizedTest
  @CsvSource({
    "acknowledge,  true,  true,  false",
    "limits,       true,  true,  false",
    "entries,      true,  true,  false",
    "bed audio,    true,  true,  false",
    "bed alarms,   true,  true,  false",
    "bed standby,  false, true,  false",
    "unit audio,   false, true,  false",
    "unit alarms,  false, true,  false",
    "unit standby, false, true,  false",
    "admit,        true,  true,  false",
    "confirm,      true,  true,  false",
    "discharge,    true,  true,  false",
    "transfer,     true,  true,  false",
    "take beds,    true,  true,  false",
    "assign,       false, true,  false",
    "hand over,    true,  true,  false",
    "take over,    true,  true,  false",
    "hand over others, false, true, false",
  })
  void eachRoleMayDoWhatItIsThereFor(
      String operation, boolean nurse, boolean charge, boolean technician) {
    assertThat(refusal(Role.NURSE, operation) == null).isEqualTo(nurse);
    assertThat(refusal(Role.CHARGE_NURSE, operation) == null).isEqualTo(charge);
    assertThat(refusal(Role.TECHNICIAN, operation) == null).isEqualTo(technician);
  }

  @Test
  void aRefusalSaysWhatIsNotAllowedAndWhomToAsk() {
    assertThat(refusal(Role.NURSE, "unit audio"))
        .isEqualTo(
            "A nurse may not pause the sound of a whole unit's alarms. Ask the charge nurse.");
    assertThat(refusal(Role.TECHNICIAN, "acknowledge"))
        .isEqualTo("A technician may not acknowledge alarms. Ask a nurse.");
  }
}
