package io.pix2pix.train.translation;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Lists;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code G(x)} of an image of any size, tile by tile, as strips from top to bottom. It holds a row
 * of tiles of the result at a time. Beyond its lower and right edge the image is continued by its
 * mirror image to a size that the generator takes. Used by one thread at a time.
 */
public final class TiledTranslation extends AbstractIterator<Image> {
  private static final int TILES_AT_ONCE = 4;

  private final Translator translator;
  private final Translator.Input condition;
  private final TileAxis rows;
  private final TileAxis columns;
  private final IntConsumer progress;
  private final int width;
  private float @Nullable [] blended;
  private int row;

  /**
   * @param condition {@code x}, {@code [h, w, c]}
   * @param progress is told how many more tiles are done
   */
  public TiledTranslation(
      Translator translator, Translator.Input condition, Tiling tiling, IntConsumer progress) {
    this.translator = translator;
    this.condition = condition;
    this.progress = progress;
    rows = tiling.along(condition.image().height());
    columns = tiling.along(condition.image().width());
    width = columns.origin(columns.tiles() - 1) + columns.length();
  }

  /**
   * The next strip as files store it: {@code [h', w, c]}, in {@code [-1, 1]}; all heights add up to
   * that of the condition.
   */
  @Override
  protected @Nullable Image computeNext() {
    if (row == rows.tiles()) {
      return endOfData();
    }
    var tiles = IntStream.range(0, columns.tiles()).boxed().toList();
    for (var some : Lists.partition(tiles, TILES_AT_ONCE)) {
      var made = translator.translate(some.stream().map(this::tile).toList(), 0);
      for (int i = 0; i < made.size(); i++) {
        blend(some.get(i), made.get(i));
      }
      progress.accept(made.size());
    }
    int top = rows.origin(row);
    row++;
    int height = condition.image().height();
    int bottom = row == rows.tiles() ? height : Math.min(height, rows.origin(row));
    return strip(top, bottom);
  }

  private Translator.Input tile(int column) {
    var image = condition.image();
    var shape = image.shape().resized(rows.length(), columns.length());
    var values = new float[shape.size()];
    int at = 0;
    for (int y = 0; y < shape.height(); y++) {
      int fromY = mirrored(rows.origin(row) + y, image.height());
      for (int x = 0; x < shape.width(); x++) {
        int fromX = mirrored(columns.origin(column) + x, image.width());
        for (int channel = 0; channel < shape.channels(); channel++) {
          values[at++] = image.at(fromY, fromX, channel);
        }
      }
    }
    return new Translator.Input(Image.owning(shape, values), condition.where());
  }

  /** The place in an image of what stands where its mirror images continue it. */
  private static int mirrored(int at, int length) {
    int inPeriod = at % (2 * length);
    return inPeriod < length ? inPeriod : 2 * length - 1 - inPeriod;
  }

  private void blend(int column, Image made) {
    var sum = sums(made.channels());
    for (int y = 0; y < made.height(); y++) {
      float down = rows.weight(row, y);
      int at = (y * width + columns.origin(column)) * made.channels();
      for (int x = 0; x < made.width(); x++) {
        float weight = down * columns.weight(column, x);
        for (int channel = 0; channel < made.channels(); channel++) {
          sum[at++] += weight * made.at(y, x, channel);
        }
      }
    }
  }

  private float[] sums(int channels) {
    var sums = blended;
    if (sums == null) {
      sums = new float[rows.length() * width * channels];
      blended = sums;
    }
    return sums;
  }

  /** The rows that no later tile adds to. The rows below them move up. */
  private Image strip(int top, int bottom) {
    var sums = Objects.requireNonNull(blended);
    var from = condition.image();
    int channels = sums.length / (rows.length() * width);
    var shape = new ImageShape(bottom - top, from.width(), channels);
    var values = new float[shape.size()];
    int line = shape.width() * channels;
    for (int y = 0; y < shape.height(); y++) {
      System.arraycopy(sums, y * width * channels, values, y * line, line);
    }
    int done = shape.height() * width * channels;
    System.arraycopy(sums, done, sums, 0, sums.length - done);
    Arrays.fill(sums, sums.length - done, sums.length, 0);
    return translator.stored(part(from, top, bottom), Image.owning(shape, values));
  }

  private static Image part(Image image, int top, int bottom) {
    var shape = image.shape().resized(bottom - top, image.width());
    var values = new float[shape.size()];
    int at = 0;
    for (int y = top; y < bottom; y++) {
      for (int x = 0; x < shape.width(); x++) {
        for (int channel = 0; channel < shape.channels(); channel++) {
          values[at++] = image.at(y, x, channel);
        }
      }
    }
    return Image.owning(shape, values);
  }
}
