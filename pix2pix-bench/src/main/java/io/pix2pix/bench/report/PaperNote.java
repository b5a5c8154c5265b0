package io.pix2pix.bench.report;

import com.google.common.base.Ascii;

/** Says whose the paper's numbers are, and of which data. */
final class PaperNote {
  /** Stands at every number that is the paper's. */
  static final String MARK = "†";

  private PaperNote() {}

  /** What a row of the paper's numbers is called, for example {@code paper, Cityscapes †}. */
  static String label(ReportSource source) {
    var data = data(source);
    return (data.isEmpty() ? "paper " : "paper, " + data + " ") + MARK;
  }

  /**
   * The note below a table; empty where the paper has no numbers.
   *
   * @param heading what our own figures are of
   */
  static String of(ReportSource source, String heading) {
    if (source.paper().isEmpty()) {
      return "";
    }
    return "%s The paper's own numbers (%s): %sof its own trainings%s. They show an order, and never take part in a comparison."
        .formatted(
            MARK,
            source.paper(),
            isSame(source, heading) ? "" : "of another data set, and ",
            heading.isEmpty() ? " and participants" : ", sizes and segmenter");
  }

  /** The folder of a data set is often called as the last word of its name. */
  private static boolean isSame(ReportSource source, String heading) {
    var word = Ascii.toLowerCase(data(source).replaceAll(".* ", ""));
    return !word.isEmpty() && Ascii.toLowerCase(heading.replaceAll(",.*", "")).contains(word);
  }

  private static String data(ReportSource source) {
    return source.paper().contains(", ") ? source.paper().replaceAll(".*, ", "") : "";
  }
}
