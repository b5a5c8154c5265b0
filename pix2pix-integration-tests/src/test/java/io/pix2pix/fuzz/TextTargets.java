package io.pix2pix.fuzz;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.inject.Injector;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.bench.evaluation.EvaluationKey;
import io.pix2pix.bench.evaluation.MetricsFile;
import io.pix2pix.bench.speed.result.ResultJson;
import io.pix2pix.bench.study.execution.CellEvent;
import io.pix2pix.bench.study.execution.CellTask;
import io.pix2pix.bench.study.plan.StudyReader;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.bench.study.result.StudyState;
import io.pix2pix.data.folders.FilePairDataset;
import io.pix2pix.data.list.ImageFolder;
import io.pix2pix.data.list.ListedPairs;
import io.pix2pix.library.Bootstrap;
import io.pix2pix.train.checkpoint.WeightSelection;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.run.LossCurves;
import io.pix2pix.train.run.LossLog;
import io.pix2pix.train.run.RunFolder;
import io.pix2pix.train.run.StoredPlan;
import io.pix2pix.train.run.ValidationLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What people write by hand, and what the product itself has written and reads again. */
final class TextTargets {
  private static final Supplier<Injector> INJECTOR =
      Suppliers.memoize(() -> Bootstrap.injector(TextTargets.class.getClassLoader()));
  private static final ImmutableList<String> COLUMNS = ImmutableList.of("generator.l1");
  private static final int STEPS = 3;
  private static final EvaluationKey KEY =
      new EvaluationKey(
          "test", STEPS, WeightSelection.TRAINED, Statistics.BATCH, EvaluationKey.Noise.ON, 1);

  private TextTargets() {}

  static ImmutableList<FuzzTarget> all() {
    return ImmutableList.of(
        new FuzzTarget("experiment", "fuzz.yaml", TextTargets::experiment),
        new FuzzTarget("study", "study.yaml", TextTargets::study),
        new FuzzTarget("palette", "palette.csv", Palette::read),
        new FuzzTarget("losses", "losses.csv", TextTargets::losses),
        new FuzzTarget("validation", "validation.csv", TextTargets::validation),
        new FuzzTarget("metrics", "metrics.csv", TextTargets::metrics),
        new FuzzTarget("list", "pairs.csv", file -> list(new ListedPairs("pairs.csv", 0), file)),
        new FuzzTarget("metadata", "metadata.jsonl", file -> list(new ImageFolder(0), file)),
        new FuzzTarget("run", "run.json", TextTargets::run),
        new FuzzTarget("records", "study.json", TextTargets::records));
  }

  private static void experiment(Path file) {
    INJECTOR.get().getInstance(ExperimentReader.class).read(file, List.of());
  }

  private static void study(Path file) {
    INJECTOR.get().getInstance(StudyReader.class).read(file, false, List.of());
  }

  /** First repaired, as by a training that goes on, so that what is refused then is a finding. */
  private static void losses(Path file) throws IOException {
    var repaired = Files.copy(file, file.resolveSibling("repaired.csv"));
    LossLog.open(repaired, COLUMNS, STEPS).close();
    Refusals.none(() -> LossCurves.read(repaired).column(COLUMNS.get(0)));
    LossCurves.read(file);
  }

  private static void validation(Path file) {
    ValidationLog.open(file, COLUMNS, STEPS, true).rows();
  }

  private static void metrics(Path file) throws IOException {
    var repaired = new MetricsFile(Files.copy(file, file.resolveSibling("repaired.csv")));
    repaired.add(KEY, ImmutableList.of());
    Refusals.none(repaired::read);
    Refusals.none(() -> repaired.newest(STEPS));
    new MetricsFile(file).read();
  }

  private static void list(FilePairDataset dataset, Path file) throws IOException {
    var folder = file.getParent();
    for (var name : List.of("a.png", "b.png")) {
      Files.write(folder.resolve(name), new byte[] {1});
    }
    var files = FileTree.folder(folder);
    if (dataset.hasPairs(files, "train")) {
      dataset.images(files, "train");
    }
  }

  private static void run(Path file) throws IOException {
    INJECTOR
        .get()
        .getInstance(StoredExperiments.class)
        .read(new RunFolder(file.resolveSibling("")));
  }

  /** JSON that only the product writes; all of them read each, as objects look alike. */
  private static void records(Path file) throws IOException {
    var folder = file.resolveSibling("");
    Files.copy(file, folder.resolve("plan.json"));
    StoredPlan.read(new RunFolder(folder));
    for (var line : Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()) {
      CellEvent.parse(line);
    }
    Refusals.each(
        () -> StudyState.read(new StudyFolder(folder)),
        () -> ResultJson.read(file),
        () -> CellTask.read(file));
  }
}
