package io.pix2pix.bench.report;

import com.google.common.base.Ascii;

/** Says whose the paper's numbers are. */
final class PaperNote {
  private PaperNote() {}

  /** Empty where there are none. */
  static String of(ReportSource source, ResultTable table) {
    if (source.paper().isEmpty()) {
      return "";
    }
    var data = source.paper().replaceAll(".*, ", "");
    boolean same = Ascii.toLowerCase(table.heading()).contains(Ascii.toLowerCase(data));
    return "Numbers marked as the paper's are its own (%s): %sfrom its own trainings and segmenter. They show an order, and never take part in a comparison."
        .formatted(source.paper(), same ? "" : "from another data set, and ");
  }
}
