package io.pix2pix.api.training;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.plugin.Setting;

/**
 * What is measured while a run trains, on the pairs of the split {@code val}.
 *
 * @param every epochs; 0 for never
 * @param metrics what is measured
 * @param best the metric by which the best checkpoint is kept, for example {@code l1}; or {@code
 *     none}
 */
public record Validation(
    @Setting(value = "0", min = 0, meaning = "epochs between measurements; 0: none is made")
        int every,
    @Setting(value = "[]", meaning = "what is measured") ImmutableList<Metric> metrics,
    @Setting(
            value = "none",
            meaning =
                "the metric whose best checkpoint is kept, for example l1; none: none is kept")
        String best) {
  /** The word for no best checkpoint. */
  public static final String NONE = "none";

  /** Nothing is measured. */
  public static Validation none() {
    return new Validation(0, ImmutableList.of(), NONE);
  }
}
