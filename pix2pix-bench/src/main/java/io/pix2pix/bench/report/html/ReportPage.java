package io.pix2pix.bench.report.html;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.report.result.PerceptualTable;
import io.pix2pix.bench.report.result.ReportSource;
import io.pix2pix.bench.report.result.ResultTable;
import io.pix2pix.bench.report.result.ResultTable.Legend;
import io.pix2pix.train.template.Template;
import java.util.List;

/** The page, with everything that it shows in itself. */
public final class ReportPage {
  private ReportPage() {}

  /**
   * @param pictures how many test images are shown at most
   */
  public static String of(
      ReportSource source,
      List<ResultTable> tables,
      List<PerceptualTable> perceptual,
      int pictures) {
    var grid = PictureGrid.of(source, pictures);
    var view =
        new View(
            source.title(),
            source.caption(),
            source.base(),
            Legend.TEXT,
            tables.stream().map(table -> TableView.of(source, table)).collect(toImmutableList()),
            perceptual.stream()
                .map(table -> PerceptualView.of(source, table))
                .collect(toImmutableList()),
            grid.rows().isEmpty() ? List.of() : List.of(grid),
            tables.stream()
                .flatMap(table -> HistogramPlot.of(table).stream())
                .map(
                    group ->
                        new Histograms(
                            group.title(), group.meaning(), group.plots(), group.lines()))
                .collect(toImmutableList()),
            source.cells().stream().map(CellView::of).collect(toImmutableList()),
            ProvenanceView.of(source));
    return new Template(ReportPage.class, "report.html").fill(view);
  }

  private record View(
      String title,
      String caption,
      String base,
      String legend,
      ImmutableList<TableView> tables,
      ImmutableList<PerceptualView> perceptual,
      List<PictureGrid> grids,
      ImmutableList<Histograms> histograms,
      ImmutableList<CellView> cells,
      ProvenanceView provenance) {}

  private record Histograms(
      String title,
      String meaning,
      ImmutableList<HistogramPlot> plots,
      ImmutableList<HistogramPlot.Line> lines) {}
}
