package org.wardbeat.bridge.alarm.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;
import org.wardbeat.bridge.alarm.AlarmFact;
import org.wardbeat.bridge.alarm.AlarmStore;
import org.wardbeat.wire.frame.Frame;

/**
 * A store in a folder of one bridge. Written through a write-ahead log that is flushed to the disk
 * with every commit; a database that cannot be read is kept aside and a new one begun.
 */
public final class SqliteAlarmStore implements AlarmStore {
  /** So long alarms that are over are kept. */
  static final Duration ALARMS_KEPT = Duration.ofDays(90);

  /** So long what operators did is kept. */
  static final Duration ACTS_KEPT = Duration.ofDays(365);

  /** So much is dropped within a few milliseconds. */
  static final int DROPPED_AT_ONCE = 64;

  /** The oldest onsets are found by their index; what is over changed no earlier than it began. */
  private static final String OLD_ALARMS =
      """
      DELETE FROM alarm WHERE (unit, bed, condition, onset_device) IN
        (SELECT unit, bed, condition, onset_device FROM alarm
          WHERE onset < ?1 AND changed < ?1 AND state = 'ENDED' ORDER BY onset LIMIT ?2)""";

  private static final String OLD_ACTS =
      "DELETE FROM act WHERE number IN (SELECT number FROM act WHERE at < ?1 ORDER BY at LIMIT ?2)";

  private static final Logger LOG = LoggerFactory.getLogger(SqliteAlarmStore.class);

  /** No alarm waits longer for another program that has the database. */
  private static final int BUSY_MILLIS = 250;

  private final StoreFolder folder;
  private final InstantSource utc;
  private @Nullable Connection connection;
  private @Nullable FactWriter writer;

  /**
   * @param folder of this store and no other; made if it is not there
   * @param utc the time of day
   */
  public SqliteAlarmStore(Path folder, InstantSource utc) {
    this.folder = new StoreFolder(folder);
    this.utc = utc;
  }

  @Override
  public Restored open() throws IOException {
    folder.take();
    try {
      return new Restored(read(), "");
    } catch (DamagedException e) {
      return beginAnew(e);
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private Restored beginAnew(DamagedException damage) throws IOException {
    disconnect();
    Path aside = folder.setAside(utc);
    try {
      String notice =
          "The store in %s was damaged (%s): it is kept as %s, and a new one was begun, without the limits and acknowledgements of before."
              .formatted(folder, damage.getMessage(), aside.getFileName());
      return new Restored(read(), notice);
    } catch (SQLException e) {
      throw unusable(e);
    }
  }

  private IOException unusable(SQLException e) {
    close();
    return new IOException(
        "The store in %s cannot be used (%s): make room or make it writable, or name another with --store."
            .formatted(folder, reason(e)),
        e);
  }

  private List<AlarmFact> read() throws SQLException {
    boolean known = Files.exists(folder.database());
    try {
      Connection opened = connect();
      if (known) {
        check(opened);
      }
      prepare(opened);
      List<AlarmFact> facts = FactReader.all(opened);
      opened.commit();
      return facts;
    } catch (SQLException e) {
      if (known && isDamage(e)) {
        throw new DamagedException(reason(e), e);
      }
      throw e;
    } catch (IllegalArgumentException e) {
      throw new DamagedException("it holds what was never written: " + e.getMessage(), e);
    }
  }

  private Connection connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    Connection opened = config.createConnection("jdbc:sqlite:" + folder.database());
    connection = opened;
    opened.setAutoCommit(false);
    writer = new FactWriter(opened);
    return opened;
  }

  private static void check(Connection opened) throws SQLException {
    try (Statement statement = opened.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA quick_check(1)")) {
      String said = result.next() ? result.getString(1) : "nothing";
      if (!said.equals("ok")) {
        throw new DamagedException(said.lines().findFirst().orElse(said), null);
      }
    }
  }

  private void prepare(Connection opened) throws SQLException {
    int version;
    try (Statement statement = opened.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA user_version")) {
      version = result.next() ? result.getInt(1) : 0;
    }
    if (version > Tables.VERSION) {
      throw new SQLException("it was written by a newer version of Wardbeat");
    }
    if (version < Tables.VERSION) {
      Tables.bringUp(opened, version);
    }
    int dropped;
    do {
      dropped = drop(opened);
    } while (dropped > 0);
    opened.commit();
  }

  /** Drops at most so many of the oldest alarms and acts; returns how many. */
  private int drop(Connection opened) throws SQLException {
    return delete(opened, OLD_ALARMS, ALARMS_KEPT) + delete(opened, OLD_ACTS, ACTS_KEPT);
  }

  private int delete(Connection opened, String sql, Duration kept) throws SQLException {
    try (PreparedStatement statement = opened.prepareStatement(sql)) {
      statement.setLong(
          1, TimeUnit.MILLISECONDS.toMicros(utc.instant().minus(kept).toEpochMilli()));
      statement.setInt(2, DROPPED_AT_ONCE);
      return statement.executeUpdate();
    }
  }

  @Override
  public boolean prune() throws IOException {
    try {
      Connection open = connection == null ? connect() : connection;
      int dropped = drop(open);
      open.commit();
      return dropped > 0;
    } catch (SQLException e) {
      disconnect();
      throw new IOException(
          "the store in %s cannot be written (%s).".formatted(folder, reason(e)), e);
    }
  }

  @Override
  public void commit(List<AlarmFact> facts) throws IOException {
    try {
      Connection open = connection == null ? connect() : connection;
      FactWriter into = writer == null ? new FactWriter(open) : writer;
      into.write(facts);
      open.commit();
    } catch (SQLException e) {
      disconnect(); // takes back what was written, and begins afresh next time
      throw new IOException(
          "the store in %s cannot be written (%s).".formatted(folder, reason(e)), e);
    }
  }

  /** Lets the database grow no further, as a full disk would. */
  void limitPages() throws SQLException {
    Connection open = connection == null ? connect() : connection;
    try (Statement statement = open.createStatement()) {
      statement.execute("PRAGMA max_page_count = 1"); // at least what it has already
    }
  }

  @Override
  public void query(Frame.AlarmQuery query, Predicate<Frame.AlarmRecord> each) throws IOException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    try (Connection reading = config.createConnection("jdbc:sqlite:" + folder.database())) {
      FactReader.past(reading, query, each);
    } catch (SQLException | IllegalArgumentException e) {
      throw new IOException("the store in %s cannot be read (%s).".formatted(folder, e), e);
    }
  }

  @Override
  public void close() {
    disconnect();
    try {
      folder.close();
    } catch (IOException e) {
      LOG.warn("The lock of the store in {} could not be given back.", folder, e);
    }
  }

  private void disconnect() {
    Connection open = connection;
    connection = null;
    writer = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.warn("The store in {} could not be closed.", folder, e);
      }
    }
  }

  private static boolean isDamage(SQLException e) {
    int code = e.getErrorCode() & 0xff; // without the extension
    return code == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB.code
        || e instanceof DamagedException;
  }

  private static String reason(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(message);
  }

  /** The database is not what was written. */
  private static final class DamagedException extends SQLException {
    private static final long serialVersionUID = 1;

    private DamagedException(String reason, @Nullable Throwable cause) {
      super(reason, cause);
    }
  }
}
