package io.pix2pix.bench.speed.job;

import java.util.List;

/**
 * What is timed.
 *
 * @param kind what is done
 * @param batch images at once, of {@link JobKind#WORKERS} those of all processes; of {@link
 *     JobKind#LOADING}, pairs in a run, and of {@link JobKind#FOLDER}, pictures
 * @param size height and width, in pixels
 * @param filters of the first layer of G and of D
 * @param model that does it
 * @param options how a contender is to go about it, for example {@code fused}
 * @param folder with the pairs that are loaded, or the pictures that are translated; empty where
 *     none are
 */
public record JobSettings(
    JobKind kind,
    int batch,
    int size,
    int filters,
    JobModel model,
    List<String> options,
    String folder) {

  /** Copies the options. */
  public JobSettings {
    options = List.copyOf(options);
  }

  /** What needs no files, done in the usual way. */
  public static JobSettings of(JobKind kind, int batch, int size, int filters) {
    return new JobSettings(kind, batch, size, filters, JobModel.PAPER, List.of(), "");
  }

  /** The same of another kind. */
  JobSettings as(JobKind other) {
    return new JobSettings(other, batch, size, filters, model, options, folder);
  }

  /** The same by another model. */
  public JobSettings by(JobModel other) {
    return new JobSettings(kind, batch, size, filters, other, options, folder);
  }

  /** The same, done in another way. */
  public JobSettings withOptions(List<String> options) {
    return new JobSettings(kind, batch, size, filters, model, options, folder);
  }

  /** The same on the files of a folder. */
  public JobSettings withFolder(String folder) {
    return new JobSettings(kind, batch, size, filters, model, options, folder);
  }
}
