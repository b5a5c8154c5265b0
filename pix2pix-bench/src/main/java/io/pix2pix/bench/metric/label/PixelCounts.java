package io.pix2pix.bench.metric.label;

/** The three numbers of label maps, from counts that an evaluation kept. */
public final class PixelCounts {
  private PixelCounts() {}

  /**
   * Per-pixel accuracy, per-class accuracy and class IoU.
   *
   * @param counts holds {@code [classes, classes]}: a row for each true class, a column for each
   *     that was seen
   * @param offset where they begin
   * @param absent how a class counts that no label map shows
   */
  public static double[] scores(double[] counts, int offset, int classes, AbsentClasses absent) {
    return new ConfusionMatrix(classes, counts, offset).scores(absent);
  }
}
