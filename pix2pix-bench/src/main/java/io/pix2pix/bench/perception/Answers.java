package io.pix2pix.bench.perception;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.BaseEncoding;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.perception.KeptAnswers.Participant;
import io.pix2pix.bench.perception.ParticipantSessions.ParticipantSession;
import io.pix2pix.bench.perception.Protocol.Trial;
import io.pix2pix.train.run.AtomicFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * The SQLite database of a perceptual study. An answer is on the disk before a method that takes it
 * returns: SQLite waits for the disk at the end of every transaction. Safe for several threads, and
 * for several processes on one file.
 */
final class Answers implements AutoCloseable {
  private static final String SCHEMA =
      """
      create table if not exists setting (
        key text primary key, value text not null);
      create table if not exists session (
        number integer primary key, token text not null unique, algorithm text not null,
        begun text not null);
      create table if not exists answer (
        session integer not null references session (number), trial integer not null,
        practice integer not null, real_image text not null, generated_image text not null,
        generated_side text not null, labelled_real integer not null, answered text not null,
        primary key (session, trial));
      create table if not exists visit (
        session integer primary key references session (number), browser text not null,
        origin text not null);
      create table if not exists salt (
        number integer primary key check (number = 1), value text not null);
      create index if not exists visit_by_browser on visit (browser, session);
      create index if not exists visit_by_origin on visit (origin, session);
      create index if not exists session_by_algorithm on session (algorithm);
      """;
  private static final int TOKEN_BYTES = 16;

  private final Path file;
  private final Connection connection;
  private final SecureRandom random = new SecureRandom();

