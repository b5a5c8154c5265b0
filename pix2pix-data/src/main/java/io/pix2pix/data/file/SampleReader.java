package io.pix2pix.data.file;

import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferDouble;
import java.awt.image.DataBufferUShort;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Readers of files that are a short head and numbers, pixel by pixel. */
abstract class SampleReader<H extends SampleHeader> extends ImageReader {
  private @Nullable H head;

  SampleReader() {
    super(null);
  }

  /** The reader of a file that begins so. */
  static Optional<ImageReader> of(String start) {
    if (NpyHeader.begins(start)) {
      return Optional.of(new NpyReader());
    }
    return PnmHeader.begins(start) ? Optional.of(new PnmReader()) : Optional.empty();
  }

  /** Reads the head from the beginning of a file, and leaves the stream where numbers begin. */
  abstract H read(ImageInputStream stream) throws IOException;

  /** The head, read once. */
  H head() throws IOException {
    return head == null ? headBeforeNumbers() : head;
  }

  /** The head, read again, so that the stream is where numbers begin. */
  H headBeforeNumbers() throws IOException {
    head = read(stream());
    return head;
  }

  @Override
  public int getWidth(int index) throws IOException {
    return head().width();
  }

  @Override
  public int getHeight(int index) throws IOException {
    return head().height();
  }

  /** The numbers of the file. */
  abstract WritableRaster stored() throws IOException;

  /** The numbers of the file, from 0 to the greatest of their bits. */
  WritableRaster shown() throws IOException {
    return stored();
  }

  ImageInputStream stream() {
    return (ImageInputStream) Objects.requireNonNull(getInput());
  }

  @Override
  public int getNumImages(boolean allowSearch) {
    return 1;
  }

  @Override
  public boolean canReadRaster() {
    return true;
  }

  @Override
  public Raster readRaster(int index, @Nullable ImageReadParam parameters) throws IOException {
    return stored();
  }

  @Override
  public BufferedImage read(int index, @Nullable ImageReadParam parameters) throws IOException {
    var raster = shown();
    int type = raster.getTransferType();
    int channels = raster.getNumBands();
    if (type == DataBuffer.TYPE_DOUBLE || channels > 4) {
      throw new IIOException("its numbers are no colors");
    }
    return new BufferedImage(colors(channels, type), raster, false, null);
  }

  private static ColorModel colors(int channels, int type) {
    boolean hasAlpha = channels % 2 == 0;
    int space = channels < 3 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
    int transparency = hasAlpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE;
    return new ComponentColorModel(
        ColorSpace.getInstance(space), hasAlpha, false, transparency, type);
  }

  static WritableRaster bytes(byte[] values, int height, int width, int channels) {
    return raster(new DataBufferByte(values, values.length), height, width, channels);
  }

  static WritableRaster shorts(short[] values, int height, int width, int channels) {
    return raster(new DataBufferUShort(values, values.length), height, width, channels);
  }

  static WritableRaster doubles(double[] values, int height, int width, int channels) {
    return raster(new DataBufferDouble(values, values.length), height, width, channels);
  }

  private static WritableRaster raster(DataBuffer values, int height, int width, int channels) {
    var offsets = new int[channels];
    for (int channel = 0; channel < channels; channel++) {
      offsets[channel] = channel;
    }
    var model =
        new PixelInterleavedSampleModel(
            values.getDataType(), width, height, channels, width * channels, offsets);
    return Raster.createWritableRaster(model, values, new Point());
  }

  @Override
  public Iterator<ImageTypeSpecifier> getImageTypes(int index) {
    return Collections.emptyIterator();
  }

  @Override
  public @Nullable IIOMetadata getStreamMetadata() {
    return null;
  }

  @Override
  public @Nullable IIOMetadata getImageMetadata(int index) {
    return null;
  }
}
