package io.pix2pix.train.experiment;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.loss.ConstantWeight;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.Objective;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.loss.Weight;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.DiscriminatorOutput;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Initializer;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.Normalization;
import io.pix2pix.api.plugin.PluginName;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.api.training.Clipping;
import io.pix2pix.api.training.ConstantSchedule;
import io.pix2pix.api.training.NoClipping;
import io.pix2pix.api.training.Optimizer;
import io.pix2pix.api.training.Schedule;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;

/** Plug-ins with settings of every type, under the names that an experiment's defaults use. */
final class TestPlugins {
  static final ImmutableMap<PluginName, Class<?>> ALL =
      ImmutableMap.<PluginName, Class<?>>builder()
          .put(new PluginName(Dataset.class, "paired"), Paired.class)
          .put(new PluginName(Augmentation.class, "mirror"), Mirror.class)
          .put(new PluginName(Augmentation.class, "jitter"), Jitter.class)
          .put(new PluginName(Generator.class, "unet"), Unet.class)
          .put(new PluginName(Generator.class, "encoder-decoder"), EncoderDecoder.class)
          .put(new PluginName(Discriminator.class, "patch"), Patch.class)
          .put(new PluginName(Loss.class, "l1"), L1.class)
          .put(new PluginName(Loss.class, "adversarial"), Adversarial.class)
          .put(new PluginName(Weight.class, "constant"), ConstantWeight.class)
          .put(new PluginName(Weight.class, "linear"), Linear.class)
          .put(new PluginName(Objective.class, "cross-entropy"), CrossEntropy.class)
          .put(new PluginName(Optimizer.class, "adam"), Adam.class)
          .put(new PluginName(Schedule.class, "constant"), ConstantSchedule.class)
          .put(new PluginName(Clipping.class, "none"), NoClipping.class)
          .put(new PluginName(Initializer.class, "normal"), Normal.class)
          .put(new PluginName(Normalization.class, "batch"), BatchNormalization.class)
          .put(new PluginName(Normalization.class, "instance"), InstanceNormalization.class)
          .buildOrThrow();

  private TestPlugins() {}

  enum Direction {
    AtoB,
    BtoA
  }

  enum Edge {
    NEAREST_PIXEL,
    ZERO {
      @Override
      public String toString() {
        return "black";
      }
    }
  }

  record Paired(
      @Setting(value = "AtoB", meaning = "which half is the condition") Direction direction,
      @Setting(value = "jpg", meaning = "ending of the files") String ending)
      implements Dataset {
    @Override
    public Pairs open(Optional<FileTree> files, String split) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean has(Optional<FileTree> files, String split) {
      throw new UnsupportedOperationException();
    }
  }

  record Mirror() implements Augmentation {
    @Override
    public ImagePair apply(ImagePair pair, RandomGenerator random) {
      throw new UnsupportedOperationException();
    }

    @Override
    public PairShape shapeOf(PairShape shape) {
      throw new UnsupportedOperationException();
    }
  }

  record Jitter(
      @Setting(meaning = "edge after enlarging, in pixels", min = 1) int enlarge,
      @Setting(meaning = "edge of the cut, in pixels", min = 1) int crop,
      @Setting(value = "nearest-pixel", meaning = "what lies outside") Edge edge)
      implements Augmentation {
    Jitter {
      checkArgument(crop <= enlarge, "crop %s must not exceed enlarge %s", crop, enlarge);
    }

    @Override
    public ImagePair apply(ImagePair pair, RandomGenerator random) {
      throw new UnsupportedOperationException();
    }

    @Override
    public PairShape shapeOf(PairShape shape) {
      throw new UnsupportedOperationException();
    }
  }

  record Unet(
      @Setting(value = "8", min = 1, meaning = "halvings of the image") int levels,
      @Setting(value = "64", min = 1, max = 4096, meaning = "filters of the first level")
          int filters,
      @Setting(value = "batch", meaning = "how feature maps are normalized")
          Normalization normalization,
      @Setting(value = "0.5", min = 0, max = 1, meaning = "share of dropped features")
          double dropout)
      implements Generator {
    @Override
    public Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int sizeMultiple() {
      return 1 << levels;
    }
  }

