package org.wardbeat.bridge.alarm.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables. Times are UTC microseconds; names of enums stand for themselves. */
final class Tables {
  /** Grows with each change of the tables. */
  static final int VERSION = 2;

  private static final List<String> CREATE =
      List.of(
          """
          CREATE TABLE alarm (
            unit TEXT NOT NULL, bed TEXT NOT NULL, condition TEXT NOT NULL,
            onset_device INTEGER NOT NULL,
            kind TEXT NOT NULL, priority TEXT NOT NULL, state TEXT NOT NULL, sign TEXT,
            text TEXT NOT NULL, onset INTEGER NOT NULL, changed INTEGER NOT NULL,
            ended INTEGER NOT NULL, seen_by TEXT, seen_at INTEGER, escalated INTEGER NOT NULL,
            latching INTEGER NOT NULL, sources INTEGER NOT NULL, risen INTEGER NOT NULL,
            PRIMARY KEY (unit, bed, condition, onset_device)) WITHOUT ROWID""",
          "CREATE INDEX alarm_onset ON alarm (onset)",
          "CREATE INDEX alarm_newest ON alarm (unit, bed, condition, changed)",
          """
          CREATE TABLE limits (
            unit TEXT NOT NULL, bed TEXT NOT NULL, version INTEGER NOT NULL,
            limits TEXT NOT NULL, user TEXT NOT NULL, set_at INTEGER NOT NULL,
            reason TEXT NOT NULL, bridge TEXT NOT NULL, PRIMARY KEY (unit, bed))""",
          """
          CREATE TABLE hold (
            unit TEXT NOT NULL, bed TEXT NOT NULL, kind TEXT NOT NULL,
            active INTEGER NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL,
            user TEXT NOT NULL, reason TEXT NOT NULL, version INTEGER NOT NULL,
            bridge TEXT NOT NULL, patient TEXT NOT NULL, PRIMARY KEY (unit, bed, kind))""",
          """
          CREATE TABLE entry (
            unit TEXT NOT NULL, bed TEXT NOT NULL, parameter TEXT NOT NULL,
            value INTEGER NOT NULL, user TEXT NOT NULL, at INTEGER NOT NULL,
            bridge TEXT NOT NULL, PRIMARY KEY (unit, bed, parameter))""",
          """
          CREATE TABLE occupant (
            unit TEXT NOT NULL, bed TEXT NOT NULL, patient TEXT NOT NULL,
            device TEXT NOT NULL, PRIMARY KEY (unit, bed))""",
          """
          CREATE TABLE act (
            number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL,
            user TEXT NOT NULL, role TEXT NOT NULL, operation TEXT NOT NULL,
            details TEXT NOT NULL)""",
          "CREATE INDEX act_at ON act (at)");

  /** What version 2 has beside what version 1 had. */
  private static final String STAY =
      """
      CREATE TABLE stay (
        unit TEXT NOT NULL, bed TEXT NOT NULL, version INTEGER NOT NULL,
        nurse TEXT NOT NULL, user TEXT NOT NULL, bridge TEXT NOT NULL,
        to_check INTEGER NOT NULL, identifier TEXT, family_name TEXT, given_name TEXT,
        birth_date TEXT, device TEXT, named INTEGER, admitted_by TEXT, admitted_at INTEGER,
        PRIMARY KEY (unit, bed))""";

  private Tables() {}

  /**
   * Makes the tables of a new database, or those that an older one lacks.
   *
   * @param version of what there is, 0 if there is nothing
   */
  static void bringUp(Connection connection, int version) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (version == 0) {
        for (String sql : CREATE) {
          statement.executeUpdate(sql);
        }
      }
      statement.executeUpdate(STAY);
      statement.executeUpdate("PRAGMA user_version = " + VERSION);
    }
  }
}
