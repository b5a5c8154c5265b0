package io.pix2pix.bench.report.result;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static io.pix2pix.bench.evaluation.EvaluationKey.word;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.evaluation.EvaluationKey;
import io.pix2pix.bench.perception.KeptAnswers;
import io.pix2pix.bench.perception.KeptAnswers.Participant;
import io.pix2pix.bench.perception.PerceptionFolder;
import io.pix2pix.bench.perception.PerceptionResults;
import io.pix2pix.bench.report.result.ReportSource.ReportedCell;
import io.pix2pix.bench.study.plan.StudyPlan.PaperValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what people have judged of the runs of a report: a table for each perceptual study. */
public record PerceptualTables(ReportSource source) {

  /**
   * The tables of all perceptual studies that lie in a folder, and of one elsewhere; where there
   * are none, but the paper has such numbers, these alone.
   *
   * @param elsewhere the folder of a perceptual study, if there is one
   * @throws InvalidInputException if there are no answers elsewhere
   */
  public ImmutableList<PerceptualTable> in(Path folder, Optional<Path> elsewhere) {
    elsewhere.ifPresent(other -> KeptAnswers.read(new PerceptionFolder(other)));
    var folders =
        Stream.concat(within(folder).stream(), elsewhere.stream())
            .map(path -> path.toAbsolutePath().normalize())
            .distinct()
            .toList();
    boolean alone = folders.size() == 1;
    return folders.isEmpty()
        ? ofPaper()
        : folders.stream().map(path -> table(path, alone)).collect(toImmutableList());
  }

  private ImmutableList<PerceptualTable> ofPaper() {
    boolean some = source.cells().stream().anyMatch(cell -> paper(cell).isPresent());
    var nothing = ImmutableList.<PerceptionResults.Comparison>of();
    return some
        ? ImmutableList.of(table("", true, ImmutableMap.of(), nothing, ImmutableList.of()))
        : ImmutableList.of();
  }

  private static List<Path> within(Path folder) {
    try (var inside = Files.list(folder)) {
      return inside
          .filter(path -> Files.exists(new PerceptionFolder(path).answers()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InvalidInputException(folder + ": cannot be read (" + e + "); give access", e);
    }
  }

  /**
   * @param alone whether it is the only one, which then has the paper's numbers of all cells
   */
  private PerceptualTable table(Path folder, boolean alone) {
    var heading = folder.getFileName().toString();
    try {
      var answers = KeptAnswers.read(new PerceptionFolder(folder));
      var judged = new Judged(source, answers);
      var cells = cells(judged);
      var results =
          PerceptionResults.of(
              answers.participants().stream()
                  .map(one -> one.of(cells.getOrDefault(one.algorithm(), one.algorithm())))
                  .collect(toImmutableList()),
              source.cells().stream().map(ReportedCell::title).collect(toImmutableList()));
      var found =
          results.rows().stream()
              .collect(toImmutableMap(PerceptionResults.Row::algorithm, row -> row));
      return table(heading, alone, found, results.comparisons(), judged.remarks());
    } catch (InvalidInputException e) {
      var why = String.valueOf(e.getMessage()).replace(folder + "/", "");
      return new PerceptualTable(
          heading, ImmutableList.of(), ImmutableList.of(), ImmutableList.of(why));
    }
  }

  private PerceptualTable table(
      String heading,
      boolean alone,
      ImmutableMap<String, PerceptionResults.Row> found,
      ImmutableList<PerceptionResults.Comparison> comparisons,
      ImmutableList<String> remarks) {
    var papers =
        source.cells().stream()
            .filter(cell -> paper(cell).isPresent())
            .collect(toImmutableMap(ReportedCell::title, cell -> paper(cell).orElseThrow()));
    var titles = new LinkedHashSet<String>();
    source.cells().stream()
        .map(ReportedCell::title)
        .filter(title -> found.containsKey(title) || (alone && papers.containsKey(title)))
        .forEach(titles::add);
    titles.addAll(found.keySet());
    var rows =
        titles.stream()
            .map(
                title ->
                    new PerceptualTable.Row(
                        title,
                        Optional.ofNullable(found.get(title)),
                        Optional.ofNullable(papers.get(title))))
            .collect(toImmutableList());
    return new PerceptualTable(heading, rows, comparisons, remarks);
  }

  /** The titles of cells, by the names of their runs that were judged. */
  private Map<String, String> cells(Judged judged) {
    return source.cells().stream()
        .flatMap(
            cell ->
                cell.runs().stream()
                    .filter(judged::isJudged)
                    .map(run -> Map.entry(run.folder().name(), cell.title())))
        .collect(toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Optional<Double> paper(ReportedCell cell) {
    return Optional.ofNullable(cell.paper().get(PaperValues.PERCEIVED));
  }

  /** Says what the participants of a perceptual study were shown. */
  private record Judged(ReportSource source, KeptAnswers answers) {
    /** Ends what is kept of a run that was judged; then comes the moment. */
    private static final String BEGUN = ", begun ";

    /**
     * The protocol; then what was judged otherwise than it was measured, or is not in the report.
     */
    ImmutableList<String> remarks() {
      var judged =
          answers.participants().stream().map(Participant::algorithm).distinct().sorted().toList();
      return Stream.concat(
              Stream.of(protocol()), judged.stream().flatMap(run -> remark(run).stream()))
          .collect(toImmutableList());
    }

    private String protocol() {
      return "Split %s; %s trials of each participant after %s for practice; real images of %s inputs%s."
          .formatted(
              setting("split").replaceAll(" \\(.*", ""),
              setting("trials"),
              setting("practice trials"),
              setting("inputs").equals("SAME") ? "the same" : "other",
              setting("repeat").equals("true") ? "; images were shown several times" : "");
    }

    private String setting(String name) {
      return answers.settings().getOrDefault(name, "–");
    }

    private Optional<String> remark(String name) {
      var run =
          source.cells().stream()
              .flatMap(cell -> cell.runs().stream())
              .filter(one -> one.folder().name().equals(name) && isJudged(one))
              .findFirst();
      if (run.isEmpty()) {
        return Optional.of(name + ": is not among the runs of this report");
      }
      return run.get()
          .evaluation()
          .map(found -> way(found.key()))
          .filter(way -> !answers.judged(name).isEmpty())
          .filter(way -> !(answers.judged(name) + ",").startsWith(way + ","))
          .map(way -> "%s: was judged at %s, but measured at %s".formatted(name, at(name), way));
    }

    /**
     * Whether a run of the report is the one that was judged under its name, and not another that
     * took its place, or lies elsewhere.
     */
    boolean isJudged(ReportedRun run) {
      var judged = answers.judged(run.folder().name());
      return !judged.contains(BEGUN)
          || run.provenance()
              .map(found -> judged.endsWith(BEGUN + found.progress().started()))
              .orElse(true);
    }

    private static String way(EvaluationKey key) {
      return "step %d, weights %s, statistics %s, noise %s"
          .formatted(key.step(), word(key.weights()), word(key.statistics()), word(key.noise()));
    }

    private String at(String name) {
      return answers.judged(name).replaceAll(", seed .*", "");
    }
  }
}
