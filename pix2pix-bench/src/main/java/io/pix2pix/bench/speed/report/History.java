package io.pix2pix.bench.speed.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.speed.result.BenchmarkResult;
import io.pix2pix.bench.speed.result.ResultJson;
import io.pix2pix.bench.speed.result.WorkResult;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.run.Commit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Results of many benchmarks over time, a table for each machine. */
public final class History {
  private static final int SHORT_HASH = 7;
  private static final String HEAD =
      """
      # Benchmarks over time

      Written by `pix2pix bench --history` from the JSON files of this folder; do not edit. Each cell is our
      median, then the ratio to PyTorch at its best, measured in turns. Times of different machines, and of
      one machine on different days, say little; ratios say more.
      """;

  private History() {}

  /**
   * Writes {@code README.md} into a folder of results.
   *
   * @return that file
   * @throws InvalidInputException if there are no results, or a file is something else
   */
  public static Path write(Path folder) {
    var file = folder.resolve("README.md");
    AtomicFiles.write(file, of(read(folder)));
    return file;
  }

  private static ImmutableList<BenchmarkResult> read(Path folder) {
    try (var files = Files.list(folder)) {
      var results =
          files
              .filter(file -> file.toString().endsWith(".json"))
              .sorted()
              .map(ResultJson::read)
              .collect(toImmutableList());
      if (results.isEmpty()) {
        throw new InvalidInputException(
            folder + ": holds no results; copy some NAME.json of `pix2pix bench` into it");
      }
      return results;
    } catch (IOException e) {
      throw new InvalidInputException(
          folder + ": is no folder; name one with results of `pix2pix bench`", e);
    }
  }

  static String of(Collection<BenchmarkResult> results) {
    ImmutableListMultimap<String, BenchmarkResult> byMachine =
        Multimaps.index(
            results.stream()
                .sorted(Comparator.comparing(one -> one.circumstances().measured()))
                .toList(),
            one -> CircumstanceFacts.machine(one.circumstances().machine()));
    return byMachine.asMap().entrySet().stream()
        .map(entry -> table(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("\n", HEAD + "\n", ""));
  }

  private static String table(String machine, Collection<BenchmarkResult> results) {
    var works =
        results.stream()
            .flatMap(result -> result.works().stream().map(WorkResult::work))
            .distinct()
            .collect(toImmutableList());
    var text = new StringBuilder("## " + machine + "\n\n| measured | result | commit |");
    works.forEach(work -> text.append(' ').append(work).append(" |"));
    text.append("\n|---|---|---|").append("---|".repeat(works.size())).append('\n');
    results.forEach(result -> text.append(row(result, works)));
    return text.toString();
  }

  private static String row(BenchmarkResult result, ImmutableList<String> works) {
    var said = result.circumstances();
    var cells = works.stream().map(work -> cell(result, work)).collect(Collectors.joining(" | "));
    return "| %s | %s%s | %s | %s |\n"
        .formatted(
            CircumstanceFacts.minute(said),
            result.name(),
            said.quick() ? " (quick)" : "",
            said.commit().map(History::commit).orElse("–"),
            cells);
  }

  private static String commit(Commit commit) {
    var hash = commit.hash();
    return hash.substring(0, Math.min(SHORT_HASH, hash.length())) + (commit.dirty() ? "+" : "");
  }

  private static String cell(BenchmarkResult result, String work) {
    return result.works().stream()
        .filter(one -> one.work().equals(work))
        .findFirst()
        .map(
            one ->
                one.unit().words(one.ours().median())
                    + one.ratio()
                        .map(ratio -> String.format(Locale.ROOT, " · **%.2f**", ratio))
                        .orElse(""))
        .orElse("–");
  }
}
