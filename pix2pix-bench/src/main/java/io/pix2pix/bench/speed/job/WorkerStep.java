package io.pix2pix.bench.speed.job;

import io.pix2pix.api.data.Batch;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.api.network.SessionSettings;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.train.TrainingSession;
import io.pix2pix.train.workers.Cluster;
import io.pix2pix.train.workers.ClusterWorkers;
import io.pix2pix.train.workers.Patience;
import java.util.Objects;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** A worker's part of the steps of {@link WorkerSteps}, in a process of its own. */
final class WorkerStep implements Job {
  private static final int LOST = 75;

  private final TrainingSession session;
  private final JobSettings settings;
  private final float[] values;

  private WorkerStep(TrainingSession session, JobSettings settings, float[] values) {
    this.session = session;
    this.settings = settings;
    this.values = values;
  }

  static Job open(Jobs jobs, JobSettings settings) {
    Sessions.use(new SessionSettings(1));
    var cluster = Cluster.parse(Objects.requireNonNull(System.getenv(Cluster.VARIABLE)));
    var workers =
        ClusterWorkers.join(
            cluster, Patience.ofProcess(), problem -> Runtime.getRuntime().halt(LOST));
    var image = RandomImages.shape(settings);
    var pair = new PairShape(image, image);
    var session = TrainingSession.open(jobs.experiment(settings), pair, GraphPlan.EMPTY, workers);
    int count = WorkerSteps.IMAGES * image.size();
    return new WorkerStep(session, settings, RandomImages.values(count, cluster.index()));
  }

  @Override
  public void run() {
    session.step(() -> new Batch(tensor(), tensor()));
  }

  private TFloat32 tensor() {
    var shape = Shape.of(WorkerSteps.IMAGES, settings.size(), settings.size(), 3);
    return TFloat32.tensorOf(shape, DataBuffers.of(values));
  }

  @Override
  public void close() {
    session.close();
  }
}
