package org.wardbeat.bridge.alarm.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wardbeat.bridge.alarm.AlarmFact;
import org.wardbeat.bridge.alarm.Hold;
import org.wardbeat.bridge.alarm.LimitsInForce;
import org.wardbeat.bridge.alarm.Observed;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Stay;

/** Writes facts into the tables, within the connection's transaction. */
final class FactWriter {
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new SimpleModule().addSerializer(LocalDate.class, ToStringSerializer.instance))
          .build();

  private static final String ALARM =
      "INSERT OR REPLACE INTO alarm VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  private static final String LIMITS = "INSERT OR REPLACE INTO limits VALUES (?,?,?,?,?,?,?,?)";
  private static final String HOLD = "INSERT OR REPLACE INTO hold VALUES (?,?,?,?,?,?,?,?,?,?,?)";
  private static final String ENTRY = "INSERT OR REPLACE INTO entry VALUES (?,?,?,?,?,?,?)";
  private static final String OCCUPANT = "INSERT OR REPLACE INTO occupant VALUES (?,?,?,?)";
  private static final String STAY =
      "INSERT OR REPLACE INTO stay VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  private static final String NO_ENTRIES = "DELETE FROM entry WHERE unit = ? AND bed = ?";
  private static final String ACT =
      "INSERT INTO act (at, user, role, operation, details) VALUES (?,?,?,?,?)";

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  FactWriter(Connection connection) {
    this.connection = connection;
  }

  void write(List<AlarmFact> facts) throws SQLException {
    for (AlarmFact fact : facts) {
      switch (fact) {
        case AlarmFact.OfAlarm of -> alarm(of);
        case AlarmFact.OfLimits of -> limits(of.bed(), of.limits());
        case AlarmFact.OfHold of -> hold(of.hold());
        case AlarmFact.OfEntry of -> entry(of.bed(), of.observed());
        case AlarmFact.OfOccupant of -> occupant(of);
        case AlarmFact.OfStay of -> stay(of);
        case AlarmFact.OfAct of ->
            run(
                ACT,
                of.micros(),
                of.operator().user(),
                of.operator().role().name(),
                of.operation().getClass().getSimpleName(),
                json(of.operation()));
      }
    }
  }

  private void alarm(AlarmFact.OfAlarm of) throws SQLException {
    Alarm alarm = of.alarm();
    Acknowledgement by = alarm.acknowledgement();
    run(
        ALARM,
        of.bed().unit(),
        of.bed().bed(),
        alarm.condition(),
        alarm.onsetDeviceMicros(),
        alarm.kind().name(),
        alarm.priority().name(),
        alarm.state().name(),
        alarm.sign() == null ? null : alarm.sign().name(),
        alarm.text(),
        alarm.onsetMicros(),
        alarm.changedMicros(),
        alarm.endedMicros(),
        by == null ? null : by.user(),
        by == null ? null : by.micros(),
        alarm.escalated(),
        of.latching(),
        of.sources(),
        of.risenMicros());
  }

  private void limits(BedId bed, LimitsInForce limits) throws SQLException {
    run(
        LIMITS,
        bed.unit(),
        bed.bed(),
        limits.version(),
        json(limits.limits()),
        limits.user(),
        limits.setMicros(),
        limits.reason(),
        limits.bridge());
  }

  private void hold(Hold hold) throws SQLException {
    InactivationState state = hold.state();
    run(
        HOLD,
        state.unit(),
        state.bed(),
        state.kind().name(),
        state.active(),
        state.sinceMicros(),
        state.untilMicros(),
        state.user(),
        state.reason(),
        hold.version(),
        hold.bridge(),
        hold.patient());
  }

  private void entry(BedId bed, Observed observed) throws SQLException {
    run(
        ENTRY,
        bed.unit(),
        bed.bed(),
        observed.entry().parameter().name(),
        observed.entry().value(),
        observed.user(),
        observed.micros(),
        observed.bridge());
  }

  private void stay(AlarmFact.OfStay of) throws SQLException {
    Stay stay = of.stay().stay();
    Admission admission = stay.admission();
    run(
        STAY,
        of.bed().unit(),
        of.bed().bed(),
        stay.version(),
        stay.nurse(),
        of.stay().user(),
        of.stay().bridge(),
        of.check(),
        admission == null ? null : admission.patient().identifier(),
        admission == null ? null : admission.patient().familyName(),
        admission == null ? null : admission.patient().givenName(),
        admission == null ? null : admission.birthDate().toString(),
        admission == null ? null : admission.device(),
        admission == null ? null : admission.named(),
        admission == null ? null : admission.user(),
        admission == null ? null : admission.micros());
  }

  private void occupant(AlarmFact.OfOccupant of) throws SQLException {
    run(OCCUPANT, of.bed().unit(), of.bed().bed(), of.patient(), of.device());
    if (of.otherPatient()) {
      run(NO_ENTRIES, of.bed().unit(), of.bed().bed());
    }
  }

  private void run(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.executeUpdate();
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON", e);
    }
  }
}
