package org.wardbeat.wire.frame;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.AlarmState;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.PatientCategory;
import org.wardbeat.wire.ward.Role;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreInput;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

/** Frames of alarms and the bytes they have, or that no frame may have. */
final class AlarmFrameTables {
  private static final long EPOCH = FrameCodecTest.EPOCH;
  private static final BedId BED = FrameCodecTest.BED;
  private static final Operator NURSE = new Operator("u", Role.NURSE);
  private static final AlarmLimits NO_LIMITS = new AlarmLimits(PatientCategory.ADULT, List.of());

  private static final Alarm RAISED =
      new Alarm(
          "VT",
          AlarmKind.PHYSIOLOGICAL,
          AlarmPriority.MEDIUM,
          AlarmState.ACTIVE,
          null,
          "é",
          EPOCH,
          EPOCH - 1,
          EPOCH + 64,
          0,
          null,
          false);

  private static final Alarm LATCHED =
      new Alarm(
          "A",
          AlarmKind.PHYSIOLOGICAL,
          AlarmPriority.HIGH,
          AlarmState.LATCHED,
          VitalSign.RR,
          "",
          EPOCH,
          EPOCH,
          EPOCH + 64,
          EPOCH + 63,
          null,
          true);

  private static final Alarm ENDED =
      new Alarm(
          "A",
          AlarmKind.TECHNICAL,
          AlarmPriority.LOW,
          AlarmState.ENDED,
          null,
          "",
          EPOCH,
          EPOCH,
          EPOCH + 1,
          EPOCH + 1,
          new Acknowledgement("u", EPOCH + 2),
          false);

  private AlarmFrameTables() {}

  static Stream<Arguments> examples() {
    return Stream.of(
        arguments(
            new Frame.AlarmEvent(6, 1, 300, RAISED),
            "1b 06 01 ac 02 02 56 54 00 01 00 00 02 c3 a9 00 01 80 01"),
        arguments(
            new Frame.AlarmEvent(6, 1, 1, LATCHED),
            "1b 06 01 01 01 41 00 00 01 06 02 00 00 00 80 01 7e"),
        arguments(
            new Frame.AlarmEvent(6, 1, 1, ENDED),
            "1b 06 01 01 01 41 01 02 02 01 00 00 00 02 02 01 75 04"),
        arguments(
            new Frame.Act(300, NURSE, new Operation.Acknowledge(BED, "VT", -1)),
            "05 ac 02 01 75 00 00 01 34 01 31 02 56 54 01"),
        arguments(
            new Frame.Act(
                1,
                new Operator("u", Role.CHARGE_NURSE),
                new Operation.Inactivate("4", "", Inactivation.STANDBY, 64, 128, "r")),
            "05 01 01 75 01 01 01 34 00 02 80 01 80 01 01 72"),
        arguments(
            new Frame.Act(
                1,
                NURSE,
                new Operation.SetLimits(
                    BED,
                    128,
                    new AlarmLimits(
                        PatientCategory.PAEDIATRIC,
                        List.of(
                            new Limit(VitalSign.HR, true, 50, 120, null, null),
                            new Limit(VitalSign.SPO2, false, null, null, null, null),
                            new Limit(VitalSign.TEMP, true, 360, 390, 350, 400))),
                    "")),
            "05 01 01 75 00 02 01 34 01 31 80 01 01 03 00 07 64 f0 01 03 00"
                + " 04 1f d0 05 8c 06 bc 05 a0 06 00"),
        arguments(
            new Frame.Act(
                1,
                NURSE,
                new Operation.EnterObservations(
                    BED,
                    List.of(
                        new ScoreEntry(ScoreParameter.OXYGEN, 1),
                        new ScoreEntry(ScoreParameter.TEMPERATURE, 371)))),
            "05 01 01 75 00 03 01 34 01 31 02 03 01 07 f3 02"),
        arguments(new Frame.AlarmQuery(1, "4", "", -1, 1, 300), "06 01 01 34 00 01 02 ac 02"),
        arguments(new Frame.ActAnswer(300, Frame.Outcome.REFUSED, "é"), "1f ac 02 01 02 c3 a9"),
        arguments(
            new Frame.AlarmsHeldBack(
                new InactivationState(
                    "4", "1", Inactivation.ALARM_PAUSED, true, EPOCH, EPOCH + 64, "u", "r")),
            "20 01 34 01 31 01 01 00 80 01 01 75 01 72"),
        arguments(
            new Frame.BedLimits(6, 300, NO_LIMITS, "u", -1, "r", NO_LIMITS),
            "21 06 ac 02 00 00 01 75 01 01 72 00 00"),
        arguments(
            new Frame.BedScore(
                6,
                new Score(
                    Score.Kind.NEWS2,
                    "v",
                    Score.NO_TOTAL,
                    Score.Band.NONE,
                    -1,
                    EPOCH,
                    List.of(
                        input(ScoreParameter.RESPIRATION, ScoreInput.State.VALID, 16, 3),
                        new ScoreInput(
                            ScoreParameter.ACVPU,
                            ScoreInput.State.EXPIRED,
                            ScoreInput.Source.MANUAL,
                            2,
                            0,
                            1,
                            2,
                            "u")))),
            "22 06 00 01 76 00 00 01 00 02 00 00 00 20 03 02 00 00 06 02 01 04 00 02 04 01 75"),
        arguments(
            new Frame.BedScore(
                6, new Score(Score.Kind.MEWS, "", 5, Score.Band.MEDIUM, 2, EPOCH, List.of())),
            "22 06 01 00 06 03 04 00 00"),
        arguments(
            new Frame.AlarmRecords(1, true, List.of(new Frame.AlarmRecord(BED, ENDED))),
            "23 01 01 00 01 01 34 01 31 01 41 01 02 02 01 00 00 00 02 02 01 75 04"),
        arguments(new Frame.AlarmRecords(300, true, "é", List.of()), "23 ac 02 01 02 c3 a9 00"));
  }

