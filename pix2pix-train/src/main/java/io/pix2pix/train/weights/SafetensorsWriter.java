package io.pix2pix.train.weights;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.train.run.AtomicFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Writes tensors to a safetensors file, one after the other, so that only one of them is in memory
 * at a time.
 */
public final class SafetensorsWriter {
  private SafetensorsWriter() {}

  /**
   * Writes a file as a whole or not at all: under another name first, and renamed once all of it is
   * on the disk.
   *
   * @param metadata free text by name; checksums of header and tensors are added to it
   * @param tensors what to write, in this order
   * @throws IOException if the file cannot be written; whatever stood at {@code file} before still
   *     stands there
   */
  public static void write(Path file, Map<String, String> metadata, List<Source> tensors)
      throws IOException {
    var unfinished = AtomicFiles.part(file);
    try {
      try (var channel =
          FileChannel.open(
              unfinished,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        writeAll(channel, metadata, tensors);
        channel.force(true);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** The header is written twice, as its checksums follow from the tensors. */
  private static void writeAll(
      FileChannel channel, Map<String, String> metadata, List<Source> tensors) throws IOException {
    write(channel, ByteBuffer.wrap(header(HeaderChecksum.unknown(metadata), tensors)));
    var sum = new CRC32C();
    for (var tensor : tensors) {
      var bytes = tensor.content().bytes();
      sum.update(bytes.duplicate());
      write(channel, bytes);
    }
    var known = HeaderChecksum.metadata(SafetensorsHeader.checksum(sum), metadata);
    channel.position(0);
    write(channel, ByteBuffer.wrap(HeaderChecksum.sealed(header(known, tensors))));
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static byte[] header(ImmutableMap<String, String> metadata, List<Source> tensors) {
    var entries = ImmutableMap.<String, TensorEntry>builder();
    long position = 0;
    for (var tensor : tensors) {
      var empty = new TensorEntry(tensor.type(), tensor.shape(), 0, 0);
      long end = position + empty.elements() * empty.bytesPerElement();
      entries.put(tensor.name(), new TensorEntry(tensor.type(), tensor.shape(), position, end));
      position = end;
    }
    return new SafetensorsHeader(metadata, entries.buildOrThrow(), 0).toBytes();
  }

  /**
   * A tensor to be written.
   *
   * @param type {@code F32} or {@code I64}
   * @param shape lengths of the dimensions; empty for a scalar
   * @param content gives its bytes when its turn has come
   */
  public record Source(String name, String type, ImmutableList<Long> shape, Content content) {}

  /** Gives the elements of a tensor. */
  @FunctionalInterface
  public interface Content {
    /**
     * All elements, row by row, little-endian, from position to limit.
     *
     * @throws IOException if they must not be written; nothing is, then
     */
    ByteBuffer bytes() throws IOException;
  }
}
