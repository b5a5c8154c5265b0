package io.pix2pix.train.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.testing.Tensors;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

/** G(x) = w x with w = 1 at first, x = 1 and 1, learning rate 0.5; the second pixel is hidden. */
@Tag("numerical")
class MaskedTrainingTest {
  private static final ImageShape TWO_PIXELS = new ImageShape(1, 2, 1);
  private static final Shape BATCH = Shape.of(1, 1, 2, 1);

  /** The mean of |y - G(x)| over all pixels: it knows nothing of masks. */
  private static final Loss DISTANCE =
      () ->
          ImmutableList.of(
              Term.ofGenerator(
                  "distance",
                  Weight.constant(1),
                  context -> {
                    var tf = context.tf();
                    return tf.math.mean(
                        tf.math.abs(tf.math.sub(context.target(), context.generated())),
                        tf.constant(new int[] {0, 1, 2, 3}));
                  }));

  private static Experiment experiment() {
    return OneKernel.experiment(DISTANCE).withData(new Masked());
  }

  private static TrainingGraph graph() {
    return TrainingGraph.open(experiment(), new PairShape(TWO_PIXELS, TWO_PIXELS));
  }

  private static Batch batch(float hidden) {
    return new Batch(
        Tensors.ofArray(BATCH, 1, 1),
        Tensors.ofArray(BATCH, 3, hidden),
        Optional.of(Tensors.ofArray(BATCH, 1, 0)));
  }

  /** (|3 - 1| + 0) / 2 = 1, its gradient -1/2, so w becomes 1.25; then (3 - 1.25) / 2. */
  @Test
  void noLossSeesWhatIsHidden() {
    for (float hidden : new float[] {100, -7}) {
      try (var graph = graph();
          var batch = batch(hidden)) {
        assertThat(graph.step(batch, 0)).containsExactly(1);
        assertThat(graph.step(batch, 1)).containsExactly(0.875f);
      }
    }
  }

  @Test
  void aBatchWithoutAMaskIsAMistake() {
    try (var graph = graph();
        var batch = new Batch(Tensors.ofArray(BATCH, 1, 1), Tensors.ofArray(BATCH, 3, 3))) {
      assertThatThrownBy(() -> graph.step(batch, 0))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the data has masks, but the batch has none");
    }
  }

  private record Masked() implements Dataset {
    @Override
    public Pairs open(Optional<FileTree> files, String split) {
      throw new UnsupportedOperationException("there are no pairs");
    }

    @Override
    public boolean has(Optional<FileTree> files, String split) {
      return false;
    }

    @Override
    public boolean masked() {
      return true;
    }
  }
}
