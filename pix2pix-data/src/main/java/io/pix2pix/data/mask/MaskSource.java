package io.pix2pix.data.mask;

import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.PairLabels;
import io.pix2pix.data.file.StoredImages;
import java.util.Optional;

/**
 * What says which pixels of targets count. Every data set of files has it as its setting {@code
 * mask}.
 *
 * @param text {@code none}, {@code void}, {@code alpha}, or what names gray pictures: a folder, a
 *     pattern, a column
 */
public record MaskSource(String text) {
  /** The default of the setting: all pixels count. */
  public static final String NONE = "none";

  /** How the meaning of the setting begins, before what names gray masks. */
  public static final String MEANING = "which pixels count in losses and metrics: ";

  /** How it goes on, after that. */
  public static final String OR =
      " (white counts, black does not), void (what the label map has a class for), alpha (what the"
          + " target's alpha shows), or none (all)";

  private static final String VOID = "void";
  private static final String ALPHA = "alpha";
  private static final ImmutableSet<String> WORDS = ImmutableSet.of(NONE, VOID, ALPHA);

  /** Whether pairs have masks. */
  public boolean isGiven() {
    return !text.equals(NONE);
  }

  /** Whether masks are pictures with files of their own. */
  public boolean hasFiles() {
    return !WORDS.contains(text);
  }

  /**
   * Pairs with their masks.
   *
   * @param pairs without
   * @param labels of all of them
   * @param files of the masks in the order of the pairs, where these {@link #hasFiles}
   * @param where the data is, for messages
   * @throws InvalidInputException if nothing is as the source says
   */
  public Pairs on(
      UnmaskedPairs pairs, PairLabels labels, Optional<StoredImages> files, String where) {
    if (!isGiven()) {
      return pairs.pairs();
    }
    var masks =
        files
            .<PairMasks>map(PictureMasks::new)
            .orElseGet(
                () ->
                    text.equals(ALPHA)
                        ? AlphaMasks.of(pairs.targets(), where)
                        : VoidMasks.of(labels, where));
    return new MaskedPairs(pairs, masks);
  }

  /**
   * The files of targets, of which alpha is not left out where it makes the masks.
   *
   * @param targets files that hold the targets
   */
  public StoredImages targets(StoredImages targets) {
    return text.equals(ALPHA) ? targets.withAlphaAsMask() : targets;
  }
}
