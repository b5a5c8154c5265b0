package io.pix2pix.train.run;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A picture of samples: a row for each, with input, output and target side by side. Small images
 * are enlarged by a whole factor, so that every pixel stays a square. What is between the images is
 * transparent.
 *
 * @param samples at least one
 */
public record SampleGrid(ImmutableList<SampleImages> samples) {
  private static final ImmutableList<String> CAPTIONS =
      ImmutableList.of("input", "output", "target");

  /**
   * @throws IllegalArgumentException if there are no samples
   */
  public SampleGrid {
    checkArgument(!samples.isEmpty(), "a grid has at least one sample");
  }

  /**
   * The picture of all samples, with captions above.
   *
   * @throws IllegalArgumentException if an image has neither 1 nor 3 channels
   */
  public BufferedImage picture() {
    var rows = samples.stream().map(SampleGrid::row).collect(ImmutableList.toImmutableList());
    return new PictureSheet(ImmutableList.of(), CAPTIONS, rows).picture();
  }

  private static PictureSheet.Row row(SampleImages sample) {
    return new PictureSheet.Row(
        "",
        Stream.of(sample.input(), sample.output(), sample.target())
            .map(ImmutableList::of)
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * Writes the picture of a step into a run.
   *
   * @param step 1 for the first
   * @return the file, for example {@code samples/step-000500.png}
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot be written
   */
  public Path write(RunFolder run, long step) {
    var file = run.sample(step);
    if (Files.isDirectory(run.path())) {
      AtomicFiles.createFolder(run.samples());
    }
    Png.write(file, picture());
    return file;
  }
}
