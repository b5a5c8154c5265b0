package io.pix2pix.bench.report.format;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.bench.report.result.ReportSource;
import io.pix2pix.bench.report.result.ReportedRun;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.Software;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report as an <a href="https://w3id.org/ro/crate/1.1">RO-Crate 1.1</a>: its metadata, by which
 * archives of research know what the files are, and what made them.
 */
public final class ResearchCrate {
  /** What the standard calls it. */
  public static final String FILE = "ro-crate-metadata.json";

  private static final String ROOT = "./";
  private static final String PAPER = "https://arxiv.org/abs/1611.07004";
  private static final String ACTION = "#training-and-measuring";
  private static final String PROGRAM = "#pix2pix";

  private static final ImmutableMap<String, FileKind> KINDS =
      ImmutableMap.of(
          "index.html", new FileKind("The report as a page", "text/html"),
          "table.md", new FileKind("The tables in Markdown", "text/markdown"),
          "table.csv", new FileKind("Every value with its interval, of each seed", "text/csv"),
          "table.tex", new FileKind("The tables in LaTeX", "application/x-tex"),
          "perception.csv", new FileKind("What people judged", "text/csv"));

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ResearchCrate() {}

  /**
   * The text of the file.
   *
   * @param source what is reported
   * @param files of the report
   * @return nothing where no run can be read: then nobody knows of when the report is
   */
  public static Optional<String> of(ReportSource source, Collection<Path> files) {
    var names =
        files.stream()
            .map(file -> file.getFileName().toString())
            .collect(ImmutableList.toImmutableList());
    return runs(source)
        .max(Comparator.comparing((Provenance run) -> run.progress().updated()))
        .map(newest -> JSON.writeValueAsString(crate(source, names, newest)) + "\n");
  }

  private static Stream<Provenance> runs(ReportSource source) {
    return source.cells().stream()
        .flatMap(cell -> cell.runs().stream())
        .map(ReportedRun::provenance)
        .flatMap(Optional::stream);
  }

  private static ImmutableMap<String, Object> crate(
      ReportSource source, ImmutableList<String> files, Provenance newest) {
    var entities = ImmutableList.<ImmutableMap<String, Object>>builder();
    entities.add(
        ImmutableMap.of(
            "@id",
            FILE,
            "@type",
            "CreativeWork",
            "conformsTo",
            reference("https://w3id.org/ro/crate/1.1"),
            "about",
            reference(ROOT)));
    entities.add(root(source, files, newest.progress().updated()));
    files.forEach(file -> entities.add(file(file)));
    entities.add(program(newest.software()));
    entities.add(action(source, files, newest.progress().updated()));
    entities.add(paper());
    return ImmutableMap.of(
        "@context", "https://w3id.org/ro/crate/1.1/context", "@graph", entities.build());
  }

  private static ImmutableMap<String, Object> root(
      ReportSource source, ImmutableList<String> files, Instant updated) {
    return ImmutableMap.of(
        "@id", ROOT,
        "@type", "Dataset",
        "name", source.title(),
        "description", description(source),
        "datePublished", updated.toString(),
        "hasPart", references(files),
        "mentions", reference(ACTION),
        "citation", reference(PAPER));
  }

  private static String description(ReportSource source) {
    var runs =
        "Values of %d runs of pix2pix, with intervals."
            .formatted(source.cells().stream().mapToInt(cell -> cell.runs().size()).sum());
    return source.caption().isEmpty() ? runs : source.caption() + " " + runs;
  }

  private static ImmutableMap<String, Object> file(String name) {
    var kind = KINDS.getOrDefault(name, new FileKind(name, "application/octet-stream"));
    return ImmutableMap.of(
        "@id", name, "@type", "File", "name", kind.name(), "encodingFormat", kind.format());
  }

  private static ImmutableMap<String, Object> program(Software software) {
    return ImmutableMap.of(
        "@id",
        PROGRAM,
        "@type",
        "SoftwareApplication",
        "name",
        "pix2pix for the JVM",
        "version",
        software.pix2pix(),
        "softwareRequirements",
        "TensorFlow " + software.tensorflow() + ", Java " + software.java());
  }

  /** What the values come from. */
  private static ImmutableMap<String, Object> action(
      ReportSource source, ImmutableList<String> files, Instant updated) {
    var action = new LinkedHashMap<String, Object>();
    action.put("@id", ACTION);
    action.put("@type", "CreateAction");
    action.put("name", "Training and measuring");
    runs(source)
        .map(run -> run.progress().started())
        .min(Comparator.naturalOrder())
        .ifPresent(start -> action.put("startTime", start.toString()));
    action.put("endTime", updated.toString());
    action.put("instrument", reference(PROGRAM));
    action.put("result", references(files));
    return ImmutableMap.copyOf(action);
  }

  private static ImmutableMap<String, Object> paper() {
    return ImmutableMap.of(
        "@id", PAPER,
        "@type", "ScholarlyArticle",
        "name", "Image-to-Image Translation with Conditional Adversarial Networks",
        "author", "Phillip Isola, Jun-Yan Zhu, Tinghui Zhou, Alexei A. Efros",
        "datePublished", "2017");
  }

  private static ImmutableList<Map<String, String>> references(ImmutableList<String> files) {
    return files.stream().map(ResearchCrate::reference).collect(ImmutableList.toImmutableList());
  }

  private static Map<String, String> reference(String id) {
    return ImmutableMap.of("@id", id);
  }

  /**
   * What a file of a report is.
   *
   * @param name for people
   * @param format its media type
   */
  private record FileKind(String name, String format) {}
}
