package io.pix2pix.data.prepare;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataFinding;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.data.file.PassedOver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * A folder that a preparation fills. A hidden file in it says with which settings, so that results
 * of others are never mixed with them.
 *
 * @param folder that is filled; it may be missing
 */
public record PreparedFolder(Path folder) {
  private static final InputFile FILE =
      new InputFile("what a preparation was made with", InputFile.WRITTEN_BY_HAND);

  /**
   * Does what is missing.
   *
   * @param again whether all is done, also what is there already
   * @param title for the progress
   * @throws InvalidInputException if inputs cannot be used, or the folder holds something else;
   *     nothing is done then
   */
  public Outcome fill(Preparation preparation, boolean again, String title, ProgressListener work) {
    var tasks = preparation.tasks();
    begin(preparation.settings(), again);
    var missing =
        tasks.stream().filter(task -> again || task.isMissing()).collect(toImmutableList());
    return new Outcome(missing.size(), tasks.size() - missing.size(), run(missing, title, work));
  }

  private void begin(String settings, boolean again) {
    var record = folder.resolve(PassedOver.RECORD);
    try {
      if (Files.exists(record)) {
        var before = FILE.text(record).strip();
        if (!again && !before.equals(settings)) {
          throw new InvalidInputException(
              "%s: was made by \"%s\", not by \"%s\"; choose another folder, or make all anew with --again"
                  .formatted(folder, before, settings));
        }
      } else if (!isVacant()) {
        throw new InvalidInputException(
            folder + ": holds files that this command did not make; choose another folder");
      }
      Files.createDirectories(folder);
      Files.writeString(record, settings + "\n");
    } catch (IOException e) {
      throw new InvalidInputException(
          folder + ": cannot be written (" + e + "); free space or give access", e);
    }
  }

  private boolean isVacant() throws IOException {
    if (Files.notExists(folder)) {
      return true;
    }
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /**
   * Does tasks, several at once.
   *
   * @return inputs of which nothing could be made
   */
  public static ImmutableList<DataFinding> run(
      List<FileTask> tasks, String title, ProgressListener work) {
    var failed = new ConcurrentSkipListMap<Integer, DataFinding>();
    var done = new AtomicLong();
    try (var progress = work.begin(title, tasks.size())) {
      IntStream.range(0, tasks.size())
          .parallel()
          .forEach(
              index -> {
                try {
                  tasks.get(index).run();
                } catch (InvalidInputException e) {
                  var where = tasks.get(index).inputs().get(0).toString();
                  failed.put(index, DataFinding.problem(where, e));
                }
                progress.reached(done.incrementAndGet());
              });
    }
    return ImmutableList.copyOf(failed.values());
  }

  /**
   * What was done.
   *
   * @param tried files that were to be made
   * @param there files that were there already
   * @param failed inputs of which nothing could be made
   */
  public record Outcome(int tried, int there, ImmutableList<DataFinding> failed) {
    /** Files that were made. */
    public int done() {
      return tried - failed.size();
    }
  }
}
