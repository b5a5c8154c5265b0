package io.pix2pix.data.archive;

import com.google.common.base.Optional;
import com.google.common.io.ByteSource;
import java.nio.file.Path;

/** A file in an archive. It may be opened by several threads; there may be millions. */
abstract class Content extends ByteSource {

  /** The archive in which it lies. */
  abstract Path archive();

  /** In bytes. */
  abstract long length();

  @Override
  public final Optional<Long> sizeIfKnown() {
    return Optional.of(length());
  }
}
