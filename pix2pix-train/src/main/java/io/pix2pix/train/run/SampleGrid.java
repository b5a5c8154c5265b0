package io.pix2pix.train.run;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Pixels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
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
  private static final int VISIBLE = 256;
  private static final int GAP = 6;
  private static final int HEAD = 24;
  private static final Color CAPTION = new Color(0x80868f);

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
    int width = CAPTIONS.size() * (cellWidth() + GAP) - GAP;
    int height = HEAD + samples.size() * (cellHeight() + GAP) - GAP;
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    var graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    if (TextRendering.possible()) {
      drawCaptions(graphics);
    }
    for (int row = 0; row < samples.size(); row++) {
      drawRow(graphics, samples.get(row), HEAD + row * (cellHeight() + GAP));
    }
    graphics.dispose();
    return picture;
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
    Png.write(file, picture());
    return file;
  }

  private void drawCaptions(Graphics2D graphics) {
    for (int column = 0; column < CAPTIONS.size(); column++) {
      int middle = column * (cellWidth() + GAP) + cellWidth() / 2;
      TextRendering.centered(graphics, CAPTIONS.get(column), middle, HEAD / 2, CAPTION);
    }
  }

  private void drawRow(Graphics2D graphics, SampleImages sample, int y) {
    int x = 0;
    for (var image : ImmutableList.of(sample.input(), sample.output(), sample.target())) {
      int width = image.width() * enlargement();
      graphics.drawImage(
          Pixels.toPicture(image), x, y, width, image.height() * enlargement(), null);
      x += cellWidth() + GAP;
    }
  }

  private int cellWidth() {
    return images().mapToInt(Image::width).max().orElseThrow() * enlargement();
  }

  private int cellHeight() {
    return images().mapToInt(Image::height).max().orElseThrow() * enlargement();
  }

  private int enlargement() {
    int edge = images().mapToInt(i -> Math.max(i.width(), i.height())).max().orElseThrow();
    return Math.max(1, VISIBLE / edge);
  }

  private Stream<Image> images() {
    return samples.stream().flatMap(s -> Stream.of(s.input(), s.output(), s.target()));
  }
}
