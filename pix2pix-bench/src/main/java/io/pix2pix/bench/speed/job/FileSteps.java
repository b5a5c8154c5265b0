package io.pix2pix.bench.speed.job;

import io.pix2pix.api.data.Batches;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.train.TrainingSession;

/** Training steps on batches that are read from files meanwhile, as a training reads them. */
final class FileSteps implements Job {
  private final TrainingSession session;
  private final Batches batches;

  private FileSteps(TrainingSession session, Batches batches) {
    this.session = session;
    this.batches = batches;
  }

  static Job open(Jobs jobs, JobSettings settings) {
    var image = RandomImages.shape(settings);
    var batches = PairLoading.batches(jobs, settings, settings.batch(), 1);
    return new FileSteps(
        TrainingSession.open(jobs.experiment(settings), new PairShape(image, image)), batches);
  }

  @Override
  public void run() throws InterruptedException {
    session.step(batches::next);
  }

  @Override
  public void close() {
    batches.close();
    session.close();
  }
}
