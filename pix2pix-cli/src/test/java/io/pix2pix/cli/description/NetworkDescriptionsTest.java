package io.pix2pix.cli.description;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.LayerNote;
import io.pix2pix.models.discriminator.MultiScale;
import io.pix2pix.models.discriminator.PatchGan;
import io.pix2pix.models.discriminator.PixelGan;
import io.pix2pix.models.generator.DropoutPlacement;
import io.pix2pix.models.generator.EncoderDecoder;
import io.pix2pix.models.generator.Resnet;
import io.pix2pix.models.generator.Unet;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.normalization.InstanceNormalization;
import io.pix2pix.models.upsampling.TransposedUpsampling;
import io.pix2pix.train.description.LayerDescription;
import io.pix2pix.train.description.NetworkDescription;
import io.pix2pix.train.description.NetworkDescriptions;
import io.pix2pix.train.description.NetworkDrawing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.ndarray.Shape;

class NetworkDescriptionsTest {
  private static final ImageShape IMAGE = new ImageShape(256, 256, 3);
  private static final PairShape PAIR = new PairShape(IMAGE, IMAGE);
  private static final BatchNormalization BATCH = new BatchNormalization(1e-5);

  /** 54,413,955 parameters are the port's; the sum over layers of pixels times kernel is 6.05e9. */
  @Test
  void countsParametersAndArithmeticOfTheUnetOfThePaper() {
    var unet = NetworkDescriptions.of(unet(8, 64), IMAGE, 3);

    assertThat(unet.parameters()).isEqualTo(54_413_955);
    assertThat(unet.multiplications()).isBetween(6_045_000_000L, 6_055_000_000L);
    assertThat(unet.outputs()).containsExactly(Shape.of(1, 256, 256, 3));
    assertThat(unet.layers()).hasSize(16);
  }

  /** Each of 8 halvings adds 3 pixels of its own size: 1 + 3 (1 + 2 + 4 + ... + 128) = 766. */
  @Test
  void followsTheReceptiveFieldThroughTheEncoder() {
    var unet = NetworkDescriptions.of(unet(8, 64), IMAGE, 3);

    assertThat(layer(unet, "encoder1").receptiveField()).isEqualTo(4);
    assertThat(layer(unet, "encoder2").receptiveField()).isEqualTo(10);
    assertThat(layer(unet, "encoder8").receptiveField()).isEqualTo(766);
  }

  /** A decoder pixel sees 2 of the layer before: 22 + 8, then 30 + 4, then 34 + 2. */
  @Test
  void followsTheReceptiveFieldBackUp() {
    var small = NetworkDescriptions.of(encoderDecoder(3, 4), IMAGE, 3);

    assertThat(layer(small, "encoder3").receptiveField()).isEqualTo(22);
    assertThat(layer(small, "decoder3").receptiveField()).isEqualTo(30);
    assertThat(layer(small, "decoder2").receptiveField()).isEqualTo(34);
    assertThat(small.receptiveField()).isEqualTo(36);
  }

  @Test
  void findsSkipConnections() {
    var unet = NetworkDescriptions.of(unet(3, 4), IMAGE, 3);
    var severed = NetworkDescriptions.of(encoderDecoder(3, 4), IMAGE, 3);

    assertThat(layer(unet, "encoder1").inputs()).containsExactly(LayerDescription.INPUT);
    assertThat(layer(unet, "decoder2").inputs()).containsExactlyInAnyOrder("decoder3", "encoder2");
    assertThat(layer(severed, "decoder2").inputs()).containsExactly("decoder3");
  }

  /** Each transposed 3x3 convolution makes one row and column too many, which are cut off. */
  @Test
  void saysWhatLeavesALayerOnceItIsCut() {
    var resnet =
        NetworkDescriptions.of(
            new Resnet(1, 4, BATCH, 0, new TransposedUpsampling(3), false), IMAGE, 3);

    assertThat(layer(resnet, "up1").output()).isEqualTo(Shape.of(1, 128, 128, 8));
    assertThat(layer(resnet, "up2").output()).isEqualTo(Shape.of(1, 256, 256, 4));
  }

  /** The sum of a block goes into the next: one arc around each block. */
  @Test
  void drawsAnArcAroundEachResidualBlock() {
    var resnet =
        NetworkDescriptions.of(
            new Resnet(3, 4, BATCH, 0, new TransposedUpsampling(3), false), IMAGE, 3);

    assertThat(NetworkDrawing.svg(resnet))
        .contains("down2 to block2/convolution1", "block1/convolution2 to block3/convolution1")
        .doesNotContain("down2 to block3/convolution1");
  }

