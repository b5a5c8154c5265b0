package io.pix2pix.bench.report.result;

import com.google.common.base.Ascii;

/** Says whose the paper's numbers are, and of which data. */
public final class PaperNote {
  /** Stands at every number that is the paper's. */
  static final String MARK = "†";

  private PaperNote() {}

  /** What a row of the paper's numbers is called, for example {@code paper, Cityscapes †}. */
  public static String label(ReportSource source) {
    var data = data(source);
    return (data.isEmpty() ? "paper " : "paper, " + data + " ") + MARK;
  }

  /**
   * The note below a table; empty where the paper has no numbers.
   *
   * @param heading what our own values are of
   */
  public static String of(ReportSource source, String heading) {
    boolean same = isSame(source, heading.replaceAll(",.*", ""));
    return note(source, same, ", sizes and segmenter");
  }

  /** The note below what people have judged; empty where the paper has no numbers. */
  public static String ofParticipants(ReportSource source) {
    var folders =
        source.cells().stream()
            .flatMap(cell -> cell.runs().stream())
            .flatMap(run -> run.provenance().stream())
            .map(run -> run.data().folder().orElse("").replaceAll(".*[/\\\\]", ""))
            .toList();
    boolean same =
        !folders.isEmpty() && folders.stream().allMatch(folder -> isSame(source, folder));
    return note(source, same, " and participants");
  }

  private static String note(ReportSource source, boolean same, String besides) {
    return source.paper().isEmpty()
        ? ""
        : "%s The paper's own numbers (%s): %sof its own trainings%s. They show an order, and never take part in a comparison."
            .formatted(MARK, source.paper(), same ? "" : "of another data set, and ", besides);
  }

  /** The folder of a data set is often called as its name, or as the last word of that. */
  private static boolean isSame(ReportSource source, String folder) {
    var name = plain(data(source));
    var last = plain(data(source).replaceAll(".* ", ""));
    return !name.isEmpty() && (plain(folder).equals(name) || plain(folder).equals(last));
  }

  private static String plain(String name) {
    return Ascii.toLowerCase(name).replaceAll("[^a-z0-9]", "");
  }

  private static String data(ReportSource source) {
    return source.paper().contains(", ") ? source.paper().replaceAll(".*, ", "") : "";
  }
}
