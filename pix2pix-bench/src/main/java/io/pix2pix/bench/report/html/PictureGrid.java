package io.pix2pix.bench.report.html;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.report.result.ReportSource;
import io.pix2pix.bench.report.result.ReportSource.ReportedCell;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The same test images of all cells: input, target, and what each cell made of it.
 *
 * @param columns titles of the cells
 * @param rows one for each image
 */
record PictureGrid(ImmutableList<String> columns, ImmutableList<Row> rows) {
  /**
   * @param most how many images are shown at most
   */
  static PictureGrid of(ReportSource source, int most) {
    return new PictureGrid(
        source.cells().stream().map(ReportedCell::title).collect(toImmutableList()),
        source.pictures().stream()
            .limit(most)
            .map(name -> row(source, name))
            .collect(toImmutableList()));
  }

  private static Row row(ReportSource source, String name) {
    var input = EmbeddedPicture.read(source.originals().resolve("input").resolve(name));
    var target = EmbeddedPicture.read(source.originals().resolve("target").resolve(name));
    var cells = ImmutableList.<Shown>builder();
    cells.add(shown(input, "input", name, ""));
    cells.add(shown(target, "target", name, ""));
    for (var cell : source.cells()) {
      var made = made(cell, name);
      cells.add(shown(made, cell.title(), name, error(made, target)));
    }
    return new Row(name, cells.build());
  }

  /** Of the first seed that is done. */
  private static Optional<EmbeddedPicture> made(ReportedCell cell, String name) {
    return cell.runs().stream()
        .filter(run -> run.evaluation().isPresent())
        .flatMap(
            run ->
                EmbeddedPicture.read(run.folder().path().resolve("translated").resolve(name))
                    .stream())
        .findFirst();
  }

  private static String error(Optional<EmbeddedPicture> made, Optional<EmbeddedPicture> target) {
    double error =
        made.isPresent() && target.isPresent() ? made.get().distance(target.get()) : Double.NaN;
    return Double.isNaN(error) ? "" : String.format(Locale.ROOT, "%.4f", error);
  }

  private static Shown shown(
      Optional<EmbeddedPicture> picture, String column, String name, String error) {
    return new Shown(
        column,
        name + ", " + column,
        error,
        picture.map(found -> ImmutableList.of(found.link())).orElse(ImmutableList.of()));
  }

  /**
   * A row.
   *
   * @param name of the image
   * @param pictures input, target, and one for each cell
   */
  public record Row(String name, ImmutableList<Shown> pictures) {}

  /**
   * A picture of a row.
   *
   * @param column title of its column
   * @param words for who cannot see it
   * @param error L1 distance to the target, 0 to 1; empty where there is none
   * @param link none where the picture is missing
   */
  record Shown(String column, String words, String error, List<String> link) {}
}
