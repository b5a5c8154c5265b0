package io.pix2pix.bench.speed.report;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.speed.result.BenchmarkResult;
import io.pix2pix.bench.speed.result.ResultJson;
import io.pix2pix.train.run.AtomicFiles;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of a result: {@code NAME.json}, {@code NAME.md} and {@code NAME.html}.
 *
 * @param folder that they are in
 * @param name theirs, without an ending
 */
public record ResultFiles(Path folder, String name) {

  /**
   * Refuses a name that is none, or that has results already.
   *
   * @throws InvalidInputException if it cannot be used
   */
  public void check() {
    checkName(name);
    if (Files.exists(json())) {
      throw new InvalidInputException(json() + ": is there already; give another --name");
    }
    AtomicFiles.createFolder(folder);
  }

  /**
   * Refuses a name that would be a path, or hidden.
   *
   * @throws InvalidInputException if it cannot be used
   */
  public static void checkName(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new InvalidInputException(
          "--name: \"%s\" is no name; take letters, digits, dots and dashes".formatted(name));
    }
  }

  /** A name that has no results yet: this one, or numbered. */
  public ResultFiles free() {
    var candidate = this;
    for (int number = 2; Files.exists(candidate.json()); number++) {
      candidate = new ResultFiles(folder, name + "-" + number);
    }
    return candidate;
  }

  /** What other results are compared with. */
  public Path json() {
    return folder.resolve(name + ".json");
  }

  /** A page to look at. */
  public Path page() {
    return folder.resolve(name + ".html");
  }

  /**
   * Writes all three.
   *
   * @throws InvalidInputException if a file cannot be written
   */
  public void write(BenchmarkResult result) {
    AtomicFiles.write(json(), ResultJson.file(result));
    AtomicFiles.write(folder.resolve(name + ".md"), ResultMarkdown.of(result));
    AtomicFiles.write(page(), ResultPage.of(result));
  }
}
