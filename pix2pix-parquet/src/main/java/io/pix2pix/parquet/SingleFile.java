package io.pix2pix.parquet;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.file.InputFile;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One file of a folder, and the palette beside it if there is one.
 *
 * @param file that the user named
 * @param folder in which it lies
 */
record SingleFile(Path file, FileTree folder) implements FileTree {
  private static final InputFile KIND = InputFile.ofAnySize("a Parquet file");

  static SingleFile of(Path file) {
    return new SingleFile(file, FileTree.folder(file.toAbsolutePath().resolveSibling("")));
  }

  @Override
  public void check() {
    KIND.check(file);
  }

  @Override
  public Optional<Listing> list(String name) {
    return name.isEmpty() ? folder.list("").map(this::ownFiles) : Optional.empty();
  }

  private Listing ownFiles(Listing all) {
    var own =
        all.files().stream()
            .filter(entry -> isOwn(entry.name()))
            .collect(ImmutableList.toImmutableList());
    return new Listing(own, ImmutableList.of());
  }

  private boolean isOwn(String name) {
    return name.equals(file.getFileName().toString()) || name.equals(Dataset.PALETTE);
  }

  @Override
  public ByteSource open(String name) {
    return folder.open(name);
  }

  @Override
  public String where(String name) {
    return name.isEmpty() || name.equals(file.getFileName().toString())
        ? file.toString()
        : folder.where(name);
  }
}
