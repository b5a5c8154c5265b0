package io.pix2pix.data.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.data.Batching.Plan;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairLabels;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.augment.Affine;
import io.pix2pix.data.augment.Border;
import io.pix2pix.data.augment.Color;
import io.pix2pix.data.augment.Crop;
import io.pix2pix.data.augment.Erase;
import io.pix2pix.data.augment.Flip;
import io.pix2pix.data.augment.GaussianNoise;
import io.pix2pix.data.augment.Jitter;
import io.pix2pix.data.augment.Jpeg;
import io.pix2pix.data.augment.LabelSampling;
import io.pix2pix.data.augment.Mirror;
import io.pix2pix.data.augment.QuarterTurns;
import io.pix2pix.data.augment.Scale;
import io.pix2pix.data.augment.Side;
import io.pix2pix.data.photo.Inpainting;
import io.pix2pix.data.synthetic.SyntheticFacades;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TrainingPairsTest {
  private static final ImageShape SMALL = new ImageShape(32, 32, 3);

  private static final ImmutableList<Augmentation> ALL =
      ImmutableList.of(
          new Jitter(36, 32),
          new Affine(10, .1, 5, .1, Border.REFLECT, -1, LabelSampling.AUTO),
          new Scale(1, 1.5, 0, LabelSampling.AUTO),
          new Crop(32, 32, 1, LabelSampling.AUTO),
          new Mirror(.5),
          new Flip(.5),
          new QuarterTurns(.75),
          new Color(Side.TARGET, .2, .2, .2, 10),
          new GaussianNoise(Side.TARGET, .1),
          new Jpeg(Side.TARGET, .5, 30, 95),
          new Erase(Side.TARGET, .5, 3, .1, .3, 0));

  private static Pairs facades() {
    return new SyntheticFacades(32, 4, 1, 1, 1).open(Optional.empty(), "train");
  }

  private static TrainingPairs stream(Pairs pairs, ImmutableList<Augmentation> augmentation) {
    var shape = new PairShape(SMALL, SMALL);
    return new TrainingPairs(pairs, new Plan(augmentation, shape, 1, 1, 0));
  }

  @Test
  void givesTheSameAtAPositionWhateverCameBefore() {
    var inOrder = stream(facades(), ALL);
    var backwards = stream(facades(), ALL);
    var pairs = new ImagePair[12];

    for (int position = 0; position < 12; position++) {
      pairs[position] = inOrder.at(position);
    }

    for (int position = 11; position >= 0; position--) {
      assertThat(backwards.at(position)).isEqualTo(pairs[position]);
    }
    assertThat(pairs).doesNotHaveDuplicates();
  }

  @Test
  void findsAPairInAnEpoch() {
    var stream = stream(facades(), ImmutableList.of());

    for (long epoch = 0; epoch < 3; epoch++) {
      for (int index = 0; index < 4; index++) {
        long position = stream.position(index, epoch);

        assertThat(position).isBetween(4 * epoch, 4 * epoch + 3);
        assertThat(stream.at(position)).isEqualTo(facades().read(index));
      }
    }
  }

  @Test
  void jitterAndMirrorGiveTheBytesThatTheyAlwaysGave() {
    var stream = stream(facades(), ImmutableList.of(new Jitter(36, 32), new Mirror(.5)));
    var hasher = Hashing.sha256().newHasher();

    for (int batch = 0; batch < 6; batch++) {
      var first = stream.at(2L * batch);
      var second = stream.at(2L * batch + 1);
      for (var image :
          ImmutableList.of(
              first.condition(), second.condition(), first.target(), second.target())) {
        for (float value : image.toArray()) {
          hasher.putFloat(value);
        }
      }
    }

    // Taken before augmentations knew of labels, from six batches of two.
    assertThat(hasher.hash())
        .hasToString("8cb13a542fb0ea2ca7d5b8bf51b045a694d18588ad7700504d194d0d6fe63068");
  }

  @Test
  void changesOneSideAfterWhatADatasetPutsInItsPlaceAgain() {
    var dataset = new Inpainting(0, .5);
    var photo = Pictures.plain(32, 32, -1);
    var pairs = new OnePair(dataset.pair(photo), dataset);

    var pair =
        stream(pairs, ImmutableList.of(new Mirror(1), new GaussianNoise(Side.CONDITION, 1))).at(0);

    assertThat(pair.target()).isEqualTo(photo);
    assertThat(pair.condition()).isNotEqualTo(dataset.pair(photo).condition());
  }

  @Test
  void refusesAPluginThatLosesTheMask() {
    var mask = Image.of(SMALL.withChannels(1), new float[32 * 32]);
    var image = Pictures.plain(32, 32, 0);
    var pair = new ImagePair(image, image, PairLabels.NONE, Optional.of(mask));
    var pairs = new OnePair(pair, new Inpainting(0, .5));

    assertThat(stream(pairs, ALL.subList(0, 7)).at(0).mask()).contains(mask);
    assertThatThrownBy(() -> stream(pairs, ImmutableList.of(new Forgetful())).at(0))
        .hasMessage(
            "augmentation: one of [Forgetful[]] loses the mask of a pair; a plug-in keeps it with"
                + " ImagePair.with, or ImagePair.changed");
  }

  private record Forgetful() implements Augmentation {
    @Override
    public ImagePair apply(ImagePair pair, RandomGenerator random) {
      return new ImagePair(pair.condition(), pair.target());
    }

    @Override
    public PairShape shapeOf(PairShape shape) {
      return shape;
    }
  }

  private record OnePair(ImagePair pair, Inpainting dataset) implements Pairs {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public String name(int index) {
      return "1.png";
    }

    @Override
    public PairShape shape(int index) {
      return PairShape.of(pair);
    }

    @Override
    public ImagePair read(int index) {
      return pair;
    }

    @Override
    public ImagePair afterAugmentation(ImagePair changed) {
      return dataset.afterAugmentation(changed);
    }

    @Override
    public DataChecksum checksum(Coverage coverage) {
      return DataChecksum.of(coverage, "");
    }
  }
}
