package io.pix2pix.bench.perception;

import com.google.common.collect.ImmutableList;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A session of a perceptual study that may be of somebody who took part before. It counts as any
 * other does: several participants may share a machine, and only whoever runs the study knows.
 *
 * @param session its number, from 1
 * @param earlier the number of the first session there
 * @param sameBrowser whether the same browser began both; else they have an address in common
 */
public record RepeatedVisit(int session, int earlier, boolean sameBrowser) {
  /** Finds all in a database of {@link Answers}; more conditions and an order may follow. */
  static final String QUERY =
      """
      select session,
        (select min(other.session) from visit other
          where other.session < visit.session and other.browser = visit.browser) as same_browser,
        (select min(other.session) from visit other
          where other.session < visit.session and other.origin = visit.origin) as same_origin
      from visit where (same_browser is not null or same_origin is not null)
      """;

  /** One of what {@link #QUERY} finds: the browser tells more than the origin. */
  static RepeatedVisit of(ResultSet rows) throws SQLException {
    int browser = rows.getInt("same_browser");
    int earlier = browser == 0 ? rows.getInt("same_origin") : browser;
    return new RepeatedVisit(rows.getInt("session"), earlier, browser != 0);
  }

  /**
   * Those of a study, which may still be served.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if the folder has no database of answers
   */
  public static ImmutableList<RepeatedVisit> read(PerceptionFolder folder) {
    try (var answers = Answers.openExisting(folder)) {
      return answers.repeated();
    }
  }

  /** For whoever runs the study. */
  public String words() {
    return "session %d was begun %s session %d: the same participant, or another one there?"
        .formatted(session, sameBrowser ? "in the browser of" : "from the address of", earlier);
  }
}
