package io.pix2pix.train.run;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Pixels;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;

/**
 * Images in rows and columns, with captions. Small images are enlarged by a whole factor, the same
 * for all, so that every pixel stays a square. What is between the images is transparent.
 *
 * @param heading lines above all of it; may be empty
 * @param columns what stands above the columns
 * @param rows from top to bottom, at least one
 */
public record PictureSheet(
    ImmutableList<String> heading, ImmutableList<String> columns, ImmutableList<Row> rows) {
  private static final int VISIBLE = 256;
  private static final int GAP = 6;
  private static final int HEAD = 24;
  private static final int LINE = 20;
  private static final Color CAPTION = new Color(0x80868f);

  /**
   * @throws IllegalArgumentException if there are no rows
   */
  public PictureSheet {
    checkArgument(!rows.isEmpty(), "a sheet has at least one row");
  }

  /**
   * Images side by side.
   *
   * @param caption above the row; empty for none
   * @param cells from left to right; the images of each, from top to bottom
   */
  public record Row(String caption, ImmutableList<ImmutableList<Image>> cells) {
    private int height(int cellHeight) {
      int highest = cells.stream().mapToInt(List::size).max().orElse(0);
      return head() + highest * (cellHeight + GAP);
    }

    private int head() {
      return caption.isEmpty() ? 0 : LINE;
    }
  }

  /**
   * The picture of all of them.
   *
   * @throws IllegalArgumentException if an image has neither 1 nor 3 channels
   */
  public BufferedImage picture() {
    var picture = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_ARGB);
    var graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    boolean texts = TextRendering.possible();
    if (texts) {
      drawHead(graphics);
    }
    int y = heading.size() * LINE + HEAD;
    for (var row : rows) {
      if (texts) {
        TextRendering.leftAligned(graphics, row.caption(), 0, y + row.head() / 2, CAPTION);
      }
      drawRow(graphics, row, y + row.head());
      y += row.height(cellHeight());
    }
    graphics.dispose();
    return picture;
  }

  private int width() {
    int images = columns.size() * (cellWidth() + GAP) - GAP;
    return TextRendering.possible()
        ? Math.max(images, heading.stream().mapToInt(TextRendering::width).max().orElse(0))
        : images;
  }

  private int height() {
    int cell = cellHeight();
    return heading.size() * LINE
        + HEAD
        + rows.stream().mapToInt(row -> row.height(cell)).sum()
        - GAP;
  }

  private void drawHead(Graphics2D graphics) {
    for (int line = 0; line < heading.size(); line++) {
      TextRendering.leftAligned(graphics, heading.get(line), 0, line * LINE + LINE / 2, CAPTION);
    }
    int y = heading.size() * LINE + HEAD / 2;
    for (int column = 0; column < columns.size(); column++) {
      int middle = column * (cellWidth() + GAP) + cellWidth() / 2;
      TextRendering.centered(graphics, columns.get(column), middle, y, CAPTION);
    }
  }

  private void drawRow(Graphics2D graphics, Row row, int top) {
    int x = 0;
    for (var cell : row.cells()) {
      int y = top;
      for (var image : cell) {
        int width = image.width() * enlargement();
        graphics.drawImage(
            Pixels.toPicture(image), x, y, width, image.height() * enlargement(), null);
        y += cellHeight() + GAP;
      }
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
    return rows.stream().flatMap(row -> row.cells().stream()).flatMap(List::stream);
  }
}
