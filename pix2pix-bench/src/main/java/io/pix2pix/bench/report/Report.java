package io.pix2pix.bench.report;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.report.format.CsvTable;
import io.pix2pix.bench.report.format.LatexTable;
import io.pix2pix.bench.report.format.MarkdownTable;
import io.pix2pix.bench.report.format.PerceptualCsv;
import io.pix2pix.bench.report.html.ReportPage;
import io.pix2pix.bench.report.result.PerceptualTables;
import io.pix2pix.bench.report.result.ReportSource;
import io.pix2pix.bench.report.result.ResultTables;
import io.pix2pix.bench.report.result.StoredMetrics;
import io.pix2pix.bench.report.source.FolderSource;
import io.pix2pix.bench.report.source.ReportRuns;
import io.pix2pix.bench.report.source.StudySource;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.bench.study.result.StudyState;
import io.pix2pix.train.experiment.ExperimentComparison;
import io.pix2pix.train.experiment.PluginReader;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.run.AtomicFiles;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reports what many runs have found. The same folder gives the same bytes. */
public final class Report {
  private final StoredExperiments stored;
  private final StoredMetrics metrics;
  private final ExperimentComparison comparison;

  @Inject
  Report(StoredExperiments stored, PluginReader plugins, ExperimentComparison comparison) {
    this.stored = stored;
    this.metrics = new StoredMetrics(plugins);
    this.comparison = comparison;
  }

  /**
   * Writes {@code report/} into a folder: {@code index.html}, and the tables as {@code table.md},
   * {@code table.csv} and {@code table.tex}; and {@code perception.csv} of perceptual studies.
   *
   * @return the page
   * @throws InvalidInputException if there are no runs in it, or a file cannot be written
   */
  public Path write(ReportRequest order) {
    var folder = order.folder();
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(
          folder + ": is not a folder; give the folder of a study, or a folder of runs");
    }
    var source = source(folder);
    var tables = ResultTables.of(source);
    var perceptual = new PerceptualTables(source).in(folder, order.perception());
    var report = folder.resolve("report");
    AtomicFiles.createFolder(report);
    AtomicFiles.write(report.resolve("table.md"), MarkdownTable.of(source, tables, perceptual));
    AtomicFiles.write(report.resolve("table.csv"), CsvTable.of(tables));
    AtomicFiles.write(report.resolve("table.tex"), LatexTable.of(source, tables, perceptual));
    if (!perceptual.isEmpty()) {
      AtomicFiles.write(report.resolve("perception.csv"), PerceptualCsv.of(perceptual));
    }
    var page = report.resolve("index.html");
    AtomicFiles.write(page, ReportPage.of(source, tables, perceptual, order.pictures()));
    return page;
  }

  private ReportSource source(Path folder) {
    var runs = new ReportRuns(stored, metrics);
    var study = new StudyFolder(folder);
    return StudyState.read(study)
        .map(state -> new StudySource(runs).read(study, state))
        .orElseGet(() -> new FolderSource(runs, comparison).read(folder));
  }
}
