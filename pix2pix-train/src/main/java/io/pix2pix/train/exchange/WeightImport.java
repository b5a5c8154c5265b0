package io.pix2pix.train.exchange;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.pytorch.PytorchCompatible.Detected;
import io.pix2pix.train.experiment.ExperimentReader;
import io.pix2pix.train.experiment.ExperimentWriter;
import io.pix2pix.train.experiment.PluginReader;
import io.pix2pix.train.experiment.Tree;
import io.pix2pix.train.experiment.Tree.Block;
import io.pix2pix.train.experiment.Tree.Scalar;
import io.pix2pix.train.experiment.Tree.ValueSource;
import io.pix2pix.train.run.AtomicFolders;
import io.pix2pix.train.weights.WeightFile;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes runs of files that the public PyTorch port wrote. */
public final class WeightImport {
  private final ArchitectureDetector recognition;
  private final ExperimentReader reader;
  private final ExperimentWriter writer;

  @Inject
  WeightImport(PluginReader plugins, ExperimentReader reader, ExperimentWriter writer) {
    this.recognition = new ArchitectureDetector(plugins);
    this.reader = reader;
    this.writer = writer;
  }

  /**
   * Makes a run. Everything is checked before anything is written, but whether weights are finite:
   * where they are not, the run does not appear.
   *
   * @return the experiment of the run
   * @throws InvalidInputException if a file is no file of weights or holds another network, or the
   *     run is there already or cannot be written
   */
  public Experiment run(ImportRequest order) {
    AtomicFolders.requireVacant(order.run());
    try (var generator = WeightFiles.open(order.generatorWeights())) {
      if (order.discriminatorWeights().isEmpty()) {
        return run(order, generator, Optional.empty());
      }
      try (var discriminator = WeightFiles.open(order.discriminatorWeights().get())) {
        return run(order, generator, Optional.of(discriminator));
      }
    }
  }

  private Experiment run(ImportRequest order, WeightFile file, Optional<WeightFile> judgeFile) {
    var found = generator(order, file);
    var judge = judgeFile.map(given -> recognition.in(given, Discriminator.class));
    judgeFile.ifPresent(given -> checkChannels(given, judge.orElseThrow(), found));
    var experiment = experiment(order, found, judge);
    var weights = ImmutableList.<ImportedWeights>builder();
    weights.add(weights(order, file, experiment.generator(), found));
    judgeFile.ifPresent(
        given -> weights.add(weights(given, experiment.discriminator(), judge.orElseThrow())));
    var size = StateDictNetwork.shape(experiment.generator(), found.channelsIn());
    var shape = new PairShape(size, size.withChannels(found.channelsOut()));
    new ImportedRun(experiment, writer.write(experiment), shape, weights.build())
        .write(order.run());
    return experiment;
  }

  private Detected<Generator> generator(ImportRequest order, WeightFile file) {
    return order
        .generator()
        .map(settings -> recognition.in(file, Generator.class, settings, "--generator"))
        .orElseGet(() -> recognition.in(file, Generator.class));
  }

  private static void checkChannels(
      WeightFile file, Detected<Discriminator> judge, Detected<Generator> generator) {
    int x = generator.channelsIn();
    int y = generator.channelsOut();
    if (judge.channelsIn() != x + y && judge.channelsIn() != y) {
      throw new InvalidInputException(
          String.format(
              "%s: takes %d channels; with a generator from %d to %d channels it should take %d, or"
                  + " %d without the condition",
              file.path(), judge.channelsIn(), x, y, x + y, y));
    }
  }

  /** Defaults, the networks that were found, and then the changes. */
  private Experiment experiment(
      ImportRequest order, Detected<Generator> found, Optional<Detected<Discriminator>> judge) {
    var source = ValueSource.file(order.run().toString());
    var keys = new LinkedHashMap<String, Tree>();
    keys.put("name", Scalar.of(order.name(), source));
    keys.put("generator", writer.tree(Generator.class, found.network()));
    var changes = ImmutableList.<String>builder();
    judge.ifPresent(
        given -> {
          keys.put("discriminator", writer.tree(Discriminator.class, given.network()));
          boolean conditional = given.channelsIn() != found.channelsOut();
          changes.add("discriminator.conditional=" + conditional);
        });
    return reader.read(
        Optional.empty(),
        ImmutableList.of(Block.empty(source).with(keys)),
        source,
        changes.addAll(order.changes()).build());
  }

  private ImportedWeights weights(
      ImportRequest order, WeightFile file, Generator generator, Detected<Generator> found) {
    var words = writer.line(Generator.class, generator);
    var tensors =
        tensors(
            file,
            words,
            () -> StateDictNetwork.of(generator, found.channelsIn(), found.channelsOut()));
    WeightMatch.check(file, tensors, words, order.advice());
    return new ImportedWeights(file, tensors);
  }

  private ImportedWeights weights(
      WeightFile file, Discriminator discriminator, Detected<Discriminator> found) {
    var words = writer.line(Discriminator.class, discriminator);
    var tensors =
        tensors(file, words, () -> StateDictNetwork.of(discriminator, found.channelsIn()));
    WeightMatch.check(file, tensors, words, "use another file");
    return new ImportedWeights(file, tensors);
  }

  private static ImmutableList<StateDictTensor> tensors(
      WeightFile file, String network, Supplier<ImmutableList<StateDictTensor>> tensors) {
    try {
      return tensors.get();
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          file.path() + ": cannot be " + network + ": " + e.getMessage(), e);
    }
  }
}
