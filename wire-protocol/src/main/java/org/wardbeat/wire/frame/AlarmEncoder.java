package org.wardbeat.wire.frame;

import org.jspecify.annotations.Nullable;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Limit;
import org.wardbeat.wire.ward.Operation;
import org.wardbeat.wire.ward.Operator;
import org.wardbeat.wire.ward.Score;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreInput;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.VitalSign;

/**
 * Writes the frames of alarms field by field, in the order in which {@link AlarmDecoder} reads
 * them.
 */
final class AlarmEncoder {
  static final int ACKNOWLEDGED_FLAG = 1;
  static final int ESCALATED_FLAG = 2;
  static final int SIGN_FLAG = 4;
  static final int ALARM_FLAGS = 7;
  static final int ACKNOWLEDGE = 0;
  static final int INACTIVATE = 1;
  static final int SET_LIMITS = 2;
  static final int ENTER_OBSERVATIONS = 3;
  static final int ADMIT = 4;
  static final int CONFIRM = 5;
  static final int DISCHARGE = 6;
  static final int TRANSFER = 7;
  static final int ASSIGN = 8;
  static final int HAND_OVER = 9;
  static final int OPERATIONS = 10;
  static final int LIMIT_ON_FLAG = 1;
  static final int LOW_FLAG = 2;
  static final int HIGH_FLAG = 4;
  static final int EXTREME_LOW_FLAG = 8;
  static final int EXTREME_HIGH_FLAG = 16;
  static final int LIMIT_FLAGS = 31;

  private AlarmEncoder() {}

  static byte[] alarmEvent(FrameWriter out, Frame.AlarmEvent f) {
    out.writeHandle(f.handle());
    out.writeNumber("number", f.number(), 1, Long.MAX_VALUE);
    out.writeNumber("sequence", f.sequence(), 1, Long.MAX_VALUE);
    alarm(out, f.alarm());
    return out.toBytes();
  }

  private static void alarm(FrameWriter out, Alarm alarm) {
    out.writeText("condition", alarm.condition(), 1, Alarm.MAX_CONDITION);
    out.writeConstant(alarm.kind());
    out.writeConstant(alarm.priority());
    out.writeConstant(alarm.state());
    Acknowledgement acknowledgement = alarm.acknowledgement();
    VitalSign sign = alarm.sign();
    out.writeByte(
        (acknowledgement == null ? 0 : ACKNOWLEDGED_FLAG)
            | (alarm.escalated() ? ESCALATED_FLAG : 0)
            | (sign == null ? 0 : SIGN_FLAG));
    if (sign != null) {
      out.writeConstant(sign);
    }
    out.writeText("text", alarm.text(), 0, Alarm.MAX_TEXT);
    out.writeTime(alarm.onsetMicros());
    out.writeSigned(alarm.onsetDeviceMicros() - alarm.onsetMicros());
    out.writeTime(alarm.changedMicros());
    if (!alarm.active()) {
      out.writeTime(alarm.endedMicros());
    }
    if (acknowledgement != null) {
      out.writeText("user", acknowledgement.user(), 1, Operator.MAX_USER);
      out.writeTime(acknowledgement.micros());
    }
  }

  static byte[] act(FrameWriter out, Frame.Act f) {
    out.writeNumber("number", f.number(), 0, Long.MAX_VALUE);
    out.writeText("user", f.operator().user(), 1, Operator.MAX_USER);
    out.writeConstant(f.operator().role());
    switch (f.operation()) {
      case Operation.Acknowledge operation -> {
        out.writeByte(ACKNOWLEDGE);
        out.writeBed(operation.bed());
        out.writeText("condition", operation.condition(), 1, Alarm.MAX_CONDITION);
        out.writeSigned(operation.onsetDeviceMicros());
      }
      case Operation.Inactivate operation -> {
        out.writeByte(INACTIVATE);
        out.writeText("unit", operation.unit(), 1, BedId.MAX_LENGTH);
        out.writeText("bed", operation.bed(), 0, BedId.MAX_LENGTH);
        out.writeConstant(operation.kind());
        out.writeSigned(operation.baseSinceMicros());
        out.writeNumber("seconds", operation.seconds(), 0, Operation.MAX_INACTIVATION_SECONDS);
        out.writeText("reason", operation.reason(), 0, Operation.MAX_REASON);
      }
      case Operation.SetLimits operation -> {
        out.writeByte(SET_LIMITS);
        out.writeBed(operation.bed());
        out.writeNumber("baseVersion", operation.baseVersion(), 0, Long.MAX_VALUE);
        limits(out, operation.limits());
        out.writeText("reason", operation.reason(), 0, Operation.MAX_REASON);
      }
      case Operation.EnterObservations operation -> {
        out.writeByte(ENTER_OBSERVATIONS);
        out.writeBed(operation.bed());
        out.writeNumber("entries", operation.entries().size(), 0, ScoreParameter.values().length);
        for (ScoreEntry entry : operation.entries()) {
          out.writeConstant(entry.parameter());
          out.writeVarint(entry.value());
        }
      }
      case Operation.Admit operation -> {
        out.writeByte(ADMIT);
        PeopleEncoder.admit(out, operation);
      }
      case Operation.Confirm operation -> {
        out.writeByte(CONFIRM);
        PeopleEncoder.confirm(out, operation);
      }
      case Operation.Discharge operation -> {
        out.writeByte(DISCHARGE);
        PeopleEncoder.discharge(out, operation);
      }
      case Operation.Transfer operation -> {
        out.writeByte(TRANSFER);
        PeopleEncoder.transfer(out, operation);
      }
      case Operation.Assign operation -> {
        out.writeByte(ASSIGN);
        PeopleEncoder.assign(out, operation);
      }
      case Operation.HandOver operation -> {
        out.writeByte(HAND_OVER);
        PeopleEncoder.handOver(out, operation);
      }
    }
    return out.toBytes();
  }

