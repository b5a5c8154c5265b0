package io.pix2pix.spark.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Copies of a run's folder, taken while it is written, in a folder that all machines see. The
 * newest one that is whole counts: what it holds is what a process leaves that is killed. Used by
 * one thread.
 */
public final class Snapshots {
  private static final String PROVENANCE = "run.json";
  private static final String CHECKPOINTS = "checkpoints";
  private static final String EVENTS = "events/";
  private static final String CHECKSUMS = ".checksums/";

  private final Parcels kept;
  private final Path run;
  private final int attempt;
  private int number;
  private Optional<String> newest;

  private Snapshots(Parcels kept, Path run, List<String> before) {
    this.kept = kept;
    this.run = run;
    this.attempt = before.isEmpty() ? 1 : attempt(before.get(before.size() - 1)) + 1;
    this.newest = Optional.empty();
  }

  /** Those of a run of this machine; each who opens them writes newer ones. */
  public static Snapshots open(Parcels kept, Path run) throws IOException {
    return new Snapshots(kept, run, kept.names());
  }

  private static int attempt(String name) {
    return Integer.parseInt(name.substring(0, name.indexOf('-')));
  }

  /** Whether there is one. */
  public boolean exist() throws IOException {
    return !kept.names().isEmpty();
  }

  /**
   * Brings the newest one here, if there is one.
   *
   * @param folder that is not there yet
   */
  public void restore(Path folder) throws IOException {
    var names = kept.names();
    if (!names.isEmpty()) {
      kept.fetch(names.get(names.size() - 1), Files.createDirectories(folder));
    }
  }

  /** Takes one if there is a checkpoint that none has; with it alone of all checkpoints. */
  public void keepNewest() throws IOException {
    var last = lastCheckpoint();
    if (last.isPresent() && !last.equals(newest)) {
      var checkpoint = last.get();
      try {
        take(name -> !name.startsWith(CHECKPOINTS) || name.endsWith("/" + checkpoint));
        newest = last;
      } catch (NoSuchFileException | UncheckedIOException e) {
        // The run has removed a file meanwhile: the next time will do.
      }
    }
  }

  /** Takes one of everything. */
  public void keepAll() throws IOException {
    if (Files.exists(run)) {
      take(name -> true);
    }
  }

  /** Removes all of them. */
  public void delete() throws IOException {
    for (var name : kept.names()) {
      kept.delete(name);
    }
  }

  private Optional<String> lastCheckpoint() throws IOException {
    var folder = run.resolve(CHECKPOINTS);
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (var files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(Snapshots::isWhole)
          .max(Comparator.naturalOrder());
    }
  }

  /** Files that are being written, and locks, begin with a dot. */
  private static boolean isWhole(String name) {
    var file = name.substring(name.lastIndexOf('/') + 1);
    return !file.startsWith(".") && !file.endsWith(".part");
  }

  private void take(Predicate<String> wanted) throws IOException {
    var before = kept.names();
    var all = LocalFiles.of(run, name -> isWhole(name) && wanted.test(name));
    var ordered =
        all.files().stream().sorted(Comparator.comparingInt(file -> order(file.name()))).toList();
    number++;
    kept.send(String.format(Locale.ROOT, "%04d-%06d", attempt, number), new LocalFiles(ordered));
    for (var name : before) {
      kept.delete(name);
    }
  }

  /** As they are written while a run trains: what is copied later may only be further on. */
  private static int order(String name) {
    if (name.equals(PROVENANCE)) {
      return 0;
    } else if (name.contains(CHECKSUMS)) {
      return 1;
    }
    return name.startsWith(EVENTS) || name.endsWith(".csv") ? 3 : 2;
  }
}