  private static ScoreInput input(
      ScoreParameter parameter, ScoreInput.State state, int value, int points) {
    return new ScoreInput(parameter, state, ScoreInput.Source.DEVICE, value, points, 1, 0, "");
  }

  /** As many records as a frame may have, whose codes, names and beds are one word. */
  static Frame mostRecords(String word, String text) {
    Alarm alarm =
        new Alarm(
            word,
            AlarmKind.PHYSIOLOGICAL,
            AlarmPriority.HIGH,
            AlarmState.ENDED,
            VitalSign.HR,
            text,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            Long.MAX_VALUE,
            text.isEmpty() ? null : new Acknowledgement(word, Long.MAX_VALUE),
            false);
    return new Frame.AlarmRecords(
        Long.MAX_VALUE,
        true,
        text + text,
        Collections.nCopies(
            Frame.AlarmRecords.MAX_RECORDS, new Frame.AlarmRecord(new BedId(word, word), alarm)));
  }

  /** Bytes, the error, and what the message names. */
  static final String MALFORMED =
      """
      1b 00 00                                          | VALUE_OUT_OF_RANGE | AlarmEvent.number
      1b 00 01 00                                       | VALUE_OUT_OF_RANGE | AlarmEvent.sequence
      1b 00 01 01 00                                    | VALUE_OUT_OF_RANGE | AlarmEvent.condition
      1b 00 01 01 c1 01                                 | TEXT_TOO_LONG      | AlarmEvent.condition
      1b 00 01 01 01 20 00 00 00 00 00 00 00 00         | VALUE_OUT_OF_RANGE | AlarmEvent.alarm: condition
      1b 00 01 01 01 41 02                              | VALUE_OUT_OF_RANGE | AlarmEvent.kind
      1b 00 01 01 01 41 00 03                           | VALUE_OUT_OF_RANGE | AlarmEvent.priority
      1b 00 01 01 01 41 00 00 03                        | VALUE_OUT_OF_RANGE | AlarmEvent.state
      1b 00 01 01 01 41 00 00 00 08                     | UNKNOWN_BITS       | AlarmEvent.flags
      1b 00 01 01 01 41 00 00 00 04 0c                  | VALUE_OUT_OF_RANGE | AlarmEvent.sign
      1b 00 01 01 01 41 00 00 00 00 81 03               | TEXT_TOO_LONG      | AlarmEvent.text
      1b 00 01 01 01 41 00 00 01 01 00 00 00 00 00 01 75 00 | VALUE_OUT_OF_RANGE | AlarmEvent.alarm: state
      1b 00 01 01 01 41 00 00 02 00 00 00 00 00 ff ef 9c d9 89 aa a6 06 | VALUE_OUT_OF_RANGE | AlarmEvent.alarm: ended
      1b 00 01 01 01 41 00 00 00 01 00 00 00 00 00      | VALUE_OUT_OF_RANGE | AlarmEvent.user
      1b 00 01 01 01 41 00 00 00 01 00 00 00 00 01 20 00 | VALUE_OUT_OF_RANGE | AlarmEvent.user
      1b 00 01 01 01 41 00 00 00 01 00 00 00 00 c1 01   | TEXT_TOO_LONG      | AlarmEvent.user
      05 80 80 80 80 80 80 80 80 80 01                  | VALUE_OUT_OF_RANGE | Act.number
      05 00 00                                          | VALUE_OUT_OF_RANGE | Act.user
      05 00 01 20 00 00                                 | VALUE_OUT_OF_RANGE | Act.user
      05 00 01 75 03                                    | VALUE_OUT_OF_RANGE | Act.role
      05 00 01 75 00 0a                                 | VALUE_OUT_OF_RANGE | Act.operation
      05 00 01 75 00 00 01 20 01 31                     | VALUE_OUT_OF_RANGE | Act.bed
      05 00 01 75 00 00 01 34 01 31 01 20 00            | VALUE_OUT_OF_RANGE | Act.condition
      05 00 01 75 00 01 01 20 00 00 00 00 00            | VALUE_OUT_OF_RANGE | Act.operation: unit
      05 00 01 75 00 01 01 34 01 20 00 00 00 00         | VALUE_OUT_OF_RANGE | Act.operation: bed
      05 00 01 75 00 01 01 34 00 03                     | VALUE_OUT_OF_RANGE | Act.kind
      05 00 01 75 00 01 01 34 00 00 00 81 a3 05         | VALUE_OUT_OF_RANGE | Act.seconds
      05 00 01 75 00 01 01 34 00 00 00 00 81 06         | TEXT_TOO_LONG      | Act.reason
      05 00 01 75 00 02 01 34 01 31 80 80 80 80 80 80 80 80 80 01 | VALUE_OUT_OF_RANGE | Act.baseVersion
      05 00 01 75 00 02 01 34 01 31 00 03               | VALUE_OUT_OF_RANGE | Act.profile
      05 00 01 75 00 02 01 34 01 31 00 00 0d            | VALUE_OUT_OF_RANGE | Act.limits
      05 00 01 75 00 02 01 34 01 31 00 00 0c 00         | TRUNCATED          | Act.limits
      05 00 01 75 00 02 01 34 01 31 00 00 01 0c 00      | VALUE_OUT_OF_RANGE | Act.sign
      05 00 01 75 00 02 01 34 01 31 00 00 01 00 20      | UNKNOWN_BITS       | Act.limit
      05 00 01 75 00 02 01 34 01 31 00 00 01 00 06 04 02 | VALUE_OUT_OF_RANGE | Act.limit: limits of HR
      05 00 01 75 00 02 01 34 01 31 00 00 01 00 02 82 89 7a | VALUE_OUT_OF_RANGE | Act.limit
      05 00 01 75 00 02 01 34 01 31 00 00 02 00 00 00 00 | VALUE_OUT_OF_RANGE | Act.limits
      05 00 01 75 00 02 01 34 01 31 00 00 02 01 00 00 00 | VALUE_OUT_OF_RANGE | Act.limits
      05 00 01 75 00 03 01 34 01 31 09                  | VALUE_OUT_OF_RANGE | Act.entries
      05 00 01 75 00 03 01 34 01 31 08 00 00            | TRUNCATED          | Act.entries
      05 00 01 75 00 03 01 34 01 31 01 08 00            | VALUE_OUT_OF_RANGE | Act.parameter
      05 00 01 75 00 03 01 34 01 31 01 07 00            | VALUE_OUT_OF_RANGE | Act.value
      05 00 01 75 00 03 01 34 01 31 02 03 00 03 01      | VALUE_OUT_OF_RANGE | Act.entries
      06 00 c1 01                                       | TEXT_TOO_LONG      | AlarmQuery.unit
      06 00 00 c1 01                                    | TEXT_TOO_LONG      | AlarmQuery.bed
      06 00 00 00 00 00 00                              | VALUE_OUT_OF_RANGE | AlarmQuery.most
      06 00 00 00 00 00 a1 8d 06                        | VALUE_OUT_OF_RANGE | AlarmQuery.most
      1f 80 80 80 80 80 80 80 80 80 01                  | VALUE_OUT_OF_RANGE | ActAnswer.number
      1f 00 04                                          | VALUE_OUT_OF_RANGE | ActAnswer.outcome
      1f 00 00 81 06                                    | TEXT_TOO_LONG      | ActAnswer.reason
      20 00                                             | VALUE_OUT_OF_RANGE | AlarmsHeldBack.unit
      20 01 20 00 00 00 00 00 00 00                     | VALUE_OUT_OF_RANGE | AlarmsHeldBack.state: unit
      20 01 34 01 20 00 00 00 00 00 00                  | VALUE_OUT_OF_RANGE | AlarmsHeldBack.state: bed
      20 01 34 00 03                                    | VALUE_OUT_OF_RANGE | AlarmsHeldBack.kind
      20 01 34 00 00 02                                 | UNKNOWN_BITS       | AlarmsHeldBack.active
      20 01 34 00 00 00 00 00 c1 01                     | TEXT_TOO_LONG      | AlarmsHeldBack.user
      20 01 34 00 00 00 00 00 01 20 00                  | VALUE_OUT_OF_RANGE | AlarmsHeldBack.state: user
      20 01 34 00 00 00 00 00 00 81 06                  | TEXT_TOO_LONG      | AlarmsHeldBack.reason
      21 00 80 80 80 80 80 80 80 80 80 01               | VALUE_OUT_OF_RANGE | BedLimits.version
      21 00 00 03                                       | VALUE_OUT_OF_RANGE | BedLimits.profile
      21 00 00 00 00 c1 01                              | TEXT_TOO_LONG      | BedLimits.user
      21 00 00 00 00 00 00 81 06                        | TEXT_TOO_LONG      | BedLimits.reason
      21 00 00 00 00 00 00 00 03                        | VALUE_OUT_OF_RANGE | BedLimits.profile
      21 00 00 00 00 00 00 00 00                        | TRUNCATED          | BedLimits.limits
      22 00 02                                          | VALUE_OUT_OF_RANGE | BedScore.kind
      22 00 00 61                                       | TEXT_TOO_LONG      | BedScore.version
      22 00 00 00 66                                    | VALUE_OUT_OF_RANGE | BedScore.total
      22 00 00 00 00 05                                 | VALUE_OUT_OF_RANGE | BedScore.band
      22 00 00 00 00 00 ca 01                           | VALUE_OUT_OF_RANGE | BedScore.trend
      22 00 00 00 00 00 c9 01                           | VALUE_OUT_OF_RANGE | BedScore.trend
      22 00 00 00 00 01 00 00 00                        | VALUE_OUT_OF_RANGE | BedScore.score: band
      22 00 00 00 01 00 00 00 00                        | VALUE_OUT_OF_RANGE | BedScore.score: band
      22 00 00 00 00 00 00 00 09                        | VALUE_OUT_OF_RANGE | BedScore.inputs
      22 00 00 00 00 00 00 00 01 00                     | TRUNCATED          | BedScore.inputs
      22 00 00 00 00 00 00 00 01 08 00 00 00 00 00 00 00 | VALUE_OUT_OF_RANGE | BedScore.parameter
      22 00 00 00 00 00 00 00 01 00 03 00 00 00 00 00 00 | VALUE_OUT_OF_RANGE | BedScore.state
      22 00 00 00 00 00 00 00 01 00 00 02 00 00 00 00 00 | VALUE_OUT_OF_RANGE | BedScore.source
      22 00 00 00 00 00 00 00 01 00 00 00 82 89 7a 00 00 00 | VALUE_OUT_OF_RANGE | BedScore.value
      22 00 00 00 00 00 00 00 01 00 00 00 00 65 00 00 00 | VALUE_OUT_OF_RANGE | BedScore.points
      22 00 00 00 00 00 00 00 01 00 02 00 00 01 00 00 00 | VALUE_OUT_OF_RANGE | BedScore.input: RESPIRATION
      22 00 00 00 00 00 00 00 01 00 01 00 02 00 00 00 00 | VALUE_OUT_OF_RANGE | BedScore.input: RESPIRATION
      22 00 00 00 00 00 00 00 01 00 01 00 00 00 02 00 00 | VALUE_OUT_OF_RANGE | BedScore.input: RESPIRATION
      22 00 00 00 00 00 00 00 01 00 00 00 00 00 00 00 c1 01 | TEXT_TOO_LONG   | BedScore.user
      22 00 00 00 00 00 00 00 02 01 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 | VALUE_OUT_OF_RANGE | BedScore.score: inputs
      23 00 02                                          | UNKNOWN_BITS       | AlarmRecords.last
      23 00 00 81 06                                    | TEXT_TOO_LONG      | AlarmRecords.missing
      23 00 00 00 c9 01                                 | VALUE_OUT_OF_RANGE | AlarmRecords.records
      23 00 00 00 01 00                                 | TRUNCATED          | AlarmRecords.records
      """;

