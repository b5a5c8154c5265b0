package io.pix2pix.cli.translation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.network.Precision;
import io.pix2pix.cli.option.GeneratorOptions;
import io.pix2pix.cli.option.NetworkOption;
import io.pix2pix.data.file.WriteOptions;
import io.pix2pix.train.translation.TrainedRun;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What results follow from besides the pictures. */
final class TranslationOptions {
  @Option(
      names = "--pairs",
      description = "the input holds A|B pairs, of which the condition is taken")
  private boolean pairs;

  @Mixin private SizeOptions sizes = new SizeOptions();

  @Option(
      names = "--precision",
      paramLabel = "float32|bfloat16",
      defaultValue = "float32",
      description =
          "of convolutions; bfloat16: fewer digits, for processors that have them"
              + " (default: ${DEFAULT-VALUE})")
  private Precision precision = Precision.FLOAT32;

  @Mixin private DepthOption depth = new DepthOption();

  @Mixin private TileOptions tiles = new TileOptions();

  @Mixin private NetworkOption network = new NetworkOption();

  @Mixin private GeneratorOptions generator = new GeneratorOptions();

  /**
   * How pictures are translated.
   *
   * @param work of the generator
   * @param part of a picture that it takes
   * @param written what the numbers of results are
   */
  record Translation(TranslationWork work, TakenPart part, WriteOptions written) {}

  /** The run with the checkpoint and the network that were asked for. */
  TrainedRun of(TrainedRun run) {
    return network.of(generator.of(run));
  }

  /**
   * What was asked for.
   *
   * @param trained the run, as {@link #of} gives it
   * @throws io.pix2pix.api.error.InvalidInputException if the run cannot do that
   */
  Translation translation(TrainedRun trained) {
    var asked = generator.generator(trained).in(precision);
    return new Translation(
        TranslationWork.of(asked, sizes, tiles), TakenPart.of(trained, pairs), depth.of(trained));
  }

  /**
   * What results follow from, in words.
   *
   * @param input where the pictures lie
   */
  TranslationRecord record(TranslationWork work, String input) {
    return new TranslationRecord(
        ImmutableList.<String>builder()
            .addAll(work.words())
            .addAll(depth.words())
            .add(pairs ? "conditions of pairs" : "single pictures")
            .add("input " + input)
            .build());
  }
}