  @Test
  void countsParametersOfNormalizationWithTheirLayer() {
    var unet = NetworkDescriptions.of(unet(3, 4), IMAGE, 3);

    assertThat(layer(unet, "encoder1").parameters()).isEqualTo(4 * 4 * 3 * 4);
    assertThat(layer(unet, "encoder2").parameters()).isEqualTo(4 * 4 * 4 * 8 + 2 * 8);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 34, 70, 142, 286})
  void findsTheReceptiveFieldThatADiscriminatorStates(int field) {
    var patch = describe(new PatchGan(field, 4, true, new InstanceNormalization(1e-5), false));

    assertThat(patch.receptiveField()).isEqualTo(field);
  }

  /** 70x70: 2,768,705 parameters and 30x30 logits (the port's logs, and its code). */
  @Test
  void describesThePatchGanOfThePaper() {
    var patch = describe(new PatchGan(70, 64, true, BATCH, false));

    assertThat(patch.parameters()).isEqualTo(2_768_705);
    assertThat(patch.outputs()).containsExactly(Shape.of(1, 30, 30, 1));
    assertThat(patch.input()).isEqualTo(Shape.of(1, 256, 256, 6));
    assertThat(patch.multiplications()).isBetween(3_100_000_000L, 3_200_000_000L);
  }

  @Test
  void aDiscriminatorWithoutTheConditionTakesTheImageAlone() {
    assertThat(describe(new PixelGan(8, false, BATCH, false)).input())
        .isEqualTo(Shape.of(1, 256, 256, 3));
  }

  /**
   * Parameters as PyTorch 2.13 counts them in the port's layers. Fields are 7, then 7 + 2, then 9 +
   * 2 2; after two halvings each of a block's two convolutions adds 2 4.
   */
  @Test
  void describesTheResnetOfThePort() {
    var resnet =
        NetworkDescriptions.of(
            new Resnet(9, 64, BATCH, 0, new TransposedUpsampling(3), false), IMAGE, 3);

    assertThat(resnet.parameters()).isEqualTo(11_383_427);
    assertThat(layer(resnet, "first").receptiveField()).isEqualTo(7);
    assertThat(layer(resnet, "down2").receptiveField()).isEqualTo(13);
    assertThat(layer(resnet, "block9/convolution2").receptiveField()).isEqualTo(13 + 9 * 16);
    assertThat(resnet.layers()).hasSize(1 + 2 + 18 + 2 + 1);
  }

  @Test
  void findsTheReceptiveFieldOfTheCoarsestScale() {
    var multiScale =
        new MultiScale(2, new PatchGan(16, 4, true, new InstanceNormalization(1e-5), true));
    var described = describe(multiScale);

    assertThat(described.receptiveField()).isEqualTo(multiScale.receptiveField()).isEqualTo(33);
    assertThat(described.outputs())
        .containsExactly(Shape.of(1, 126, 126, 1), Shape.of(1, 62, 62, 1));
    assertThat(described.layers()).hasSize(6);
  }

  /**
   * Four pixels of 256 rows see 4; (256 / 2)² pixels of 4 · 4 · 3 · 8 products, and 4 · 4 · 8 · 2
   * of half the size.
   */
  @Test
  void aConvolutionThatIsComputedAsAMatrixProductIsStillAConvolution() {
    var products = NetworkDescriptions.of(new MatrixProducts(), IMAGE, 2);

    assertThat(layer(products, "first"))
        .isEqualTo(
            new LayerDescription(
                "first",
                LayerNote.Kind.CONVOLUTION,
                "convolution 4x4, stride 2",
                Shape.of(1, 128, 128, 8),
                4 * 4 * 3 * 8,
                128 * 128 * 4 * 4 * 3 * 8,
                4,
                ImmutableList.of(LayerDescription.INPUT)));
    assertThat(layer(products, "second"))
        .returns(64L * 64 * 4 * 4 * 8 * 2, LayerDescription::multiplications)
        .returns(ImmutableList.of("first"), LayerDescription::inputs);
    assertThat(products.receptiveField()).isEqualTo(10);
    assertThat(products.layers()).hasSize(2);
    assertThat(products.parameters()).isEqualTo(4 * 4 * 3 * 8 + 4 * 4 * 8 * 2);
  }

  private static Unet unet(int levels, int filters) {
    return new Unet(
        levels,
        filters,
        BATCH,
        0,
        DropoutPlacement.PAPER,
        new TransposedUpsampling(4),
        ImmutableList.of(),
        false);
  }

  private static EncoderDecoder encoderDecoder(int levels, int filters) {
    return new EncoderDecoder(
        levels, filters, BATCH, 0, DropoutPlacement.PAPER, new TransposedUpsampling(4), false);
  }

  private static NetworkDescription describe(Discriminator discriminator) {
    return NetworkDescriptions.of(discriminator, PAIR);
  }

  private static LayerDescription layer(NetworkDescription network, String name) {
    return network.layers().stream()
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
