package io.pix2pix.data.archive;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.FileTreeFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Archives, told by their names: {@code .tar}, {@code .zip}, {@code .tar.gz} and {@code .tgz}; or
 * several, as WebDataset names its shards: {@code train-{000..005}.tar}, or {@code *.tar}.
 */
public final class ArchiveFormat implements FileTreeFormat {
  private static final ImmutableList<String> EXTENSIONS =
      ImmutableList.of(".tar", ".zip", ".tar.gz", ".tgz");

  /** The format, without settings. */
  public ArchiveFormat() {}

  @Override
  public Optional<FileTree> open(Path named) {
    return isArchive(named.toString()) && !Files.isDirectory(named)
        ? Optional.of(new ArchiveTree(named))
        : Optional.empty();
  }

  static boolean isArchive(String name) {
    var lower = Ascii.toLowerCase(name);
    return EXTENSIONS.stream().anyMatch(lower::endsWith);
  }
}
