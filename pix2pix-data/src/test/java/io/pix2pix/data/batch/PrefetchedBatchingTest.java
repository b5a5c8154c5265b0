package io.pix2pix.data.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.data.BatchShare;
import io.pix2pix.api.data.Batches;
import io.pix2pix.api.data.Batching.Plan;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.augment.Jitter;
import io.pix2pix.data.augment.Mirror;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.paired.Paired;
import io.pix2pix.data.synthetic.SyntheticFacades;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

class PrefetchedBatchingTest {
  private final PrefetchedBatching batching = new PrefetchedBatching();

  private static Plan plan(int batchSize, long seed, long firstBatch) {
    return new Plan(ImmutableList.of(), shape(1, 1), batchSize, seed, firstBatch);
  }

  private static PairShape shape(int height, int width) {
    var shape = new ImageShape(height, width, 3);
    return new PairShape(shape, shape);
  }

  private List<Integer> order(Pairs pairs, Plan plan, int steps) throws InterruptedException {
    List<Integer> order = new ArrayList<>();
    try (Batches batches = batching.open(pairs, plan)) {
      for (int step = 0; step < steps; step++) {
        try (Batch batch = batches.next()) {
          for (long i = 0; i < batch.condition().shape().get(0); i++) {
            order.add(Math.round(batch.condition().getFloat(i, 0, 0, 0) * 100));
          }
        }
      }
    }
    return order;
  }

  @Test
  void seesEveryPairOnceInEachEpoch() throws InterruptedException {
    List<Integer> order = order(new NumberedPairs(10), plan(1, 1, 0), 30);

    for (int epoch = 0; epoch < 3; epoch++) {
      assertThat(order.subList(10 * epoch, 10 * epoch + 10))
          .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }
    assertThat(order.subList(0, 10)).isNotEqualTo(order.subList(10, 20));
  }

  @Test
  void goesOnInTheNextEpochWithinABatch() throws InterruptedException {
    Pairs pairs = new NumberedPairs(5);

    assertThat(order(pairs, plan(3, 1, 0), 5)).isEqualTo(order(pairs, plan(1, 1, 0), 15));
  }

  @Test
  void workersTogetherSeeWhatOneSeesAlone() throws InterruptedException {
    Pairs pairs = new NumberedPairs(5);
    List<Integer> first = order(pairs, share(0), 2);
    List<Integer> second = order(pairs, share(1), 2);

    assertThat(order(pairs, plan(4, 1, 0), 2))
        .startsWith(first.get(0), first.get(1), second.get(0), second.get(1))
        .endsWith(first.get(2), first.get(3), second.get(2), second.get(3));
  }

  private static Plan share(int worker) {
    return new Plan(ImmutableList.of(), shape(1, 1), 4, 1, 0, new BatchShare(worker, 2));
  }

  @Test
  void resumesWhereItIsToldTo() throws InterruptedException {
    Pairs pairs = new NumberedPairs(7);
    List<Integer> whole = order(pairs, plan(2, 9, 0), 14);

    assertThat(order(pairs, plan(2, 9, 5), 9)).isEqualTo(whole.subList(10, 28));
  }

  @Test
  void ordersByTheSeed() throws InterruptedException {
    Pairs pairs = new NumberedPairs(20);
    List<Integer> first = order(pairs, plan(1, 1, 0), 20);

    assertThat(order(pairs, plan(1, 1, 0), 20)).isEqualTo(first);
    assertThat(order(pairs, plan(1, 2, 0), 20)).isNotEqualTo(first);
  }

  @Test
  void keepsConditionAndTargetTogether() throws InterruptedException {
    try (Batches batches = batching.open(new NumberedPairs(20), plan(20, 1, 0));
        Batch batch = batches.next()) {
      assertThat(batch.condition().shape()).isEqualTo(Shape.of(20, 1, 1, 3));
      for (int i = 0; i < 20; i++) {
        assertThat(batch.target().getFloat(i, 0, 0, 2))
            .isEqualTo(-batch.condition().getFloat(i, 0, 0, 2));
      }
    }
  }

  @Test
  void changesPairsAlikeInEveryRunAndAfterAResume() throws InterruptedException {
    Pairs pairs = new SyntheticFacades(32, 4, 1, 1, 1).open(Optional.empty(), "train");
    ImmutableList<Augmentation> augmentation =
        ImmutableList.of(new Jitter(36, 32), new Mirror(0.5));

    List<float[]> whole = conditions(pairs, new Plan(augmentation, shape(32, 32), 2, 1, 0), 6);
    List<float[]> resumed = conditions(pairs, new Plan(augmentation, shape(32, 32), 2, 1, 4), 2);

    assertThat(resumed.get(0)).isEqualTo(whole.get(4));
    assertThat(resumed.get(1)).isEqualTo(whole.get(5));
    assertThat(whole.get(0)).isNotEqualTo(whole.get(2));
  }

  private List<float[]> conditions(Pairs pairs, Plan plan, int steps) throws InterruptedException {
    List<float[]> conditions = new ArrayList<>();
    try (Batches batches = batching.open(pairs, plan)) {
      for (int step = 0; step < steps; step++) {
        try (Batch batch = batches.next()) {
          conditions.add(values(batch.condition()));
        }
      }
    }
    return conditions;
  }

  private static float[] values(TFloat32 tensor) {
    var values = new float[(int) tensor.size()];
    tensor.copyTo(DataBuffers.of(values, false, false));
    return values;
  }

  @Test
  void laysImagesOutRowByRow(@TempDir Path data) throws InterruptedException {
    Pictures.write(data.resolve("train/1.png"), 3, 8);
    Pairs pairs = DataSource.folder(data).open(new Paired(Direction.AtoB, 0)).split("train");

    try (Batches batches =
            batching.open(pairs, new Plan(ImmutableList.of(), shape(3, 4), 1, 1, 0));
        Batch batch = batches.next()) {
      assertThat(batch.target().shape()).isEqualTo(Shape.of(1, 3, 4, 3));
      assertThat(values(batch.target())).isEqualTo(pairs.read(0).target().toArray());
    }
  }

  @Test
  void passesErrorsOnAsTheyAre() {
    try (Batches batches = batching.open(new NumberedPairs(3, 1), plan(3, 1, 0))) {
      assertThatThrownBy(batches::next)
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("1.png: is damaged; remove it");
    }
  }

  @Test
  void namesTheFileThatAnAugmentationRefuses() {
    ImmutableList<Augmentation> jitter = ImmutableList.of(new Jitter(4, 2));
    Pairs pairs = new NumberedPairs(3);

    try (Batches batches = batching.open(pairs, new Plan(jitter, shape(2, 2), 1, 1, 0))) {
      assertThatThrownBy(batches::next)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("smaller than the crop");
    }
  }

  @Test
  void namesAPairOfAnotherShapeWhenItsTurnComes(@TempDir Path data) {
    Pictures.write(data.resolve("train/1.png"), 4, 12);
    Pairs pairs = DataSource.folder(data).open(new Paired(Direction.AtoB, 0)).split("train");

    try (Batches batches =
        batching.open(pairs, new Plan(ImmutableList.of(), shape(4, 4), 1, 1, 0))) {
      assertThatThrownBy(batches::next)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("1.png: is 6x4 after augmentation, but others are 4x4; ");
    }
  }

  @Test
  void stopsItsThreadsWhenClosed() throws InterruptedException {
    try (Batches batches = batching.open(new NumberedPairs(10), plan(2, 1, 0))) {
      batches.next().close();
    }

    // A pool counts as terminated a moment before its last thread ends.
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("batches-")) {
        thread.join(5_000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }
}
