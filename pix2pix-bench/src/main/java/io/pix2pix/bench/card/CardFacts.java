package io.pix2pix.bench.card;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.evaluation.EvaluationKey;
import io.pix2pix.bench.evaluation.MetricsFile;
import io.pix2pix.train.exchange.WeightExport;
import io.pix2pix.train.layout.ExportSettings;
import io.pix2pix.train.measure.MetricValue;
import io.pix2pix.train.translation.TrainedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What a model card says.
 *
 * @param run whose generator is given away
 * @param settings which weights, and under which license
 * @param ported whether weights have the names of the PyTorch port
 * @param experiment the merged experiment, every value spelled out
 * @param settingsOf the same as a tree
 * @param values what evaluations found of these weights
 * @param picture samples of the newest step up to that of the weights, if there are some
 */
record CardFacts(
    TrainedRun run,
    ExportSettings settings,
    boolean ported,
    String experiment,
    JsonNode settingsOf,
    ImmutableListMultimap<EvaluationKey, MetricValue> values,
    Optional<Path> picture) {
  /** What the picture is called beside the card. */
  static final String PICTURE = "samples.png";

  private static final Pattern SAMPLE = Pattern.compile("step-[0-9]{6,18}\\.png");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * @throws InvalidInputException if a file of the run is damaged
   */
  static CardFacts of(TrainedRun run, ExportSettings settings) {
    long step = run.checkpoint().step();
    var values =
        ImmutableListMultimap.copyOf(
            Multimaps.filterKeys(
                new MetricsFile(run.folder().metrics()).read(),
                key -> key.step() == step && key.weights() == settings.weights()));
    var experiment = experiment(run);
    return new CardFacts(
        run,
        settings,
        new WeightExport(run, settings.weights()).isPortable(),
        experiment,
        tree(run, experiment),
        values,
        picture(run, step));
  }

  private static String experiment(TrainedRun run) {
    var file = run.folder().experiment();
    try {
      var text = Files.exists(file) ? Files.readString(file) : "";
      return run.provenance().experiment().map(copy -> copy.checked(file, text)).orElse(text);
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be read (" + e + "); give access to it", e);
    }
  }

  private static JsonNode tree(TrainedRun run, String experiment) {
    try {
      return new YAMLMapper().readTree(experiment);
    } catch (JacksonException e) {
      throw new InvalidInputException(
          run.folder().experiment() + ": is damaged (" + e.getOriginalMessage() + ")", e);
    }
  }

  private static Optional<Path> picture(TrainedRun run, long step) {
    var samples = run.folder().samples();
    if (!Files.isDirectory(samples)) {
      return Optional.empty();
    }
    try (var files = Files.list(samples)) {
      return files
          .filter(file -> SAMPLE.matcher(file.getFileName().toString()).matches())
          .filter(file -> step(file) <= step)
          .max(Comparator.comparingLong(CardFacts::step));
    } catch (IOException e) {
      throw new InvalidInputException(samples + ": cannot be read (" + e + ")", e);
    }
  }

  /** The step of a picture of samples. */
  static long step(Path sample) {
    return Long.parseLong(sample.getFileName().toString().replaceAll("\\D", ""));
  }

  /** The data folder's name; absent where data are drawn. */
  Optional<String> dataset() {
    return run.provenance().data().folder().map(path -> path.replaceAll(".*[/\\\\]", ""));
  }

  /** The names of the metrics that were measured. */
  ImmutableList<String> metrics() {
    return values.values().stream()
        .map(value -> value.metric().metric())
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  /** {@code config.json}: what a program needs to know to build and feed the generator. */
  String configuration() {
    var generator = run.network().generator();
    var facts = ImmutableMap.<String, Object>builder();
    facts.put("model_type", "pix2pix");
    facts.put("run", run.folder().name());
    facts.put("network", run.network().group().name());
    facts.put("generator", network());
    facts.put("condition_channels", run.network().conditionChannels());
    facts.put("generated_channels", run.network().targetChannels());
    facts.put("range", ImmutableList.of(-1, 1));
    facts.put("size_multiple", generator.sizeMultiple());
    facts.put("smallest_size", generator.smallestSize());
    facts.put("weights", ported ? "pytorch-CycleGAN-and-pix2pix" : "pix2pix");
    facts.put("step", run.checkpoint().step());
    facts.put("pix2pix_version", run.provenance().software().pix2pix());
    return JSON.writeValueAsString(facts.buildOrThrow()) + "\n";
  }

  /** The block of the experiment that is the generator. */
  private JsonNode network() {
    var name = run.network().group().name();
    for (var named : settingsOf.path("networks").path("generators")) {
      if (named.path("name").asString("").equals(name)) {
        return named.path("generator");
      }
    }
    return settingsOf.path("generator");
  }
}
