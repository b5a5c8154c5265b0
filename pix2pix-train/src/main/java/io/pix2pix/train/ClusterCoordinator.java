package io.pix2pix.train;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.network.Workers;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.Software;
import io.pix2pix.train.workers.ChiefState;
import io.pix2pix.train.workers.ClusterWorkers;
import io.pix2pix.train.workers.GraphFingerprint;
import io.pix2pix.train.workers.Meeting;
import org.jspecify.annotations.Nullable;

/** Agrees with the other workers of a cluster, of which the chief writes. Used by one thread. */
final class ClusterCoordinator implements Coordinator {
  private final ClusterWorkers cluster;
  private @Nullable TrainingSession session;

  ClusterCoordinator(ClusterWorkers cluster) {
    this.cluster = cluster;
  }

  @Override
  public Workers workers() {
    return cluster;
  }

  @Override
  public void meet(String experiment, Provenance.Data data, TrainingSession built) {
    var software = Software.current();
    var program = software.pix2pix() + " with TensorFlow " + software.tensorflow();
    var training = "%s %d %s".formatted(data.checksum(), data.pairs(), data.shape());
    new Meeting(
            ImmutableMap.of(
                "version of pix2pix", program,
                "experiment", experiment,
                "set of training pairs", training,
                "graph", GraphFingerprint.of(built.graph())))
        .hold(cluster);
  }

  @Override
  public void begin(TrainingSession built) {
    session = built;
    built.continueAfter(
        ChiefState.share(
            cluster, built.graph(), built.variables(), built.session(), built.steps()));
  }

  /** Whoever is asked tells all in its next step, after which all stop. */
  @Override
  public boolean stops(boolean asked) {
    if (session == null) {
      throw new IllegalStateException("the training has not begun");
    } else if (asked) {
      session.wantStop();
    }
    return session.stopAgreed();
  }

  @Override
  public void write(Runnable files) {
    if (cluster.cluster().isChief()) {
      files.run();
    }
  }

  @Override
  public void end() {
    cluster.await();
    cluster.leave();
  }
}
