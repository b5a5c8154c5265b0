package io.pix2pix.bench.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.report.format.CsvTable;
import io.pix2pix.bench.report.format.LatexTable;
import io.pix2pix.bench.report.format.MarkdownTable;
import io.pix2pix.bench.report.format.ResearchCrate;
import io.pix2pix.bench.report.html.ReportPage;
import io.pix2pix.bench.report.result.PerceptualTable;
import io.pix2pix.bench.report.result.PerceptualTables;
import io.pix2pix.bench.report.result.ReportSource;
import io.pix2pix.bench.report.result.ResultTables;
import io.pix2pix.bench.report.result.StoredEvaluation;
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
import java.util.Optional;

/** Reports what many runs have found. The same folder gives the same bytes. */
public final class Report {
  private static final String PAGE = "index.html";
  private static final String JUDGED = "perception.csv";

  private final StoredExperiments stored;
  private final StoredEvaluation.Reader evaluations;
  private final ExperimentComparison comparison;

  @Inject
  Report(StoredExperiments stored, PluginReader plugins, ExperimentComparison comparison) {
    this.stored = stored;
    this.evaluations = new StoredEvaluation.Reader(plugins);
    this.comparison = comparison;
  }

  /**
   * Writes {@code report/} into a folder: {@code index.html}, and the tables as {@code table.md},
   * {@code table.csv} and {@code table.tex}; {@code perception.csv} of perceptual studies; and
   * {@code ro-crate-metadata.json}, which tells archives what these are. An older report stays as
   * it is until all of the new one is on the disk, and what it alone had goes when the page is
   * there. The page holds all that it shows, and comes last: it is of one report wherever this
   * ends, and tables beside it are not older than it.
   *
   * @return the page
   * @throws InvalidInputException if there are no runs in it, or a file cannot be written
   */
  public Path write(Request order) {
    var folder = order.folder();
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(
          folder + ": is not a folder; give the folder of a study, or a folder of runs");
    }
    var source = source(folder);
    var perceptual = new PerceptualTables(source).in(folder, order.perception());
    var report = folder.resolve("report");
    var texts = texts(source, perceptual, report, order.pictures());
    AtomicFiles.createFolder(report);
    AtomicFiles.writeAll(texts);
    if (perceptual.isEmpty()) {
      AtomicFiles.delete(report.resolve(JUDGED));
    }
    return report.resolve(PAGE);
  }

  /** All files of a report, in the order in which they are to appear. */
  private static ImmutableMap<Path, String> texts(
      ReportSource source, ImmutableList<PerceptualTable> perceptual, Path report, int pictures) {
    var tables = ResultTables.of(source);
    var page = report.resolve(PAGE);
    var texts = ImmutableMap.<Path, String>builder();
    texts.put(report.resolve("table.md"), MarkdownTable.of(source, tables, perceptual));
    texts.put(report.resolve("table.csv"), CsvTable.of(tables));
    texts.put(report.resolve("table.tex"), LatexTable.of(source, tables, perceptual));
    if (!perceptual.isEmpty()) {
      texts.put(report.resolve(JUDGED), CsvTable.judged(perceptual));
    }
    var described = Sets.union(texts.buildOrThrow().keySet(), ImmutableSet.of(page));
    ResearchCrate.of(source, described)
        .ifPresent(crate -> texts.put(report.resolve(ResearchCrate.FILE), crate));
    texts.put(page, ReportPage.of(source, tables, perceptual, pictures));
    return texts.buildOrThrow();
  }

  private ReportSource source(Path folder) {
    var runs = new ReportRuns(stored, evaluations);
    var study = new StudyFolder(folder);
    return StudyState.read(study)
        .map(state -> new StudySource(runs).read(study, state))
        .orElseGet(() -> new FolderSource(runs, comparison).read(folder));
  }

  /**
   * What is to be reported.
   *
   * @param folder of a study, or a folder of runs
   * @param perception the folder of a perceptual study that does not lie in it, if there is one
   * @param pictures how many test images are shown at most
   */
  public record Request(Path folder, Optional<Path> perception, int pictures) {
    /** More would make a page too large to send. */
    public static final int PICTURES = 24;

    /**
     * @throws InvalidInputException if a number of pictures is negative
     */
    public Request {
      if (pictures < 0) {
        throw new InvalidInputException(
            "--pictures %d: must be 0, for none, or more".formatted(pictures));
      }
    }

    /** All that lies in a folder. */
    public static Request of(Path folder) {
      return new Request(folder, Optional.empty(), PICTURES);
    }
  }
}
