package io.pix2pix.onnx.web;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.train.run.Png;
import io.pix2pix.train.translation.TrainedRun;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pair of the run's data that a page shows.
 *
 * @param name what the pair is called
 * @param condition of 1 or 3 channels
 * @param target of 1 or 3 channels
 */
record PageExample(String name, Image condition, Image target) {
  private static final Logger LOG = LoggerFactory.getLogger(PageExample.class);
  private static final int MOST = 4;
  private static final int MOST_PIXELS = 1024 * 1024;

  /**
   * The first pairs of the test split, else of the validation split: the training has not seen
   * them. None where the data is not there any more, which is said, and for further generators,
   * which may go from anywhere to anywhere.
   */
  static ImmutableList<PageExample> of(TrainedRun run) {
    try {
      var folder = run.provenance().data().folder().map(Path::of);
      var data = DataSource.of(folder).open(run.data());
      return Stream.of("test", "val")
          .filter(data::has)
          .findFirst()
          .filter(split -> run.network().group().name().equals("generator"))
          .map(split -> some(data.split(split)))
          .orElse(ImmutableList.of());
    } catch (InvalidInputException e) {
      LOG.warn("the page has no examples: {}", e.getMessage());
      return ImmutableList.of();
    }
  }

  private static ImmutableList<PageExample> some(Pairs pairs) {
    return IntStream.range(0, Math.min(MOST, pairs.size()))
        .filter(i -> pixels(pairs.shape(i).condition()) <= MOST_PIXELS)
        .mapToObj(i -> of(pairs, i))
        .filter(one -> isPicture(one.condition) && isPicture(one.target))
        .collect(ImmutableList.toImmutableList());
  }

  private static long pixels(ImageShape shape) {
    return (long) shape.height() * shape.width();
  }

  private static PageExample of(Pairs pairs, int index) {
    var pair = pairs.read(index);
    return new PageExample(pairs.name(index), pair.condition(), pair.target());
  }

  private static boolean isPicture(Image image) {
    return image.channels() == 1 || image.channels() == 3;
  }

  /** As the page has it. */
  Shown shown() {
    return new Shown(name, address(condition), address(target));
  }

  private static String address(Image image) {
    var png = Png.encode(Pixels.toPicture(image));
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  /** The condition of the first, if there is one. */
  static Optional<Image> first(ImmutableList<PageExample> examples) {
    return examples.stream().map(PageExample::condition).findFirst();
  }

  /**
   * A pair in addresses that hold PNG files.
   *
   * @param name what the pair is called
   * @param condition its condition
   * @param target its target
   */
  record Shown(String name, String condition, String target) {}
}
