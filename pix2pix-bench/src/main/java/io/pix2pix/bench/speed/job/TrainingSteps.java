package io.pix2pix.bench.speed.job;

import io.pix2pix.api.data.Batch;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.train.TrainingSession;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Training steps on one batch in memory. */
final class TrainingSteps implements Job {
  private final TrainingSession session;
  private final Shape shape;
  private final float[] conditions;
  private final float[] targets;

  private TrainingSteps(TrainingSession session, Shape shape, float[] conditions, float[] targets) {
    this.session = session;
    this.shape = shape;
    this.conditions = conditions;
    this.targets = targets;
  }

  static Job open(Jobs jobs, JobSettings settings) {
    var image = RandomImages.shape(settings);
    var session = TrainingSession.open(jobs.experiment(settings), new PairShape(image, image));
    int values = settings.batch() * image.size();
    return new TrainingSteps(
        session,
        Shape.of(settings.batch(), image.height(), image.width(), image.channels()),
        RandomImages.values(values, 1),
        RandomImages.values(values, 2));
  }

  @Override
  public void run() {
    session.step(this::batch);
  }

  private Batch batch() {
    return new Batch(tensor(conditions), tensor(targets));
  }

  private TFloat32 tensor(float[] values) {
    return TFloat32.tensorOf(shape, DataBuffers.of(values));
  }

  @Override
  public void close() {
    session.close();
  }
}
