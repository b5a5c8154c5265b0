package io.pix2pix.data.file;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.image.Image;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Iterator;
import java.util.Vector;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is made strip by strip while a writer takes it row by row, from top to bottom. One
 * strip is held at a time.
 */
final class PictureStrips implements RenderedImage {
  private final Iterator<Image> strips;
  private final WriteOptions options;
  private final int width;
  private final int height;
  private BufferedImage strip;
  private int top;

  /**
   * @param strips all of one width, from top to bottom, at least one
   * @param height of all of them
   * @param options what their numbers are
   */
  PictureStrips(Iterator<Image> strips, int height, WriteOptions options) {
    this.options = options;
    this.strips = strips;
    this.height = height;
    strip = WrittenPixels.picture(strips.next(), options);
    width = strip.getWidth();
  }

  /** All of it as a picture in memory, for writers that take rows in another order. */
  BufferedImage whole() {
    var raster = getColorModel().createCompatibleWritableRaster(width, height);
    copyData(raster);
    return new BufferedImage(getColorModel(), raster, getColorModel().isAlphaPremultiplied(), null);
  }

  @Override
  public Raster getData(Rectangle rows) {
    while (rows.y >= top + strip.getHeight()) {
      top += strip.getHeight();
      strip = WrittenPixels.picture(strips.next(), options);
    }
    checkArgument(
        rows.y >= top && rows.y + rows.height <= top + strip.getHeight(),
        "rows %s to %s are not in the strip at hand",
        rows.y,
        rows.y + rows.height);
    return strip
        .getRaster()
        .createChild(rows.x, rows.y - top, rows.width, rows.height, rows.x, rows.y, null);
  }

  @Override
  public WritableRaster copyData(@Nullable WritableRaster raster) {
    var target =
        raster == null ? getColorModel().createCompatibleWritableRaster(width, height) : raster;
    for (int y = 0; y < height; y++) {
      target.setRect(getData(new Rectangle(0, y, width, 1)));
    }
    return target;
  }

  @Override
  public Raster getData() {
    return copyData(null);
  }

  @Override
  public Raster getTile(int tileX, int tileY) {
    return getData();
  }

  @Override
  public ColorModel getColorModel() {
    return strip.getColorModel();
  }

  @Override
  public SampleModel getSampleModel() {
    return strip.getSampleModel().createCompatibleSampleModel(width, height);
  }

  @Override
  public int getWidth() {
    return width;
  }

  @Override
  public int getHeight() {
    return height;
  }

  @Override
  public int getMinX() {
    return 0;
  }

  @Override
  public int getMinY() {
    return 0;
  }

  @Override
  public int getNumXTiles() {
    return 1;
  }

  @Override
  public int getNumYTiles() {
    return 1;
  }

  @Override
  public int getMinTileX() {
    return 0;
  }

  @Override
  public int getMinTileY() {
    return 0;
  }

  @Override
  public int getTileWidth() {
    return width;
  }

  @Override
  public int getTileHeight() {
    return height;
  }

  @Override
  public int getTileGridXOffset() {
    return 0;
  }

  @Override
  public int getTileGridYOffset() {
    return 0;
  }

  @Override
  public @Nullable Vector<RenderedImage> getSources() {
    return null;
  }

  @Override
  public Object getProperty(String name) {
    return java.awt.Image.UndefinedProperty;
  }

  @Override
  public String @Nullable [] getPropertyNames() {
    return null;
  }
}
