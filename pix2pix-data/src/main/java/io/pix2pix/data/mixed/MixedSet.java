package io.pix2pix.data.mixed;

import static com.google.common.base.Preconditions.checkArgument;

import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.plugin.Setting;
import java.util.Optional;

/**
 * One of several data sets.
 *
 * @param data how its pairs are read
 * @param weight how often its pairs come up in training, as against those of the others
 * @param folder in which it lies, below the data folder; empty for the data folder itself
 */
public record MixedSet(
    @Setting(meaning = "how its pairs are read") Dataset data,
    @Setting(
            value = "1",
            meaning = "how often its pairs come up in training, as against those of other sets",
            min = 1e-3,
            max = 1e3)
        double weight,
    @Setting(value = "\"\"", meaning = "its folder below the data folder; \"\": the data folder")
        String folder) {

  /**
   * @throws IllegalArgumentException if {@code weight} is not positive, or {@code folder} not below
   *     the data folder
   */
  public MixedSet {
    checkArgument(weight > 0, "weight must be greater than 0, not %s", weight);
    checkArgument(
        !folder.startsWith("/") && !folder.endsWith("/") && !("/" + folder + "/").contains("/../"),
        "folder must be one below the data folder, such as facades, not \"%s\"",
        folder);
  }

  Optional<FileTree> files(Optional<FileTree> all) {
    return folder.isEmpty() ? all : all.map(tree -> new Subtree(tree, folder));
  }
}
