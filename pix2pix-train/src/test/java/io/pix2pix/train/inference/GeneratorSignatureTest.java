package io.pix2pix.train.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.Networks.NamedGenerator;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.Convolution;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.ParameterGroup;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Conditions of one channel, targets of two, and a generator of one convolution. */
class GeneratorSignatureTest {
  private static final PairShape PAIR =
      new PairShape(new ImageShape(4, 4, 1), new ImageShape(4, 4, 2));
  private static final NamedGenerator BACK = new NamedGenerator("back", new Pointwise());

  @Test
  void theShapesOfItsWeightsTellWhatItTakesAndGives() {
    assertChannels(1, 2);
    assertChannels(2, 1);
    assertChannels(2, 2);
    assertChannels(3, 2);
  }

  @Test
  void weightsOfOtherChannelsAndOfOtherNetworksTellNothing() {
    assertThat(GeneratorSignature.find(BACK, PAIR, weights("back", 5, 2))).isEmpty();
    assertThat(GeneratorSignature.find(BACK, PAIR, weights("generator", 1, 2))).isEmpty();
    assertThat(GeneratorSignature.find(BACK, PAIR, ImmutableMap.of())).isEmpty();
  }

  @Test
  void knowsWhetherAnotherDrawGivesAnotherImage() {
    assertThat(signature(new Pointwise()).hasNoise()).isFalse();
    assertThat(signature(new Dropping(0)).hasNoise()).isFalse();
    assertThat(signature(new Dropping(0.5)).hasNoise()).isTrue();
  }

  private static GeneratorSignature signature(Generator generator) {
    return new GeneratorSignature(ParameterGroup.GENERATOR, generator, 1, 1);
  }

  private static void assertChannels(int in, int out) {
    var found = GeneratorSignature.find(BACK, PAIR, weights("back", in, out)).orElseThrow();

    assertThat(found.group().name()).isEqualTo("back");
    assertThat(found.conditionChannels()).isEqualTo(in);
    assertThat(found.targetChannels()).isEqualTo(out);
  }

  private static ImmutableMap<String, Shape> weights(String network, int in, int out) {
    return ImmutableMap.of(
        network + "/kernel", Shape.of(1, 1, in, out), "optimizer/step", Shape.scalar());
  }

  private record Dropping(double rate) implements Generator {
    @Override
    public Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
      return layers.dropout(new Pointwise().build(layers, condition, channels), rate);
    }

    @Override
    public int sizeMultiple() {
      return 1;
    }
  }

  private record Pointwise() implements Generator {
    @Override
    public Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
      return layers.convolution(condition, new Convolution(channels, 1, 1, 0, false));
    }

    @Override
    public int sizeMultiple() {
      return 1;
    }
  }
}
