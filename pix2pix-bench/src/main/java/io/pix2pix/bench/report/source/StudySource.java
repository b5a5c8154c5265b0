package io.pix2pix.bench.report.source;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.bench.report.result.ReportSource;
import io.pix2pix.bench.report.result.ReportSource.ReportedCell;
import io.pix2pix.bench.report.result.ReportedRun.EndedEarly;
import io.pix2pix.bench.study.result.CellState;
import io.pix2pix.bench.study.result.CellState.Pruned;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.bench.study.result.StudyState;
import io.pix2pix.train.run.RunFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A study as the source of a report. */
public record StudySource(ReportRuns runs) {

  /** What a report shows of a study. */
  public ReportSource read(StudyFolder folder, StudyState study) {
    var cells =
        study.cells().stream()
            .collect(Collectors.groupingBy(CellState::name, LinkedHashMap::new, toImmutableList()))
            .values()
            .stream()
            .map(seeds -> cell(folder, study, seeds))
            .collect(toImmutableList());
    return new ReportSource(
        study.title(),
        study.caption(),
        "what all cells start from",
        cells,
        ImmutableList.copyOf(study.pictures()),
        folder.path().resolve("pictures"),
        study.paper().map(paper -> paper.table() + ", " + paper.data()).orElse(""),
        study.paper().map(paper -> copy(paper.others())).orElse(ImmutableMap.of()),
        remarks(study));
  }

  private ReportedCell cell(StudyFolder folder, StudyState study, List<CellState> seeds) {
    var first = seeds.get(0);
    return new ReportedCell(
        first.title(),
        ImmutableList.copyOf(first.changes()),
        seeds.stream()
            .map(
                seed ->
                    runs.read(
                        new RunFolder(folder.path().resolve(seed.run())),
                        seed.seed(),
                        problem(seed),
                        seed.metrics(),
                        seed.pruned().map(StudySource::early)))
            .collect(toImmutableList()),
        study
            .paper()
            .map(paper -> copy(paper.cells()).getOrDefault(first.title(), ImmutableMap.of()))
            .orElse(ImmutableMap.of()));
  }

  private static Optional<String> problem(CellState cell) {
    return cell.pruned().map(Pruned::words).or(() -> cell.reason().map(why -> "failed: " + why));
  }

  private static EndedEarly early(Pruned why) {
    return new EndedEarly(why.metric(), why.value(), why.words());
  }

  private static ImmutableList<String> remarks(StudyState study) {
    long pruned = study.cells().stream().filter(cell -> cell.pruned().isPresent()).count();
    return study
        .pruned()
        .map(
            steps ->
                String.format(
                    Locale.ROOT,
                    "%d of %d runs were pruned: they ended early, are not measured, and stand in no"
                        + " mean. The study took %,d steps of the %,d that it has without pruning"
                        + " (%d %%)",
                    pruned,
                    study.cells().size(),
                    steps.taken(),
                    steps.of(),
                    steps.percent()))
        .map(ImmutableList::of)
        .orElse(ImmutableList.of());
  }

  private static ImmutableMap<String, ImmutableMap<String, Double>> copy(
      Map<String, Map<String, Double>> values) {
    return values.entrySet().stream()
        .collect(toImmutableMap(Map.Entry::getKey, row -> ImmutableMap.copyOf(row.getValue())));
  }
}
