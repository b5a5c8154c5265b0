package io.pix2pix.train.weights.pytorch;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The storages of a file. */
interface Storages extends AutoCloseable {

  /** Bytes that the file has for a storage; a negative number if it has no such storage. */
  long length(String key);

  /**
   * Some bytes of a storage, which it has.
   *
   * @param position of the first
   * @return that many, in the file's order of bytes
   */
  ByteBuffer read(String key, long position, int count) throws IOException;

  @Override
  void close() throws IOException;
}