  static byte[] alarmQuery(FrameWriter out, Frame.AlarmQuery f) {
    out.writeNumber("number", f.number(), 0, Long.MAX_VALUE);
    out.writeText("unit", f.unit(), 0, BedId.MAX_LENGTH);
    out.writeText("bed", f.bed(), 0, BedId.MAX_LENGTH);
    out.writeSigned(f.fromMicros());
    out.writeSigned(f.toMicros());
    out.writeNumber("most", f.most(), 1, Frame.AlarmQuery.MAX_RECORDS);
    return out.toBytes();
  }

  static byte[] actAnswer(FrameWriter out, Frame.ActAnswer f) {
    out.writeNumber("number", f.number(), 0, Long.MAX_VALUE);
    out.writeConstant(f.outcome());
    out.writeText("reason", f.reason(), 0, Frame.MAX_TEXT);
    return out.toBytes();
  }

  static byte[] alarmsHeldBack(FrameWriter out, Frame.AlarmsHeldBack f) {
    InactivationState state = f.state();
    out.writeText("unit", state.unit(), 1, BedId.MAX_LENGTH);
    out.writeText("bed", state.bed(), 0, BedId.MAX_LENGTH);
    out.writeConstant(state.kind());
    out.writeBoolean(state.active());
    out.writeTime(state.sinceMicros());
    out.writeTime(state.untilMicros());
    out.writeText("user", state.user(), 0, Operator.MAX_USER);
    out.writeText("reason", state.reason(), 0, Operation.MAX_REASON);
    return out.toBytes();
  }

  static byte[] bedLimits(FrameWriter out, Frame.BedLimits f) {
    out.writeHandle(f.handle());
    out.writeNumber("version", f.version(), 0, Long.MAX_VALUE);
    limits(out, f.limits());
    out.writeText("user", f.user(), 0, Operator.MAX_USER);
    out.writeSigned(f.setMicros());
    out.writeText("reason", f.reason(), 0, Operation.MAX_REASON);
    limits(out, f.unitLimits());
    return out.toBytes();
  }

  private static void limits(FrameWriter out, AlarmLimits limits) {
    out.writeConstant(limits.profile());
    out.writeNumber("limits", limits.limits().size(), 0, VitalSign.values().length);
    for (Limit limit : limits.limits()) {
      out.writeConstant(limit.sign());
      out.writeByte(
          (limit.on() ? LIMIT_ON_FLAG : 0)
              | (limit.low() == null ? 0 : LOW_FLAG)
              | (limit.high() == null ? 0 : HIGH_FLAG)
              | (limit.extremeLow() == null ? 0 : EXTREME_LOW_FLAG)
              | (limit.extremeHigh() == null ? 0 : EXTREME_HIGH_FLAG));
      limit(out, limit.low());
      limit(out, limit.high());
      limit(out, limit.extremeLow());
      limit(out, limit.extremeHigh());
    }
  }

  private static void limit(FrameWriter out, @Nullable Integer fixed) {
    if (fixed != null) {
      out.writeSigned("limit", fixed, -VitalSign.MAX_FIXED, VitalSign.MAX_FIXED);
    }
  }

  static byte[] bedScore(FrameWriter out, Frame.BedScore f) {
    out.writeHandle(f.handle());
    Score score = f.score();
    out.writeConstant(score.kind());
    out.writeText("version", score.version(), 0, Score.MAX_VERSION);
    out.writeNumber("total", score.total() + 1L, 0, Score.MAX_TOTAL + 1L);
    out.writeConstant(score.band());
    out.writeSigned("trend", score.trend(), -Score.MAX_TOTAL, Score.MAX_TOTAL);
    out.writeTime(score.sinceMicros());
    out.writeNumber("inputs", score.inputs().size(), 0, ScoreParameter.values().length);
    for (ScoreInput input : score.inputs()) {
      out.writeConstant(input.parameter());
      out.writeConstant(input.state());
      out.writeConstant(input.source());
      out.writeSigned("value", input.value(), -VitalSign.MAX_FIXED, VitalSign.MAX_FIXED);
      out.writeNumber("points", input.points(), 0, Score.MAX_TOTAL);
      out.writeSigned(input.measuredMicros());
      out.writeSigned(input.expiresMicros());
      out.writeText("user", input.user(), 0, Operator.MAX_USER);
    }
    return out.toBytes();
  }

  static byte[] alarmRecords(FrameWriter out, Frame.AlarmRecords f) {
    out.writeNumber("number", f.number(), 0, Long.MAX_VALUE);
    out.writeBoolean(f.last());
    out.writeText("missing", f.missing(), 0, Frame.MAX_TEXT);
    out.writeNumber("records", f.records().size(), 0, Frame.AlarmRecords.MAX_RECORDS);
    for (Frame.AlarmRecord each : f.records()) {
      out.writeBed(each.bed());
      alarm(out, each.alarm());
    }
    return out.toBytes();
  }
}
