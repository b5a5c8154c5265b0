package io.pix2pix.train.weights;

import com.google.common.base.Enums;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Reads tensors by name from a safetensors file, which is checked when it is opened. Safe for use
 * by several threads until one closes it.
 */
public final class SafetensorsReader implements WeightFile {
  private final Path file;
  private final FileChannel channel;
  private final SafetensorsHeader header;

  private SafetensorsReader(Path file, FileChannel channel, SafetensorsHeader header) {
    this.file = file;
    this.channel = channel;
    this.header = header;
  }

  /**
   * Opens a file.
   *
   * @throws InvalidInputException if it is missing, no safetensors file, or shorter or longer than
   *     its header says
   */
  public static SafetensorsReader open(Path file) {
    try {
      InputFile.ofAnySize("a safetensors file").checkIfPresent(file);
      var channel = FileChannel.open(file, StandardOpenOption.READ);
      try {
        return new SafetensorsReader(file, channel, SafetensorsHeader.read(file, channel));
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw new InvalidInputException(
          file + ": cannot be read (" + e + "); give a safetensors file", e);
    }
  }

  @Override
  public Path path() {
    return file;
  }

  @Override
  public ImmutableSet<String> names() {
    return header.tensors().keySet();
  }

  /** What the file says of itself. */
  public ImmutableMap<String, String> metadata() {
    return header.metadata();
  }

  @Override
  public ImmutableList<Long> shape(String name) {
    return entry(name).shape();
  }

  @Override
  public float[] floats(String name) {
    var type = Enums.getIfPresent(ElementType.class, entry(name).type()).toJavaUtil();
    return type.filter(ElementType::isReal)
        .orElseThrow(() -> mistyped(name, "of floats"))
        .floats(bytes(name));
  }

  /**
   * All elements of a tensor of 64-bit whole numbers, row by row.
   *
   * @throws InvalidInputException if there is no such tensor, or it is of another type
   */
  public long[] longs(String name) {
    if (!entry(name).type().equals("I64")) {
      throw mistyped(name, "I64");
    }
    var bytes = bytes(name).asLongBuffer();
    var values = new long[bytes.remaining()];
    bytes.get(values);
    return values;
  }

  /**
   * Whether the file has a checksum of its header, as all have that are written now; {@link
   * #verify} then compares it.
   */
  public boolean coversHeader() {
    return metadata().containsKey(HeaderChecksum.KEY);
  }

  /**
   * Compares header and tensors with the checksums that were written with them. Files from before
   * the header had one are compared by their tensors alone.
   *
   * @throws InvalidInputException if they differ or the tensors have no checksum
   */
  public void verify() {
    if (coversHeader() && !HeaderChecksum.holds(header())) {
      throw new InvalidInputException(
          file + ": is damaged: the checksum of its header differs; use another copy");
    }
    var sum = new CRC32C();
    names().forEach(name -> sum.update(bytes(name)));
    var found = SafetensorsHeader.checksum(sum);
    if (!found.equals(metadata().get(SafetensorsHeader.CHECKSUM))) {
      throw new InvalidInputException(
          file + ": is damaged: its checksum differs; use another copy");
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be closed (" + e + ")", e);
    }
  }

  private byte[] header() {
    try {
      return header.raw(channel);
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read (" + e + ")", e);
    }
  }

  private ByteBuffer bytes(String name) {
    var entry = entry(name);
    var buffer = ByteBuffer.allocate(Math.toIntExact(entry.end() - entry.begin()));
    try {
      long position = header.length() + entry.begin();
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, position + buffer.position()) < 0) {
          throw new InvalidInputException(file + ": is cut short; use another copy");
        }
      }
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read (" + e + ")", e);
    }
    return buffer.flip().order(ByteOrder.LITTLE_ENDIAN);
  }

  private InvalidInputException mistyped(String name, String expected) {
    return new InvalidInputException(
        file + ": " + name + " is of type " + entry(name).type() + "; it should be " + expected);
  }

  private TensorEntry entry(String name) {
    var entry = header.tensors().get(name);
    if (entry == null) {
      throw new InvalidInputException(file + ": has no tensor \"" + name + "\"");
    }
    return entry;
  }
}
