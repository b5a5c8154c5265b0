package io.pix2pix.bench.tracking;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.pix2pix.bench.tracking.SentFile.Sent;
import io.pix2pix.bench.tracking.TrackerClient.State;
import io.pix2pix.bench.tracking.TrackerClient.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Sends what a tracker lacks of one folder, and notes it there after each part: whatever stops it,
 * the next time goes on from that. Used by one thread.
 */
final class FolderTracking {
  /** Rows of a table that are sent at once. */
  private static final int ROWS = 100;

  private final TrackerClient client;
  private final String address;
  private final Clock clock;
  private final SentFile file;
  private Sent sent;

  FolderTracking(TrackerClient client, String address, Clock clock, Path folder) {
    this.client = client;
    this.address = address;
    this.clock = clock;
    file = SentFile.in(folder);
    sent = file.read(address);
  }

  boolean isBegun() {
    return !sent.id().isEmpty();
  }

  /** What it is called at the tracker. */
  String id() {
    return sent.id();
  }

  void begin(TrackerClient.Start start) throws IOException, InterruptedException {
    note(sent.begun(client.begin(start)));
    note(sent.in(word(State.RUNNING)));
  }

  void losses(Path table) throws IOException, InterruptedException {
    var rows = RunRows.read(table);
    for (var some : Iterables.partition(rows.after(sent.losses()), ROWS)) {
      log(rows, some, "");
      note(sent.withLosses(RunRows.step(some.get(some.size() - 1))));
    }
  }

  void validation(Path table) throws IOException, InterruptedException {
    var rows = RunRows.read(table);
    for (var some : Iterables.partition(rows.after(sent.validation()), ROWS)) {
      log(rows, some, "validation.");
      note(sent.withValidation(RunRows.step(some.get(some.size() - 1))));
    }
  }

  private void log(RunRows rows, List<ImmutableList<String>> some, String prefix)
      throws IOException, InterruptedException {
    var now = clock.instant();
    var values = some.stream().flatMap(row -> rows.values(row, prefix, now)).toList();
    if (!values.isEmpty()) {
      client.log(sent.id(), values);
    }
  }

  void metrics(Path table) throws IOException, InterruptedException {
    var rows = EvaluationRows.read(table);
    var values = new ArrayList<Value>();
    var known = new ArrayList<>(sent.metrics());
    for (var row : rows) {
      if (!known.contains(row.line())) {
        known.add(row.line());
        values.add(row.value(clock.instant()));
      }
    }
    if (!values.isEmpty()) {
      client.log(sent.id(), values);
      note(sent.withMetrics(known));
    }
  }

  /**
   * Sends a file that is new or was written again.
   *
   * @param path of the file at the tracker
   * @return false if the tracker takes no files
   */
  boolean file(String path, Path from) throws IOException, InterruptedException {
    if (Files.notExists(from)) {
      return true;
    }
    var mark = Files.size(from) + " " + Files.getLastModifiedTime(from).toMillis();
    if (mark.equals(sent.files().get(path))) {
      return true;
    }
    boolean taken = client.store(sent.id(), path, from);
    if (taken) {
      note(sent.withFile(path, mark));
    }
    return taken;
  }

  void say(State state, Instant time) throws IOException, InterruptedException {
    if (!sent.state().equals(word(state))) {
      client.say(sent.id(), state, time);
      note(sent.in(word(state)));
    }
  }

  private void note(Sent now) {
    sent = now;
    file.write(address, now);
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
