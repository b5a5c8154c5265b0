package io.pix2pix.data.file;

import com.google.common.base.Suppliers;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Sessions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.NdArrays;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.image.DecodeJpeg;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TString;
import org.tensorflow.types.TUint8;

/**
 * Decodes ordinary JPEG files by TensorFlow's library: to the same pixels as Java's readers, in a
 * third of the time. Ordinary are those of which no reader could make anything else: three channels
 * of 8 bits, brightness and color as JFIF or Adobe's marker says, no color profile.
 */
final class OrdinaryJpeg {
  private static final int START_OF_IMAGE = 0xffd8;
  private static final int JFIF = 0xffe0;
  private static final int PROFILE = 0xffe2;
  private static final int ADOBE = 0xffee;
  private static final int BASELINE = 0xffc0;
  private static final int PROGRESSIVE = 0xffc2;
  private static final int START_OF_SCAN = 0xffda;
  private static final int ADOBE_TRANSFORM = 11;
  private static final int MOST_PIXELS = 1 << 24;

  private static final Supplier<Decoder> DECODER = Suppliers.memoize(Decoder::new);

  /** The value of each byte, in [-1, 1]. */
  private static final float[] VALUES = new float[256];

  static {
    for (int i = 0; i < VALUES.length; i++) {
      VALUES[i] = i / 127.5f - 1;
    }
  }

  private OrdinaryJpeg() {}

  /**
   * The picture in a file, not turned.
   *
   * @return {@code [h, w, 3]}, in {@code [-1, 1]}; empty if the file is no ordinary JPEG, or
   *     damaged
   */
  static Optional<Image> decode(byte[] file) {
    return isOrdinary(ByteBuffer.wrap(file)) ? DECODER.get().decode(file) : Optional.empty();
  }

  /** Reads markers up to the first scan. */
  private static boolean isOrdinary(ByteBuffer file) {
    if (file.remaining() < 4 || (file.getShort() & 0xffff) != START_OF_IMAGE) {
      return false;
    }
    var head = new Head();
    while (file.remaining() >= 4) {
      int marker = file.getShort() & 0xffff;
      int length = (file.getShort() & 0xffff) - 2;
      if (marker == START_OF_SCAN) {
        return head.colors && head.frame;
      }
      if (marker < BASELINE || length < 0 || length > file.remaining()) {
        return false;
      }
      head.read(marker, file.slice(file.position(), length));
      if (head.special) {
        return false;
      }
      file.position(file.position() + length);
    }
    return false;
  }

  /** What markers have told so far. */
  private static final class Head {
    private boolean colors;
    private boolean frame;
    private boolean special;

    void read(int marker, ByteBuffer segment) {
      switch (marker) {
        case JFIF -> colors |= startsWith(segment, "JFIF\0");
        case ADOBE -> {
          colors = segment.remaining() > ADOBE_TRANSFORM && segment.get(ADOBE_TRANSFORM) == 1;
          special = !colors;
        }
        case PROFILE -> special = startsWith(segment, "ICC_PROFILE");
        case BASELINE, BASELINE + 1, PROGRESSIVE -> frame = isOrdinaryFrame(segment);
        default -> {}
      }
    }
  }

  private static boolean isOrdinaryFrame(ByteBuffer frame) {
    if (frame.remaining() < 6) {
      return false;
    }
    int bits = frame.get();
    long height = frame.getShort() & 0xffff;
    long width = frame.getShort() & 0xffff;
    int channels = frame.get();
    return bits == 8 && channels == 3 && height * width > 0 && height * width <= MOST_PIXELS;
  }

  private static boolean startsWith(ByteBuffer segment, String name) {
    var bytes = name.getBytes(StandardCharsets.US_ASCII);
    return segment.remaining() >= bytes.length
        && segment.slice(0, bytes.length).equals(ByteBuffer.wrap(bytes));
  }

  /** A graph of one operation; it lives as long as the program. */
  private static final class Decoder {
    /** In the thread that asks: those of TensorFlow's pool are busy with the step. */
    private static final RunOptions HERE = RunOptions.newBuilder().setInterOpThreadPool(-1).build();

    private final Operand<TString> contents;
    private final Operand<TUint8> pixels;
    private final GraphSession session;

    private Decoder() {
      var graph = new Graph();
      var tf = Ops.create(graph);
      contents = tf.placeholder(TString.class, Placeholder.shape(Shape.scalar()));
      pixels =
          tf.image.decodeJpeg(
              contents, DecodeJpeg.channels(3L), DecodeJpeg.dctMethod("INTEGER_ACCURATE"));
      session = Sessions.plain(graph);
    }

    private Optional<Image> decode(byte[] file) {
      try (var input = TString.tensorOfBytes(NdArrays.scalarOfObject(file));
          var result =
              session.runner().feed(contents, input).fetch(pixels).setOptions(HERE).run()) {
        return Optional.of(image((TUint8) result.get(0)));
      } catch (TensorFlowException | IllegalArgumentException e) {
        // Another reader finds the words for what is wrong.
        return Optional.empty();
      }
    }

    private static Image image(TUint8 pixels) {
      var size = pixels.shape();
      var bytes = new byte[Math.toIntExact(pixels.size())];
      pixels.copyTo(DataBuffers.of(bytes, false, false));
      var values = new float[bytes.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = VALUES[bytes[i] & 0xff];
      }
      return Image.owning(new ImageShape((int) size.get(0), (int) size.get(1), 3), values);
    }
  }
}
