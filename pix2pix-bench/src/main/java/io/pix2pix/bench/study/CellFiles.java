package io.pix2pix.bench.study;

import io.pix2pix.bench.evaluation.MetricsFile;
import io.pix2pix.bench.study.plan.StudyPlan.Cell;
import io.pix2pix.bench.study.result.StudyFolder;
import io.pix2pix.data.file.PngChunks;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.run.StoredChecksum;
import java.nio.file.Path;
import java.util.List;

/**
 * What cells of a study leave behind when they are done.
 *
 * @param folder of the study
 * @param pictures names of the images that every cell translates
 * @param stored reads the runs of cells
 */
record CellFiles(StudyFolder folder, List<String> pictures, StoredExperiments stored) {

  /**
   * Whether everything of a cell is there, and whole.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if its run cannot be read
   */
  boolean areWhole(Cell cell) {
    return folder.isTrained(cell, stored)
        && new MetricsFile(folder.run(cell).metrics()).isWhole()
        && pictures.stream().map(folder.translated(cell)::resolve).allMatch(CellFiles::isWhole);
  }

  private static boolean isWhole(Path picture) {
    return PngChunks.areWhole(picture) && !new StoredChecksum(picture).isChanged();
  }
}
