package io.pix2pix.train.game;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.Networks;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.loss.ConditionedImage;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.network.Convolution;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.DiscriminatorOutput;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.training.Optimizer;
import io.pix2pix.api.training.Training;
import io.pix2pix.testing.Tensors;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/**
 * The smallest game: G and D multiply by one weight each, on images of one pixel, so that steps can
 * be worked by hand.
 */
final class OneKernel {
  static final PairShape PIXEL = new PairShape(new ImageShape(1, 1, 1), new ImageShape(1, 1, 1));

  /** As the paper trains, but with a learning rate of 0.5, and all weights 1 at first. */
  static final Training TRAINING = new Training(1, 1, new Descent(0.5), new Same(1));

  private OneKernel() {}

  static Experiment experiment(Loss... losses) {
    return experiment(TRAINING, losses);
  }

  static Experiment experiment(Training training, Loss... losses) {
    return new Experiment(
        "pixel",
        1,
        new Nothing(),
        ImmutableList.of(),
        new Factor(),
        new FactorJudge(),
        ImmutableList.copyOf(losses),
        training);
  }

  /** With further networks, or another order of updates. */
  static Experiment experiment(Training training, Networks networks, Loss... losses) {
    return experiment(training, losses).withNetworks(networks);
  }

  static Batch batch(float condition, float target) {
    var shape = Shape.of(1, 1, 1, 1);
    return new Batch(Tensors.ofArray(shape, condition), Tensors.ofArray(shape, target));
  }

  static Image pixel(float value) {
    return Image.owning(PIXEL.condition(), new float[] {value});
  }

  /** {@code G(x) = w x}. */
  record Factor() implements Generator {
    @Override
    public Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
      return layers.convolution(condition, new Convolution(channels, 1, 1, 0, false));
    }

    @Override
    public int sizeMultiple() {
      return 1;
    }
  }

  /** {@code D(y) = v y}. */
  record FactorJudge() implements Discriminator {
    @Override
    public boolean conditional() {
      return false;
    }

    @Override
    public int receptiveField() {
      return 1;
    }

    @Override
    public DiscriminatorOutput build(Layers layers, Operand<TFloat32> input) {
      var logits = layers.convolution(input, new Convolution(1, 1, 1, 0, false));
      return DiscriminatorOutput.of(logits, ImmutableList.of());
    }
  }

  /** {@code w - rate gradient}. */
  record Descent(double learningRate) implements Optimizer {
    @Override
    public ImmutableList<Op> update(
        Ops tf,
        Slots slots,
        ImmutableList<Gradient> gradients,
        Operand<TFloat32> rate,
        Operand<TInt64> update) {
      return gradients.stream()
          .map(
              gradient ->
                  (Op)
                      tf.train.resourceApplyGradientDescent(
                          gradient.parameter().handle(), rate, gradient.value()))
          .collect(ImmutableList.toImmutableList());
    }
  }

  record Same(float value) implements Initializer {
    @Override
    public Operand<TFloat32> values(Ops tf, Shape shape, Operand<TInt64> seed) {
      return tf.fill(tf.constant(shape), tf.constant(value));
    }
  }

  /** D minimizes {@code -D(y)}, G minimizes {@code D(G(x))}, each once. */
  record Tug() implements Loss {
    @Override
    public ImmutableList<Term> terms() {
      return ImmutableList.of(
          Term.of("pull", ParameterGroup.GENERATOR, 1, context -> logit(context, context.fake())),
          Term.of(
              "push",
              ParameterGroup.DISCRIMINATOR,
              1,
              context -> context.tf().math.neg(logit(context, context.real()))));
    }
  }

  /** D minimizes {@code D} of what it is to call fake, G its own output. */
  record Memory() implements Loss {
    @Override
    public ImmutableList<Term> terms() {
      return ImmutableList.of(
          Term.of(
              "shrink",
              ParameterGroup.GENERATOR,
              1,
              context -> scalar(context, context.generated())),
          Term.of(
              "fake",
              ParameterGroup.DISCRIMINATOR,
              1,
              context -> logit(context, context.pooledFake())));
    }
  }

  /** G minimizes its own output. */
  record Shrink(double weight) implements Loss {
    @Override
    public ImmutableList<Term> terms() {
      return ImmutableList.of(
          Term.of(
              "shrink",
              ParameterGroup.GENERATOR,
              weight,
              context -> scalar(context, context.generated())));
    }
  }

  private static Operand<TFloat32> logit(LossContext context, ConditionedImage sample) {
    var logits = context.discriminator().output(sample).scales().get(0).logits();
    return scalar(context, logits);
  }

  private static Operand<TFloat32> scalar(LossContext context, Operand<TFloat32> pixel) {
    return context.tf().reshape(pixel, context.tf().constant(new int[0]));
  }

  private record Nothing() implements Dataset {
    @Override
    public Pairs open(Optional<FileTree> files, String split) {
      throw new UnsupportedOperationException("there are no pairs");
    }

    @Override
    public boolean has(Optional<FileTree> files, String split) {
      return false;
    }
  }
}
