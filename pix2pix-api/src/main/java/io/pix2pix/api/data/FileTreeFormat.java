package io.pix2pix.api.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A form in which data lies, other than a folder, for example an archive. A jar names its formats
 * in {@code META-INF/services/io.pix2pix.api.data.FileTreeFormat}; each has a public constructor
 * without parameters.
 */
public interface FileTreeFormat {

  /**
   * The files in what a user named; nothing of it is read before they are asked for.
   *
   * @return empty if it is not of this format, as its name tells
   */
  Optional<FileTree> open(Path named);
}
