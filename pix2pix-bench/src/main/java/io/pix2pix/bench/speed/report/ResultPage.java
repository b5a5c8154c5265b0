package io.pix2pix.bench.speed.report;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.speed.report.CircumstanceFacts.Fact;
import io.pix2pix.bench.speed.result.BenchmarkResult;
import io.pix2pix.bench.speed.result.WorkResult;
import io.pix2pix.bench.speed.work.Works;
import io.pix2pix.train.template.Template;
import java.util.List;
import java.util.stream.Stream;

/** The results as a page, with everything that it shows in itself. */
final class ResultPage {
  private ResultPage() {}

  static String of(BenchmarkResult result) {
    var quick = result.circumstances().quick() ? List.of(CircumstanceFacts.QUICK) : List.of();
    var view =
        new View(
            result.name(),
            CircumstanceFacts.machine(result.circumstances().machine()),
            quick,
            ResultWords.LEGEND,
            result.works().stream().map(ResultPage::row).collect(toImmutableList()),
            result.roofline().stream().map(RooflinePlot::of).collect(toImmutableList()),
            CircumstanceFacts.of(result.circumstances()));
    return new Template(ResultPage.class, "speed.html").fill(view);
  }

  private static Row row(WorkResult result) {
    var words = ResultWords.of(result);
    var notes = Stream.concat(result.notes().stream(), result.refusal().stream());
    var kind = result.ratio().map(ratio -> ratio >= 1 ? "ahead" : "behind").orElse("open");
    return new Row(
        words,
        kind,
        Works.meaning(result.work()),
        RoundsPlot.of(result),
        notes.collect(toImmutableList()));
  }

  private record View(
      String name,
      String machine,
      List<?> quick,
      String legend,
      ImmutableList<Row> rows,
      ImmutableList<RooflinePlot> rooflines,
      ImmutableList<Fact> facts) {}

  private record Row(
      ResultWords words,
      String kind,
      String meaning,
      ImmutableList<RoundsPlot.Bar> bars,
      ImmutableList<String> notes) {}
}
