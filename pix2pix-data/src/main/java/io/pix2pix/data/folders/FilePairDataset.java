package io.pix2pix.data.folders;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.file.ImageFileDataset;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.mask.MaskSource;
import java.util.Optional;

/**
 * Pairs whose condition and target are two files, wherever these are. They are read as those of two
 * folders, label maps and palettes among them.
 */
public interface FilePairDataset extends ImageFileDataset {

  /** How files are read; where it looks for them does not count. */
  TwoFolders reading();

  /** What says which pixels of targets count, as {@link MaskSource} has it. */
  default String mask() {
    return MaskSource.NONE;
  }

  /** The same, understood. */
  default MaskSource masks() {
    return new MaskSource(mask());
  }

  @Override
  default boolean masked() {
    return masks().isGiven();
  }

  /** Whether there is a pair of that split. */
  boolean hasPairs(FileTree data, String split);

  /**
   * The conditions, the targets, and the masks if these have files, of a split; partners have the
   * same index.
   *
   * @throws InvalidInputException if there are none, or one has no partner
   */
  ImmutableList<StoredImages> images(FileTree data, String split);

  @Override
  default Pairs open(Optional<FileTree> files, String split) {
    var data =
        files.orElseThrow(
            () ->
                new InvalidInputException(
                    "data: files of pairs need a data folder; name it with --data DIR"));
    return reading().pairs(data, images(data, split), masks());
  }

  @Override
  default boolean has(Optional<FileTree> files, String split) {
    return files.filter(data -> hasPairs(data, split)).isPresent();
  }

  @Override
  default Image condition(Image picture, Optional<Palette> indices, String where) {
    return reading().condition(picture, indices, where);
  }
}
