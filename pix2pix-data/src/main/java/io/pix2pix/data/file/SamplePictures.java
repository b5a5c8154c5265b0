package io.pix2pix.data.file;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.SampleRange;
import java.awt.image.Raster;
import java.util.Collection;

/**
 * Pictures whose numbers are more than bytes.
 *
 * @param raster the numbers as stored
 * @param tags how they are meant
 */
record SamplePictures(Raster raster, PictureTags tags) {

  /**
   * The first numbers of each pixel, with black and white where somebody says they are.
   *
   * @param notes is told of what lies beyond
   * @return {@code [h, w, bands]}, in {@code [-1, 1]}
   */
  Image scaled(SampleRange range, int bands, Collection<String> notes) {
    var shape = new ImageShape(raster.getHeight(), raster.getWidth(), bands);
    var values = new float[shape.size()];
    var samples = new double[raster.getNumBands()];
    boolean beyond = false;
    int at = 0;
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        raster.getPixel(x + raster.getMinX(), y + raster.getMinY(), samples);
        for (int band = 0; band < bands; band++) {
          double value = tags.samples().value(samples[band]);
          beyond |= !range.contains(value);
          values[at++] = tags.darkIsGreat() ? -range.scaled(value) : range.scaled(value);
        }
      }
    }
    if (beyond) {
      notes.add("has values beyond the range " + range + ", which are cut");
    }
    return Image.owning(shape, values);
  }

  /** Tells of numbers of 16 bits of which only the lower bits are in use. */
  void noteUnusedBits(Collection<String> notes) {
    int colors = raster.getNumBands() < 3 ? 1 : 3;
    int greatest = 0;
    for (int y = raster.getMinY(); y < raster.getMinY() + raster.getHeight(); y++) {
      for (int x = raster.getMinX(); x < raster.getMinX() + raster.getWidth(); x++) {
        for (int band = 0; band < colors; band++) {
          greatest = Math.max(greatest, raster.getSample(x, y, band));
        }
      }
    }
    int most = greatest;
    ImmutableSet.of(8, 10, 12).stream()
        .map(bits -> (1 << bits) - 1)
        .filter(limit -> 0 < most && most <= limit)
        .findFirst()
        .ifPresent(
            limit ->
                notes.add(
                    "has 16 bits but no value above %d, and is read as nearly black; if its white is %d, say data.range: [0, %d]"
                        .formatted(limit, limit, limit)));
  }
}