  record EncoderDecoder(
      @Setting(value = "6", min = 1, meaning = "halvings of the image") int depth,
      @Setting(value = "[64, 128]", min = 1, meaning = "filters of each level")
          ImmutableList<Integer> filters)
      implements Generator {
    @Override
    public Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int sizeMultiple() {
      return 1 << depth;
    }
  }

  record Patch(
      @Setting(
              value = "70",
              allowed = {"16", "34", "70"},
              meaning = "edge of a patch, in pixels")
          int receptiveField,
      @Setting(value = "true", meaning = "whether it sees the condition") boolean conditional)
      implements Discriminator {
    @Override
    public DiscriminatorOutput build(Layers layers, Operand<TFloat32> input) {
      throw new UnsupportedOperationException();
    }
  }

  record L1(
      @Setting(value = "1", meaning = "its factor in the objective") Weight weight,
      @Setting(
              value = "mean",
              allowed = {"mean", "sum"},
              meaning = "over all pixels")
          String reduction)
      implements Loss {
    L1(double weight, String reduction) {
      this(Weight.constant(weight), reduction);
    }

    @Override
    public ImmutableList<Term> terms() {
      throw new UnsupportedOperationException();
    }
  }

  record Adversarial(
      @Setting(value = "cross-entropy", meaning = "the game") Objective objective,
      @Setting(value = "1", min = 0, meaning = "its factor in the objective") double weight)
      implements Loss {
    @Override
    public ImmutableList<Term> terms() {
      throw new UnsupportedOperationException();
    }
  }

  record Linear(
      @Setting(min = 0, meaning = "at first") double from,
      @Setting(min = 0, meaning = "at last") double to,
      @Setting(value = "1000", min = 1, meaning = "the step of the last change") long end)
      implements Weight {
    @Override
    public Operand<TFloat32> at(Ops tf, Operand<TInt64> step) {
      throw new UnsupportedOperationException();
    }
  }

  record CrossEntropy(
      @Setting(value = "1", max = 1, meaning = "the label of real images") double realLabel)
      implements Objective {
    @Override
    public Operand<TFloat32> real(Ops tf, Operand<TFloat32> logits) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Operand<TFloat32> fake(Ops tf, Operand<TFloat32> logits) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Operand<TFloat32> generatorLoss(Ops tf, Operand<TFloat32> logits) {
      throw new UnsupportedOperationException();
    }
  }

  record Adam(@Setting(value = "2e-4", min = 0, meaning = "size of a change") double learningRate)
      implements Optimizer {
    @Override
    public ImmutableList<Op> update(
        Ops tf,
        Slots slots,
        ImmutableList<Gradient> gradients,
        Operand<TFloat32> learningRate,
        Operand<TInt64> update) {
      throw new UnsupportedOperationException();
    }
  }

  record Normal(@Setting(value = "0.02", min = 0, meaning = "spread") double deviation)
      implements Initializer {
    @Override
    public Operand<TFloat32> values(Ops tf, Shape shape, Operand<TInt64> seed) {
      throw new UnsupportedOperationException();
    }
  }

  record BatchNormalization(
      @Setting(value = "1e-5", min = 0, meaning = "added to the variance") double epsilon,
      @Setting(key = "synchronized", value = "false", meaning = "of all workers together")
          boolean isSynchronized)
      implements Normalization {

    BatchNormalization(double epsilon) {
      this(epsilon, false);
    }

    @Override
    public Operand<TFloat32> build(Layers layers, Operand<TFloat32> x) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean offset() {
      return true;
    }
  }

  record InstanceNormalization() implements Normalization {
    @Override
    public Operand<TFloat32> build(Layers layers, Operand<TFloat32> x) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean offset() {
      return true;
    }
  }
}