  /** Frames with a part out of the range that {@link Frame} gives. */
  static List<Frame> outOfRange() {
    Operation acknowledge = new Operation.Acknowledge(BED, "VT", 0);
    Limit beyond = new Limit(VitalSign.HR, true, null, VitalSign.MAX_FIXED + 1, null, null);
    Limit far = new Limit(VitalSign.HR, true, Integer.MIN_VALUE, null, null, null);
    return List.of(
        new Frame.AlarmEvent(0, 0, 1, RAISED),
        new Frame.AlarmEvent(0, 1, 0, RAISED),
        new Frame.AlarmEvent(-1, 1, 1, RAISED),
        new Frame.Act(-1, NURSE, acknowledge),
        new Frame.Act(
            0,
            NURSE,
            new Operation.SetLimits(
                BED, 0, new AlarmLimits(PatientCategory.ADULT, List.of(beyond)), "")),
        new Frame.AlarmQuery(-1, "", "", 0, 0, 1),
        new Frame.AlarmQuery(0, "x".repeat(65), "", 0, 0, 1),
        new Frame.AlarmQuery(0, "", "x".repeat(65), 0, 0, 1),
        new Frame.AlarmQuery(0, "", "", 0, 0, 0),
        new Frame.AlarmQuery(0, "", "", 0, 0, 100_001),
        new Frame.ActAnswer(-1, Frame.Outcome.DONE, ""),
        new Frame.ActAnswer(0, Frame.Outcome.FAILED, "x".repeat(257)),
        new Frame.BedLimits(-1, 0, NO_LIMITS, "", 0, "", NO_LIMITS),
        new Frame.BedLimits(0, -1, NO_LIMITS, "", 0, "", NO_LIMITS),
        new Frame.BedLimits(0, 0, NO_LIMITS, "x".repeat(65), 0, "", NO_LIMITS),
        new Frame.BedLimits(0, 0, NO_LIMITS, "", 0, "x".repeat(257), NO_LIMITS),
        new Frame.BedLimits(
            0, 0, new AlarmLimits(PatientCategory.ADULT, List.of(far)), "", 0, "", NO_LIMITS),
        new Frame.BedLimits(
            0, 0, NO_LIMITS, "", 0, "", new AlarmLimits(PatientCategory.ADULT, List.of(far))),
        new Frame.AlarmRecords(-1, true, List.of()),
        new Frame.AlarmRecords(0, true, "x".repeat(257), List.of()),
        new Frame.AlarmRecords(
            0,
            true,
            Collections.nCopies(
                Frame.AlarmRecords.MAX_RECORDS + 1, new Frame.AlarmRecord(BED, RAISED))));
  }
}
