package io.pix2pix.bench.speed.job;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Batches;
import io.pix2pix.api.data.Batching;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.progress.ProgressListener;
import java.nio.file.Path;
import java.util.stream.LongStream;

/**
 * Pairs that are read from files as a training reads them: one stream of batches for each core, as
 * many as the opponent has processes.
 */
final class PairLoading implements Job {
  private final ImmutableList<Batches> streams;
  private final int pairs;

  private PairLoading(ImmutableList<Batches> streams, int pairs) {
    this.streams = streams;
    this.pairs = pairs;
  }

  static Job open(Jobs jobs, JobSettings settings) {
    var streams =
        LongStream.range(0, Runtime.getRuntime().availableProcessors())
            .mapToObj(seed -> batches(jobs, settings, 1, seed))
            .collect(toImmutableList());
    return new PairLoading(streams, settings.batch());
  }

  /** The pairs of the job's folder as a training reads them; the caller closes them. */
  static Batches batches(Jobs jobs, JobSettings settings, int batchSize, long seed) {
    var experiment = jobs.experiment(settings);
    var folder = Path.of(settings.folder());
    var pairs =
        DataSource.folder(folder)
            .open(experiment.data())
            .checkedSplit("train", folder.resolve(".cache"), ProgressListener.NONE);
    var image = RandomImages.shape(settings);
    var shape = new PairShape(image, image);
    return jobs.batching()
        .open(pairs, new Batching.Plan(experiment.augmentation(), shape, batchSize, seed, 0));
  }

  @Override
  public void run() throws InterruptedException {
    for (int i = 0; i < pairs; i++) {
      streams.get(i % streams.size()).next().close();
    }
  }

  @Override
  public void close() {
    streams.forEach(Batches::close);
  }
}