  private Answers(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Opens the database, and makes it where it is missing.
   *
   * @throws InvalidInputException if the file cannot be used or is no such database
   */
  static Answers open(PerceptionFolder folder) {
    AtomicFiles.createFolder(folder.path());
    var file = folder.answers();
    try {
      var connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
      var answers = new Answers(file, connection);
      answers.prepare();
      return answers;
    } catch (SQLException e) {
      throw damaged(file, e);
    }
  }

  /**
   * Opens a database that is there.
   *
   * @throws InvalidInputException if it is not, or is no such database
   */
  static Answers openExisting(PerceptionFolder folder) {
    var file = folder.answers();
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          file + ": is not there; give the folder of a study that `pix2pix perceive` has served");
    }
    return open(folder);
  }

  private void prepare() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = 10000");
      statement.execute("pragma synchronous = full");
      for (var table : Splitter.on(';').omitEmptyStrings().trimResults().split(SCHEMA)) {
        statement.execute(table);
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Keeps settings of the study; all later answers have to be given under the same ones.
   *
   * @throws InvalidInputException if one has another value already
   */
  synchronized void keep(ImmutableMap<String, String> settings) {
    settings.forEach(
        (key, value) -> {
          update("insert or ignore into setting values (?, ?)", key, value);
          var kept = settings(key).get(0);
          if (!kept.equals(value)) {
            throw new InvalidInputException(
                "%s: its answers were given under %s = %s, not %s; give another --folder"
                    .formatted(file, key, kept, value));
          }
        });
  }

  private ImmutableList<String> settings(String key) {
    return query("select value from setting where key = ?", rows -> rows.getString("value"), key);
  }

  /** All settings that were kept, in their order. */
  synchronized ImmutableMap<String, String> settings() {
    return query(
            "select key, value from setting order by rowid",
            rows -> Map.entry(rows.getString("key"), rows.getString("value")))
        .stream()
        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Begins a session with the algorithm that has had the fewest; the first of equal ones. */
  synchronized ParticipantSession begin(ImmutableList<String> algorithms) {
    var token = token();
    update(
        "insert into session (token, algorithm, begun) values (?, ?, ?)",
        token,
        rarest(algorithms),
        now());
    return find(token).orElseThrow();
  }

  /** What nobody guesses: 32 hexadecimal digits. */
  String token() {
    var bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return BaseEncoding.base16().lowerCase().encode(bytes);
  }

  /** What makes the addresses of this study's participants unreadable; it stays in the file. */
  synchronized String salt() {
    update("insert or ignore into salt values (1, ?)", token());
    return query("select value from salt", rows -> rows.getString("value")).get(0);
  }

  /** Keeps from where a session was begun. */
  synchronized void visited(int session, String browser, String origin) {
    update("insert or ignore into visit values (?, ?, ?)", session, browser, origin);
  }

  /** Of each session that was begun where one was begun before, that one: by browser or origin. */
  synchronized ImmutableList<RepeatedVisit> repeated() {
    return query(RepeatedVisit.QUERY + "order by session", RepeatedVisit::of);
  }

  /** The same of one session; its time does not grow with the number of others. */
  synchronized Optional<RepeatedVisit> repeated(int session) {
    return query(RepeatedVisit.QUERY + "and session = ?", RepeatedVisit::of, session).stream()
        .findFirst();
  }

  /** Sessions in all, and those of an origin that nobody has answered in. */
  synchronized SessionCounts counts(String origin) {
    return query(
            """
            select (select count(*) from session) as everyone,
              (select count(*) from visit where origin = ? and not exists
                (select 1 from answer where answer.session = visit.session)) as unanswered
            """,
            rows -> new SessionCounts(rows.getInt("everyone"), rows.getInt("unanswered")),
            origin)
        .get(0);
  }

  private String rarest(ImmutableList<String> algorithms) {
    String rarest = algorithms.get(0);
    int fewest = Integer.MAX_VALUE;
    for (var algorithm : algorithms) {
      int sessions =
          query(
                  "select count(*) as sessions from session where algorithm = ?",
                  rows -> rows.getInt("sessions"),
                  algorithm)
              .get(0);
      if (sessions < fewest) {
        fewest = sessions;
        rarest = algorithm;
      }
    }
    return rarest;
  }

  /** The session of a token, if there is one. */
  synchronized Optional<ParticipantSession> find(String token) {
    return query(
            """
            select number, algorithm,
              (select count(*) from answer where answer.session = session.number) as answered
            from session where token = ?
            """,
            rows ->
                new ParticipantSession(
                    rows.getInt("number"),
                    token,
                    rows.getString("algorithm"),
                    rows.getInt("answered")),
            token)
        .stream()
        .findFirst();
  }

  /** Keeps an answer; the first one to a trial stands. */
  synchronized void add(ParticipantSession session, Trial trial, Names names, boolean labeledReal) {
    update(
        "insert or ignore into answer values (?, ?, ?, ?, ?, ?, ?, ?)",
        session.number(),
        trial.number(),
        trial.practice() ? 1 : 0,
        names.real(),
        names.generated(),
        trial.generatedSide().word(),
        labeledReal ? 1 : 0,
        now());
  }

  /** How every participant who answered a trial that counts has done, in order of sessions. */
  synchronized ImmutableList<Participant> participants() {
    return query(
        """
        select algorithm, count(*) as trials, sum(labelled_real) as labelled_real
        from answer join session on session.number = answer.session
        where practice = 0 group by session.number order by session.number
        """,
        rows ->
            new Participant(
                rows.getString("algorithm"), rows.getInt("trials"), rows.getInt("labelled_real")));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw damaged(file, e);
    }
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private void update(String sql, Object... values) {
    try (var statement = statement(sql, values)) {
      statement.executeUpdate();
    } catch (SQLException e) {
      throw damaged(file, e);
    }
  }

  private <T> ImmutableList<T> query(String sql, Row<T> row, Object... values) {
    try (var statement = statement(sql, values);
        var rows = statement.executeQuery()) {
      var found = ImmutableList.<T>builder();
      while (rows.next()) {
        found.add(row.read(rows));
      }
      return found.build();
    } catch (SQLException e) {
      throw damaged(file, e);
    }
  }

  private PreparedStatement statement(String sql, Object... values) throws SQLException {
    var statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static InvalidInputException damaged(Path file, SQLException cause) {
    return new InvalidInputException(
        "%s: cannot be used (%s); answers given before are kept, put back the file or free space"
            .formatted(file, cause.getMessage()),
        cause);
  }

  /**
   * What the images of a trial are called, for those who read the database.
   *
   * @param real name of the pair that the real image belongs to
   * @param generated name of the pair whose condition was translated
   */
  record Names(String real, String generated) {}

  /**
   * How many sessions there are.
   *
   * @param all of the study
   * @param unanswered of one origin
   */
  record SessionCounts(int all, int unanswered) {}

  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet rows) throws SQLException;
  }
}
