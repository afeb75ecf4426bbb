package org.wardbeat.bridge.alarm.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.wardbeat.bridge.alarm.AlarmFact;
import org.wardbeat.bridge.alarm.Hold;
import org.wardbeat.bridge.alarm.LimitsInForce;
import org.wardbeat.bridge.alarm.Observed;
import org.wardbeat.bridge.alarm.StayInForce;
import org.wardbeat.wire.frame.Frame;
import org.wardbeat.wire.ward.Acknowledgement;
import org.wardbeat.wire.ward.Admission;
import org.wardbeat.wire.ward.Alarm;
import org.wardbeat.wire.ward.AlarmKind;
import org.wardbeat.wire.ward.AlarmLimits;
import org.wardbeat.wire.ward.AlarmPriority;
import org.wardbeat.wire.ward.AlarmState;
import org.wardbeat.wire.ward.BedId;
import org.wardbeat.wire.ward.Inactivation;
import org.wardbeat.wire.ward.InactivationState;
import org.wardbeat.wire.ward.Patient;
import org.wardbeat.wire.ward.ScoreEntry;
import org.wardbeat.wire.ward.ScoreParameter;
import org.wardbeat.wire.ward.Stay;
import org.wardbeat.wire.ward.VitalSign;

/** Reads facts out of the tables. */
final class FactReader {
  /**
   * Of a condition what is not over comes last and so counts: where the clock was set back, what is
   * over may have changed later.
   */
  private static final String OPEN_OR_NEWEST =
      """
      SELECT * FROM alarm WHERE state <> 'ENDED' OR (unit, bed, condition, changed) IN
        (SELECT unit, bed, condition, max(changed) FROM alarm GROUP BY unit, bed, condition)
      ORDER BY state <> 'ENDED', changed, onset_device""";

  private static final String PAST =
      """
      SELECT * FROM alarm WHERE onset < ? AND (state <> 'ENDED' OR ended >= ?)
        AND (? = '' OR unit = ?) AND (? = '' OR bed = ?)
      ORDER BY onset DESC, onset_device DESC LIMIT ?""";

  private FactReader() {}

  /** Makes one thing of a row. */
  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** All that goes on after a restart. */
  static List<AlarmFact> all(Connection connection) throws SQLException {
    List<AlarmFact> facts = new ArrayList<>();
    facts.addAll(read(connection, "SELECT * FROM occupant", FactReader::occupant));
    facts.addAll(read(connection, "SELECT * FROM stay", FactReader::stay));
    facts.addAll(read(connection, "SELECT * FROM limits", FactReader::limits));
    facts.addAll(read(connection, "SELECT * FROM entry", FactReader::entry));
    facts.addAll(read(connection, "SELECT * FROM hold", FactReader::hold));
    facts.addAll(
        read(
            connection,
            OPEN_OR_NEWEST,
            row ->
                new AlarmFact.OfAlarm(
                    bed(row),
                    alarm(row),
                    row.getBoolean("latching"),
                    row.getInt("sources"),
                    row.getLong("risen"))));
    return facts;
  }

  private static <T> List<T> read(Connection connection, String sql, Row<T> reader)
      throws SQLException {
    List<T> all = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        all.add(reader.read(rows));
      }
    }
    return all;
  }

  /** Alarms of the past, the newest onset first. */
  static void past(Connection connection, Frame.AlarmQuery query, Predicate<Frame.AlarmRecord> each)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PAST)) {
      statement.setLong(1, query.toMicros());
      statement.setLong(2, query.fromMicros());
      statement.setString(3, query.unit());
      statement.setString(4, query.unit());
      statement.setString(5, query.bed());
      statement.setString(6, query.bed());
      statement.setInt(7, query.most());
      try (ResultSet rows = statement.executeQuery()) {
        boolean more = true;
        while (more && rows.next()) {
          more = each.test(new Frame.AlarmRecord(bed(rows), alarm(rows)));
        }
      }
    }
  }

  private static BedId bed(ResultSet row) throws SQLException {
    return new BedId(row.getString("unit"), row.getString("bed"));
  }

  private static Alarm alarm(ResultSet row) throws SQLException {
    String sign = row.getString("sign");
    String seenBy = row.getString("seen_by");
    return new Alarm(
        row.getString("condition"),
        AlarmKind.valueOf(row.getString("kind")),
        AlarmPriority.valueOf(row.getString("priority")),
        AlarmState.valueOf(row.getString("state")),
        sign == null ? null : VitalSign.valueOf(sign),
        row.getString("text"),
        row.getLong("onset"),
        row.getLong("onset_device"),
        row.getLong("changed"),
        row.getLong("ended"),
        seenBy == null ? null : new Acknowledgement(seenBy, row.getLong("seen_at")),
        row.getBoolean("escalated"));
  }

  private static AlarmFact occupant(ResultSet row) throws SQLException {
    return new AlarmFact.OfOccupant(
        bed(row), row.getString("patient"), row.getString("device"), false);
  }

  private static AlarmFact stay(ResultSet row) throws SQLException {
    String identifier = row.getString("identifier");
    Stay stay =
        new Stay(
            row.getLong("version"),
            row.getString("nurse"),
            identifier == null ? null : admission(row, identifier));
    return new AlarmFact.OfStay(
        bed(row),
        new StayInForce(stay, row.getString("user"), row.getString("bridge")),
        row.getBoolean("to_check"));
  }

  private static Admission admission(ResultSet row, String identifier) throws SQLException {
    try {
      return new Admission(
          new Patient(identifier, row.getString("family_name"), row.getString("given_name")),
          LocalDate.parse(row.getString("birth_date")),
          row.getString("device"),
          row.getBoolean("named"),
          row.getString("admitted_by"),
          row.getLong("admitted_at"));
    } catch (DateTimeParseException e) {
      throw new SQLException("a birth date is not what was written", e);
    }
  }

  private static AlarmFact limits(ResultSet row) throws SQLException {
    try {
      return new AlarmFact.OfLimits(
          bed(row),
          new LimitsInForce(
              row.getLong("version"),
              FactWriter.JSON.readValue(row.getString("limits"), AlarmLimits.class),
              row.getString("user"),
              row.getLong("set_at"),
              row.getString("reason"),
              row.getString("bridge")));
    } catch (JsonProcessingException e) {
      throw new SQLException("limits of a bed are not what was written", e);
    }
  }

  private static AlarmFact entry(ResultSet row) throws SQLException {
    return new AlarmFact.OfEntry(
        bed(row),
        new Observed(
            new ScoreEntry(ScoreParameter.valueOf(row.getString("parameter")), row.getInt("value")),
            row.getString("user"),
            row.getLong("at"),
            row.getString("bridge")));
  }

  private static AlarmFact hold(ResultSet row) throws SQLException {
    return new AlarmFact.OfHold(
        new Hold(
            new InactivationState(
                row.getString("unit"),
                row.getString("bed"),
                Inactivation.valueOf(row.getString("kind")),
                row.getBoolean("active"),
                row.getLong("since"),
                row.getLong("until"),
                row.getString("user"),
                row.getString("reason")),
            row.getLong("version"),
            row.getString("bridge"),
            row.getString("patient")));
  }
}
