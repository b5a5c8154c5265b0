package io.pix2pix.train.weights.pytorch;

import com.google.common.collect.ImmutableMap;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * What follows the pickles in PyTorch's format before its zips: for each storage its number of
 * elements, eight bytes, and then these.
 *
 * @param channel of the file
 * @param order of bytes
 * @param places where the elements of a storage lie, by its key
 */
record OlderStorages(FileChannel channel, ByteOrder order, ImmutableMap<String, Place> places)
    implements Storages {

  @Override
  public long length(String key) {
    var place = places.get(key);
    return place == null ? -1 : place.length();
  }

  @Override
  public ByteBuffer read(String key, long position, int count) throws IOException {
    var place = places.get(key);
    if (place == null) {
      throw new EOFException(key);
    }
    return read(channel, place.position() + position, count, order);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  static ByteBuffer read(FileChannel channel, long position, int count, ByteOrder order)
      throws IOException {
    var bytes = ByteBuffer.allocate(count).order(order);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw new EOFException("it is cut short");
      }
    }
    return bytes.flip();
  }

  /**
   * A part of the file.
   *
   * @param position of its first byte
   * @param length in bytes
   */
  record Place(long position, long length) {}
}
