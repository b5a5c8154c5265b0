package io.pix2pix.bench.data;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.EvenSample;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.data.check.PairName;
import io.pix2pix.data.check.SplitReport;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the pairs that a page shows. */
final class ShownPairs {
  private static final int OF_SPLIT = 8;

  private final Dataset dataset;
  private final FileTree files;
  private final Map<String, Pairs> opened = new HashMap<>();

  ShownPairs(Dataset dataset, FileTree files) {
    this.dataset = dataset;
    this.files = files;
  }

  /** Some pairs of a split, evenly spread. */
  ImmutableList<ShownPair> sample(SplitReport split) {
    return EvenSample.of(split.pairs(), OF_SPLIT)
        .boxed()
        .flatMap(index -> of(split.name(), index, ""))
        .collect(toImmutableList());
  }

  /**
   * A pair.
   *
   * @param words that stand below it
   * @return none where it cannot be read
   */
  Stream<ShownPair> of(PairName pair, String words) {
    return of(pair.split(), pair.index(), words);
  }

  private Stream<ShownPair> of(String split, int index, String words) {
    try {
      var pairs = opened.computeIfAbsent(split, its -> dataset.open(Optional.of(files), its));
      var pair = pairs.read(index);
      var condition = InlinePicture.visible(dataset.showCondition(pair.condition()));
      var target = InlinePicture.visible(dataset.showTarget(pair.condition(), pair.target()));
      return Stream.of(
          new ShownPair(
              split + "/" + pairs.name(index),
              words,
              InlinePicture.link(condition),
              InlinePicture.link(target),
              InlinePicture.link(blended(condition, target))));
    } catch (InvalidInputException e) {
      return Stream.empty();
    }
  }

  /** Half of each: outlines that do not lie on each other are seen twice. */
  private static Image blended(Image condition, Image target) {
    var shape = target.shape().withChannels(3);
    var values = new float[shape.size()];
    int at = 0;
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        int one = Pixels.rgb(condition, y, x);
        int two = Pixels.rgb(target, y, x);
        for (int shift = 16; shift >= 0; shift -= 8) {
          values[at++] = ((one >> shift & 0xff) + (two >> shift & 0xff)) / 255f - 1;
        }
      }
    }
    return Image.owning(shape, values);
  }

  /**
   * A pair on the page.
   *
   * @param condition a data URI, as are the others
   * @param blend half of each
   */
  record ShownPair(String name, String words, String condition, String target, String blend) {}
}
