package io.pix2pix.bench.speed.report;

import io.pix2pix.bench.speed.result.BenchmarkResult;
import io.pix2pix.bench.speed.result.WorkResult;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The results in Markdown. */
final class ResultMarkdown {
  private ResultMarkdown() {}

  static String of(BenchmarkResult result) {
    var text = new StringBuilder("# Benchmark " + result.name() + "\n\n");
    if (result.circumstances().quick()) {
      text.append("**").append(CircumstanceFacts.QUICK).append("**\n\n");
    }
    text.append("| work | ours | theirs | ratio | their way |\n|---|---|---|---|---|\n");
    result.works().forEach(work -> text.append(row(ResultWords.of(work))));
    text.append('\n').append(ResultWords.LEGEND).append("\n\n");
    result.works().stream().flatMap(ResultMarkdown::notes).forEach(text::append);
    result.roofline().map(RooflinePlot::of).ifPresent(plot -> text.append(layers(plot)));
    text.append('\n');
    CircumstanceFacts.of(result.circumstances())
        .forEach(fact -> text.append("- %s: %s\n".formatted(fact.name(), fact.value())));
    return text.toString().replaceAll("\n{3,}", "\n\n");
  }

  private static String row(ResultWords words) {
    return Stream.of(words.work(), words.ours(), words.theirs(), words.ratio(), words.variant())
        .map(ResultMarkdown::escaped)
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String layers(RooflinePlot plot) {
    var head =
        """

        Each layer alone, forward, 256x256, batch 1. A 2048x2048 matrix product runs at %s GMAC/s, copies at
        %s GB/s; together the layers reach %s %% of the roof that follows from the two.

        | layer | operation | output | GMAC | ms | GMAC/s | %% of the roof |
        |---|---|---|---|---|---|---|
        """
            .formatted(plot.peak(), plot.bandwidth(), plot.share());
    return plot.layers().stream()
        .map(
            row ->
                "| %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                        row.name(),
                        row.operation(),
                        row.output(),
                        row.operations(),
                        row.time(),
                        row.speed(),
                        row.share()))
        .collect(Collectors.joining("", head, ""));
  }

  private static Stream<String> notes(WorkResult result) {
    return Stream.concat(result.notes().stream(), result.refusal().stream())
        .map(note -> "- %s: %s\n".formatted(result.work(), escaped(note)));
  }

  static String escaped(String text) {
    return text.replaceAll("([\\\\`*_|<>\\[\\]])", "\\\\$1").replaceAll("\\s+", " ");
  }
}
