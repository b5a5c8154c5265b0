package io.pix2pix.data.mixed;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.DrawnCondition;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.api.plugin.Setting;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Several data sets as one. In training, their pairs come up as often as their weights say: an
 * epoch is as long as it must be for every pair to come up once, and pairs of sets with greater
 * weights come up again. Other splits hold each pair once. Pictures that somebody wants translated
 * are taken, and results shown, as those of the first set.
 *
 * @param sets at least one
 * @param seed of what comes up once more than the rest, where sizes and weights leave one
 */
public record Mixed(
    @Setting(meaning = "the sets, each with data, weight and folder") ImmutableList<MixedSet> sets,
    @Setting(
            value = "1",
            meaning = "of which pairs come up once more, where sizes and weights leave a rest")
        long seed)
    implements Dataset {

  /**
   * @throws IllegalArgumentException if there is no set, or some leave out what cannot be used and
   *     others do not
   */
  public Mixed {
    checkArgument(!sets.isEmpty(), "sets must have at least one data set");
    checkArgument(
        sets.stream().map(set -> set.data().skipsBadImages()).distinct().count() == 1,
        "sets must have the same onBadImage");
    checkArgument(
        sets.stream().map(set -> set.data().masked()).distinct().count() == 1,
        "sets must all have masks, or none of them");
  }

  private Dataset first() {
    return sets.get(0).data();
  }

  @Override
  public Pairs open(Optional<FileTree> files, String split) {
    boolean isTraining = split.equals("train");
    var used =
        sets.stream()
            .filter(set -> isTraining || set.data().has(set.files(files), split))
            .collect(ImmutableList.toImmutableList());
    // Where no set has the split, the first one says so.
    var opened = used.isEmpty() ? sets.subList(0, 1) : used;
    return MixedPairs.of(opened, files, split, isTraining, seed);
  }

  @Override
  public boolean has(Optional<FileTree> files, String split) {
    return sets.stream().anyMatch(set -> set.data().has(set.files(files), split));
  }

  @Override
  public DrawnCondition drawnCondition() {
    return first().drawnCondition();
  }

  @Override
  public boolean masked() {
    return first().masked();
  }

  @Override
  public boolean skipsBadImages() {
    return first().skipsBadImages();
  }

  @Override
  public PairShape shapeOf(ImageShape picture) {
    return first().shapeOf(picture);
  }

  @Override
  public Image resized(Image picture, ImageShape size, Optional<Palette> indices) {
    return first().resized(picture, size, indices);
  }

  @Override
  public Dataset withChannelsOf(Supplier<PairShape> training) {
    var fixed =
        sets.stream()
            .map(
                set ->
                    new MixedSet(set.data().withChannelsOf(training), set.weight(), set.folder()))
            .collect(ImmutableList.toImmutableList());
    return new Mixed(fixed, seed);
  }

  @Override
  public int pictureChannels(PairShape training) {
    return first().pictureChannels(training);
  }

  @Override
  public Image restored(Image result, ImageShape size) {
    return first().restored(result, size);
  }

  @Override
  public boolean showsClasses() {
    return first().showsClasses();
  }

  @Override
  public ImageCodec codec(Optional<Palette> classes) {
    return first().codec(classes);
  }

  @Override
  public boolean readsFurtherFiles() {
    return first().readsFurtherFiles();
  }

  @Override
  public ImmutableList<Path> furtherFiles(Path condition) {
    return first().furtherFiles(condition);
  }

  @Override
  public boolean keepsSize() {
    return first().keepsSize();
  }

  @Override
  public Optional<SampleRange> targetRange() {
    return first().targetRange();
  }

  @Override
  public Image storeTarget(Image condition, Image target) {
    return first().storeTarget(condition, target);
  }

  @Override
  public boolean conditionIsRightHalf() {
    return first().conditionIsRightHalf();
  }

  @Override
  public Optional<SampleRange> sampleRange() {
    return first().sampleRange();
  }

  @Override
  public Optional<Palette> palette(Optional<FileTree> files) {
    return first().palette(sets.get(0).files(files));
  }

  @Override
  public Image condition(Image picture, Optional<Palette> indices, String where) {
    return first().condition(picture, indices, where);
  }

  @Override
  public Image showCondition(Image condition) {
    return first().showCondition(condition);
  }

  @Override
  public Image showTarget(Image condition, Image target) {
    return first().showTarget(condition, target);
  }
}
