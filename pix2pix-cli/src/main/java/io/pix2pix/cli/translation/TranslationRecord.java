package io.pix2pix.cli.translation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.run.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What made the pictures of an output folder. It is kept in the folder, so that a second run counts
 * as done only what it would make itself.
 *
 * @param lines that say it
 */
record TranslationRecord(ImmutableList<String> lines) {
  private static final String NAME = ".translation";

  /**
   * Finds out which results are there already, and begins to make the others.
   *
   * @param again whether all are to be made
   * @return those that are missing, or older than their inputs
   * @throws InvalidInputException if results are there that something else has made
   */
  ImmutableList<FileJob> begin(Path folder, ImmutableList<FileJob> jobs, boolean again) {
    var file = folder.resolve(NAME);
    var kept = read(file);
    boolean isSame = kept.equals(Optional.of(lines));
    var there =
        jobs.stream().map(FileJob::files).filter(one -> Files.exists(one.output())).findFirst();
    if (there.isPresent() && !isSame && !again) {
      throw new InvalidInputException(refusal(there.get().output(), kept));
    }
    if (!isSame || again) {
      AtomicFiles.createFolder(folder);
      AtomicFiles.write(file, String.join("\n", lines) + "\n");
      return jobs;
    }
    var since = modified(file);
    return jobs.stream()
        .filter(job -> !isDone(job.files(), since))
        .collect(ImmutableList.toImmutableList());
  }

  private String refusal(Path output, Optional<List<String>> kept) {
    var otherwise =
        kept.map(
                known ->
                    "was made otherwise: with "
                        + difference(known, lines)
                        + ", not "
                        + difference(lines, known))
            .orElse("is there already, and nothing says what made it");
    return output + ": " + otherwise + "; give another folder, or --again to replace it";
  }

  private static String difference(List<String> of, List<String> from) {
    return of.stream().filter(line -> !from.contains(line)).collect(Collectors.joining(", "));
  }

  /** A result that is older than the record was made by something else before. */
  private static boolean isDone(TranslationFiles files, FileTime since) {
    if (!Files.exists(files.output())) {
      return false;
    }
    var made = modified(files.output());
    return made.compareTo(since) >= 0 && made.compareTo(modified(files.input())) >= 0;
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Optional<List<String>> read(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readAllLines(file)) : Optional.empty();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static InvalidInputException unreadable(Path file, IOException e) {
    return new InvalidInputException(file + ": cannot be read (" + e + "); give access", e);
  }
}
