package io.pix2pix.parquet;

import com.google.common.base.Ascii;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.FileTreeFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One Parquet file in the place of a data folder, told by its name. */
public final class ParquetFormat implements FileTreeFormat {
  private static final String EXTENSION = ".parquet";

  /** The format, without settings. */
  public ParquetFormat() {}

  @Override
  public Optional<FileTree> open(Path named) {
    return isParquet(named.toString()) && !Files.isDirectory(named)
        ? Optional.of(SingleFile.of(named))
        : Optional.empty();
  }

  static boolean isParquet(String name) {
    return Ascii.toLowerCase(name).endsWith(EXTENSION);
  }

  /** A name without the extension. */
  static String withoutExtension(String name) {
    return name.substring(0, name.length() - EXTENSION.length());
  }
}
