package io.pix2pix.data.folders;

import com.google.common.collect.ImmutableList;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.mask.MaskSource;
import io.pix2pix.data.pixels.PixelSettings;

/**
 * What names the files that a pair is made of: folders, patterns, columns, or ends of names.
 *
 * @param condition of conditions
 * @param target of targets
 * @param mask of masks, where these have files
 * @param moreOfCondition of files with further channels of conditions
 * @param moreOfTarget of files with further channels of targets
 */
public record PairParts(
    String condition,
    String target,
    MaskSource mask,
    ImmutableList<String> moreOfCondition,
    ImmutableList<String> moreOfTarget) {

  /** Condition, target and mask, with the further channels that settings of pixels name. */
  public static PairParts of(String condition, String target, String mask, PixelSettings pixels) {
    return new PairParts(
        condition, target, new MaskSource(mask), pixels.condition().more(), pixels.target().more());
  }

  /** Of conditions, of targets, and of masks if there are any. */
  public ImmutableList<String> names() {
    return mask.hasFiles()
        ? ImmutableList.of(condition, target, mask.text())
        : ImmutableList.of(condition, target);
  }

  /** All names, those of further channels last. */
  public ImmutableList<String> allNames() {
    return ImmutableList.<String>builder()
        .addAll(names())
        .addAll(moreOfCondition)
        .addAll(moreOfTarget)
        .build();
  }

  /**
   * The images of conditions, of targets, and of masks if there are any; those with further
   * channels are beside theirs.
   *
   * @param ofAllNames images in the order of {@link #allNames}
   */
  public ImmutableList<StoredImages> joined(ImmutableList<StoredImages> ofAllNames) {
    int plain = names().size();
    int second = plain + moreOfCondition.size();
    return ImmutableList.<StoredImages>builder()
        .add(ofAllNames.get(0).withBeside(ofAllNames.subList(plain, second)))
        .add(ofAllNames.get(1).withBeside(ofAllNames.subList(second, ofAllNames.size())))
        .addAll(ofAllNames.subList(2, plain))
        .build();
  }
}
