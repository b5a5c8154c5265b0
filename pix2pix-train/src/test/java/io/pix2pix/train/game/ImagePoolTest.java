package io.pix2pix.train.game;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Floats;
import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.network.Noise;
import io.pix2pix.api.network.Workers;
import io.pix2pix.testing.Tensors;
import io.pix2pix.testing.TestGraph;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Images of one pixel whose values are the numbers of those that were put in, from 1 on. */
class ImagePoolTest {
  @Test
  void showsNewImagesUntilThePoolIsFull() {
    assertThat(shown(4, 1, 4)).containsExactly(1f, 2f, 3f, 4f);
  }

  /** With a place for one, an image is either shown at once or changes places with the one kept. */
  @Test
  void showsEachImageAtOnceOrInPlaceOfALaterOne() {
    var shown = shown(1, 1, 40);
    float kept = 1;
    int swaps = 0;
    for (int i = 1; i < 40; i++) {
      float fresh = i + 1;
      assertThat(shown.get(i)).isIn(fresh, kept);
      if (shown.get(i) == kept) {
        kept = fresh;
        swaps++;
      }
    }
    // Half of 39 times, within four standard deviations of 3.1.
    assertThat(swaps).isBetween(8, 32);
  }

  @Test
  void noImageIsShownTwiceAfterThePoolIsFull() {
    var shown = shown(5, 1, 60);

    assertThat(shown.subList(5, 60)).doesNotHaveDuplicates();
    assertThat(shown.subList(5, 60)).anyMatch(value -> value <= 5);
  }

  /** The images of a batch come one after the other, as in batches of one. */
  @Test
  void aBatchFillsThePoolImageByImage() {
    var shown = shown(3, 2, 20);

    assertThat(shown.subList(0, 3)).containsExactly(1f, 2f, 3f);
    assertThat(shown.subList(3, 40)).doesNotHaveDuplicates();
  }

  @Test
  void conditionsStayWithTheirImages() {
    try (var graph = new TestGraph()) {
      var pool = new Pool(graph, 3, 1);
      for (int step = 0; step < 30; step++) {
        var answer = pool.query(step, step + 1);
        assertThat(answer.conditions()).containsExactly(-answer.images().get(0));
      }
    }
  }

  @Test
  void choicesFollowFromTheNumberOfTheBatch() {
    assertThat(shown(2, 1, 30)).isEqualTo(shown(2, 1, 30));
  }

  private static List<Float> shown(int capacity, int batchSize, int steps) {
    var shown = new ArrayList<Float>();
    try (var graph = new TestGraph()) {
      var pool = new Pool(graph, capacity, batchSize);
      for (int step = 0; step < steps; step++) {
        var fresh = new float[batchSize];
        for (int i = 0; i < batchSize; i++) {
          fresh[i] = step * batchSize + i + 1;
        }
        shown.addAll(pool.query(step, fresh).images());
      }
    }
    return shown;
  }

  /** A pool in a graph; the condition of an image is its negative. */
  private static final class Pool {
    private final TestGraph graph;
    private final Placeholder<TFloat32> images;
    private final Placeholder<TInt64> number;
    private final ImagePool pool;

    Pool(TestGraph graph, int capacity, int batchSize) {
      this.graph = graph;
      var tf = graph.tf();
      var shape = Shape.of(batchSize, 1, 1, 1);
      images = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
      number = tf.placeholder(TInt64.class, Placeholder.shape(Shape.scalar()));
      var fresh = new ConditionedImage(tf.math.neg(images), images);
      pool =
          ImagePool.query(
              tf, graph.variables(), capacity, new Noise(1, number), Workers.ALONE, fresh);
      graph.initialize();
    }

    Answer query(long step, float... fresh) {
      try (var values = Tensors.ofArray(images.shape(), fresh);
          var batch = TInt64.scalarOf(step)) {
        var runner = graph.session().runner().feed(images, values).feed(number, batch);
        pool.writes().forEach(runner::addTarget);
        ImmutableList.<Operand<TFloat32>>of(pool.shown().condition(), pool.shown().image())
            .forEach(runner::fetch);
        try (var result = runner.run()) {
          return new Answer(values(result.get(0)), values(result.get(1)));
        }
      }
    }
  }

  private static List<Float> values(Tensor tensor) {
    return Floats.asList(Tensors.toArray((TFloat32) tensor));
  }

  private record Answer(List<Float> conditions, List<Float> images) {}
}
