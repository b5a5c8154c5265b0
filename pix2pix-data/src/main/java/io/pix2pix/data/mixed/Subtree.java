package io.pix2pix.data.mixed;

import com.google.common.io.ByteSource;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;
import java.util.Optional;

/**
 * The files below one folder of a tree.
 *
 * @param tree all files
 * @param folder of it
 */
record Subtree(FileTree tree, String folder) implements FileTree {
  @Override
  public void check() {
    tree.check();
    if (tree.list(folder).isEmpty()) {
      throw new InvalidInputException(
          tree.where(folder) + ": there is no such folder; data.sets names one for each set");
    }
  }

  @Override
  public Optional<Listing> list(String name) {
    return tree.list(path(name));
  }

  @Override
  public ByteSource open(String file) {
    return tree.open(path(file));
  }

  @Override
  public String where(String name) {
    return tree.where(path(name));
  }

  private String path(String name) {
    return name.isEmpty() ? folder : folder + "/" + name;
  }
}
