package io.pix2pix.bench.card;

import static io.pix2pix.bench.evaluation.EvaluationKey.word;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.metric.Direction;
import io.pix2pix.bench.evaluation.EvaluationKey;
import io.pix2pix.bench.report.result.RunFacts;
import io.pix2pix.train.measure.MetricValue;
import io.pix2pix.train.run.Csv;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a model card, of what a run knows of itself. */
final class ModelCard {
  private static final String CITATION =
      """
      @inproceedings{isola2017image,
        title     = {Image-to-Image Translation with Conditional Adversarial Networks},
        author    = {Isola, Phillip and Zhu, Jun-Yan and Zhou, Tinghui and Efros, Alexei A.},
        booktitle = {Proceedings of the IEEE Conference on Computer Vision and Pattern Recognition},
        pages     = {1125--1134},
        year      = {2017}
      }
      """;

  private final CardFacts facts;
  private final String name;

  private ModelCard(CardFacts facts) {
    this.facts = facts;
    this.name = facts.run().folder().name();
  }

  /** The card in Markdown, its front matter before it. */
  static String of(CardFacts facts) {
    var card = new ModelCard(facts);
    return FrontMatter.of(facts)
        + String.join(
            "\n",
            card.introduction(),
            card.data(),
            card.use(),
            card.metrics(),
            card.training(),
            card.limits(),
            "## How to cite\n\nThe method is that of\n\n```bibtex\n" + CITATION + "```\n");
  }

  private String introduction() {
    var picture =
        facts
            .picture()
            .map(
                file ->
                    "\n![Input, output and target of each sample, a row for each](%s)\n\n*Input, output and target of the pairs that the training showed, at step %s.*\n"
                        .formatted(CardFacts.PICTURE, CardFacts.step(file)))
            .orElse("");
    return """

        # %s

        A generator of pix2pix, image-to-image translation with a conditional adversarial network: it turns
        images of one kind into images of another. It was trained with pix2pix for the JVM, version %s.
        """
            .formatted(text(name), facts.run().provenance().software().pix2pix())
        + picture;
  }

  private String data() {
    var data = facts.run().provenance().data();
    var shape = data.shape();
    return """
        ## Data

        %s: %d training pairs, seen at %s pixels with %d channels in and %d out%s. How they are read:

        ```json
        %s
        ```
        """
        .formatted(
            facts.dataset().map(set -> "The set `" + set + "`").orElse("Pairs without a folder"),
            data.pairs(),
            shape.condition().widthByHeight(),
            facts.run().network().conditionChannels(),
            facts.run().network().targetChannels(),
            data.checksum().value().isEmpty() ? "" : ", checksum `" + data.checksum().value() + "`",
            facts.settingsOf().path("data"));
  }

  private String use() {
    var generator = facts.run().network().generator();
    return """
        ## Intended use

        Translating images like those of its training data, for research, teaching and demonstrations. Height and
        width must be multiples of %d, from %d on; values are in [-1, 1], channels in the order red, green, blue.
        `config.json` and `experiment.yaml` have every setting.

        %s
        """
        .formatted(
            generator.sizeMultiple(),
            generator.smallestSize(),
            facts.ported()
                ? ofPort()
                : "`model.safetensors` has the names of pix2pix for the JVM.");
  }

  /** How to put weights to work that have the port's names. */
  private String ofPort() {
    return """
        ```sh
        ./pix2pix import model.safetensors runs/%s
        ./pix2pix translate runs/%s input.png output.png
        ```

        `model.safetensors` has the names of
        [pytorch-CycleGAN-and-pix2pix](https://github.com/junyanz/pytorch-CycleGAN-and-pix2pix), complete for
        `load_state_dict` of the same network."""
        .formatted(name, name);
  }

  private String metrics() {
    if (facts.values().isEmpty()) {
      return "## Metrics\n\nThese weights were not evaluated.\n";
    }
    var tables =
        facts.values().asMap().entrySet().stream()
            .map(entry -> table(entry.getKey(), List.copyOf(entry.getValue())))
            .collect(Collectors.joining("\n"));
    return "## Metrics\n\nIntervals hold with a confidence of 95 %, over the images of the split.\n\n"
        + tables;
  }

  private static String table(EvaluationKey key, List<MetricValue> values) {
    var rows =
        values.stream()
            .map(
                value ->
                    "| %s | %s | %s | %s | %s |\n"
                        .formatted(
                            text(value.metric().name()),
                            Csv.number(value.value()),
                            interval(value),
                            text(value.metric().unit()),
                            better(value.metric().direction())))
            .collect(Collectors.joining());
    return "%d images of split %s, %s statistics, noise %s:\n\n| metric | value | interval | unit | better |\n|---|---|---|---|---|\n%s"
        .formatted(
            key.images(), text(key.split()), word(key.statistics()), word(key.noise()), rows);
  }

  private static String interval(MetricValue value) {
    return Double.isFinite(value.interval().low())
        ? "[%s, %s]"
            .formatted(Csv.number(value.interval().low()), Csv.number(value.interval().high()))
        : "";
  }

  private static String better(Direction direction) {
    return direction == Direction.NEITHER ? "" : word(direction);
  }

  private String training() {
    var provenance = facts.run().provenance();
    var lines = ImmutableList.<String>builder();
    lines.add("- step %d, %s weights".formatted(facts.run().checkpoint().step(), weights()));
    lines.add("- seed " + provenance.seed());
    if (provenance.imported().isEmpty()) {
      lines.add("- trained for " + RunFacts.time(provenance.progress().seconds()));
      lines.add(
          "- on %d × %s"
              .formatted(
                  provenance.machine().processors(),
                  provenance.machine().processor().orElse(provenance.machine().architecture())));
    } else {
      lines.add("- imported, not trained with pix2pix for the JVM");
    }
    lines.add("- TensorFlow " + provenance.software().tensorflow());
    return "## Training\n\n" + String.join("\n", lines.build()) + "\n";
  }

  private String weights() {
    return word(facts.settings().weights());
  }

  private String limits() {
    return """
        ## Limits

        It makes an image of anything that it is given: of what is unlike its training data, one that means nothing.
        What it adds is invented, and looks plausible; it is no evidence of what was there. It has the gaps and the
        biases of its data. Metrics are of this data set and say nothing of another one.%s
        """
        .formatted(
            facts.settings().license().isPresent()
                ? ""
                : " No license was given with it: ask before you use it.");
  }

  /** Without what Markdown would take for marks. */
  private static String text(String words) {
    return words.replaceAll("([\\\\`*_|<>\\[\\]])", "\\\\$1").replaceAll("\\s+", " ");
  }
}
