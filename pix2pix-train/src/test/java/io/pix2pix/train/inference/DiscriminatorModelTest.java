package io.pix2pix.train.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.DiscriminatorOutput;
import io.pix2pix.api.network.Layers;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.math.Mean;
import org.tensorflow.types.TFloat32;

/** A discriminator whose logits are the sum of all channels that it sees, and at half the size. */
class DiscriminatorModelTest {
  private static final ImageShape SHAPE = new ImageShape(2, 2, 1);
  private static final PairShape PAIR = new PairShape(SHAPE, SHAPE.withChannels(2));

  private static final Image CONDITION = Image.of(SHAPE, new float[] {0.5f, 0, 0, 0});
  private static final Image IMAGE =
      Image.of(SHAPE.withChannels(2), new float[] {0.25f, 0.125f, 0, 1, -1, 0, 0, 0});

  @Test
  void showsTheConditionBesideTheImage() {
    try (var model = open(true)) {
      var logits = model.logits(CONDITION, IMAGE);

      assertThat(logits)
          .containsExactly(
              Image.of(SHAPE, new float[] {0.875f, 1, -1, 0}),
              Image.of(new ImageShape(1, 1, 1), new float[] {0.21875f}));
    }
  }

  @Test
  void hidesTheConditionFromOneThatIsNotConditional() {
    try (var model = open(false)) {
      assertThat(model.logits(CONDITION, IMAGE).get(0))
          .isEqualTo(Image.of(SHAPE, new float[] {0.375f, 1, -1, 0}));
    }
  }

  private static DiscriminatorModel open(boolean conditional) {
    return DiscriminatorModel.open(new Sums(conditional), PAIR, (variables, session) -> {});
  }

  private record Sums(boolean conditional) implements Discriminator {
    @Override
    public int receptiveField() {
      return 1;
    }

    @Override
    public DiscriminatorOutput build(Layers layers, Operand<TFloat32> input) {
      var tf = layers.tf();
      Operand<TFloat32> mean = tf.math.mean(input, tf.constant(3), Mean.keepDims(true));
      var sum = tf.math.mul(mean, tf.constant((float) input.shape().get(3)));
      var half = layers.averagePooling(sum, 2, 2);
      return new DiscriminatorOutput(
          ImmutableList.of(
              new DiscriminatorOutput.Scale(sum, ImmutableList.of()),
              new DiscriminatorOutput.Scale(half, ImmutableList.of())));
    }
  }
}
