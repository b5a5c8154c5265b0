package io.pix2pix.bench.study.result;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.io.Files;
import io.pix2pix.api.data.EvenSample;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.run.Png;
import io.pix2pix.train.run.StoredChecksum;
import io.pix2pix.train.translation.Translator;
import java.nio.file.Path;

/**
 * The few test images that every cell of a study translates, evenly spread over the split.
 *
 * @param pairs of the split
 * @param presentation how they become pictures
 * @param most how many
 */
public record StudyPictures(Pairs pairs, ImageCodec presentation, int most) {
  private static final int IMAGES_AT_ONCE = 8;

  /**
   * Those of a data set.
   *
   * @param most how many
   */
  public static StudyPictures of(OpenedDataset data, int most) {
    return new StudyPictures(data.split(split(data)), data.codec(), most);
  }

  /** The split that cells are judged on: {@code test}, else {@code val}. */
  public static String split(OpenedDataset data) {
    return !data.has("test") && data.has("val") ? "val" : "test";
  }

  /** What the files are called, without their folders. */
  public ImmutableList<String> names() {
    return indices().stream().map(this::file).collect(toImmutableList());
  }

  /** Writes inputs and targets, once for the whole study. */
  public void writeOriginals(StudyFolder folder) {
    AtomicFiles.createFolder(folder.inputs());
    AtomicFiles.createFolder(folder.targets());
    for (int index : indices()) {
      var pair = pairs.read(index);
      var condition = pair.condition();
      write(folder.inputs().resolve(file(index)), presentation.showCondition(condition));
      write(
          folder.targets().resolve(file(index)), presentation.showTarget(condition, pair.target()));
    }
  }

  /** Writes what a generator makes of them. */
  public void writeTranslations(Path folder, Translator translator) {
    AtomicFiles.createFolder(folder);
    for (var some : Lists.partition(indices(), IMAGES_AT_ONCE)) {
      var inputs = some.stream().map(index -> Translator.Input.of(pairs, index)).toList();
      var generated = translator.show(inputs);
      for (int i = 0; i < some.size(); i++) {
        write(folder.resolve(file(some.get(i))), generated.get(i));
      }
    }
  }

  private ImmutableList<Integer> indices() {
    return EvenSample.of(pairs.size(), most).boxed().collect(toImmutableList());
  }

  private String file(int index) {
    return Files.getNameWithoutExtension(pairs.name(index)) + ".png";
  }

  private static void write(Path file, Image image) {
    new StoredChecksum(file).write(Png.encode(Pixels.toPicture(image)));
  }
}
