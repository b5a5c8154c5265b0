package io.pix2pix.train.translation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Precision;
import io.pix2pix.train.checkpoint.Checkpoint;
import io.pix2pix.train.checkpoint.Checkpoints;
import io.pix2pix.train.checkpoint.WeightSelection;
import io.pix2pix.train.experiment.StoredExperiments;
import io.pix2pix.train.inference.DiscriminatorModel;
import io.pix2pix.train.inference.GeneratorSignature;
import io.pix2pix.train.inference.InferenceModel;
import io.pix2pix.train.inference.InferenceSettings;
import io.pix2pix.train.run.Arithmetic;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunFolder;
import java.nio.file.Files;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run, one of whose generators can be put to work.
 *
 * @param folder of the run
 * @param experiment that it trained
 * @param provenance of the run
 * @param checkpoint whose weights are used: the newest that is whole, or the best
 * @param network that is put to work: the experiment's generator, or a further one
 */
public record TrainedRun(
    RunFolder folder,
    Experiment experiment,
    Provenance provenance,
    Checkpoint checkpoint,
    GeneratorSignature network) {
  private static final Logger LOG = LoggerFactory.getLogger(TrainedRun.class);

  /**
   * Opens a run.
   *
   * @throws InvalidInputException if the folder is no run, or the run has no checkpoint yet
   */
  public static TrainedRun open(RunFolder folder, StoredExperiments stored) {
    var experiment = stored.read(folder);
    var provenance = stored.provenance(folder);
    var network = GeneratorSignature.main(experiment, provenance.data().shape());
    var checkpoint =
        checkpoints(folder, experiment, provenance)
            .newest(provenance.progress(), one -> requireFitting(one, provenance, network))
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        folder.path() + ": has no checkpoint yet; train it further with --resume"));
    return new TrainedRun(folder, experiment, provenance, checkpoint, network);
  }

  /**
   * The same run with the checkpoint that did best on its validation pairs.
   *
   * @throws InvalidInputException if it keeps none
   */
  public TrainedRun best() {
    var best =
        checkpoints(folder, experiment, provenance)
            .best()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        folder.path()
                            + ": keeps no best checkpoint; take the newest, or train with"
                            + " training.validation.every and training.validation.best"));
    return new TrainedRun(folder, experiment, provenance, best, network);
  }

  /** The steps of the checkpoints that the run keeps at the moment, the oldest first. */
  public ImmutableList<Long> steps() {
    return checkpoints(folder, experiment, provenance).steps();
  }

  /**
   * The same run with the checkpoint of a step.
   *
   * @param step one of {@link #steps}
   * @throws InvalidInputException if it is not kept any more, is damaged, or of another run
   */
  public TrainedRun at(long step) {
    var found = checkpoints(folder, experiment, provenance).at(step);
    requireFitting(found, provenance, network);
    return new TrainedRun(folder, experiment, provenance, found, network);
  }

  /** To build the network takes time, and the tensors of a checkpoint of this run fit it. */
  private static void requireFitting(
      Checkpoint checkpoint, Provenance provenance, GeneratorSignature network) {
    if (checkpoint.run().isEmpty() || provenance.identity().isEmpty()) {
      network
          .misfit(checkpoint.shapes())
          .ifPresent(
              problem -> {
                throw new InvalidInputException(
                    checkpoint.file() + ": " + problem + "; use another copy");
              });
    }
  }

  private static Checkpoints checkpoints(
      RunFolder folder, Experiment experiment, Provenance provenance) {
    return new Checkpoints(
        folder.checkpoints(), experiment.training().checkpoints().keep(), provenance.identity());
  }

  /**
   * The same run with another generator at work.
   *
   * @param name {@code generator}, or that of a further one under {@code networks.generators}
   * @throws InvalidInputException if there is none of that name, or it was not trained on
   *     conditions and targets
   */
  public TrainedRun withNetwork(String name) {
    var main = GeneratorSignature.main(experiment, provenance.data().shape());
    var found = name.equals(main.group().name()) ? main : further(name);
    return new TrainedRun(folder, experiment, provenance, checkpoint, found);
  }

  private GeneratorSignature further(String name) {
    var named =
        experiment.networks().generators().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "%s: has no generator \"%s\"; known: %s"
                            .formatted(
                                folder.path(),
                                name,
                                String.join(", ", GeneratorSignature.names(experiment)))));
    return GeneratorSignature.find(named, provenance.data().shape(), checkpoint.shapes())
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "%s: \"%s\" cannot be used alone: the run has no weights of it that fit the channels of conditions and targets; take generator"
                        .formatted(folder.path(), name)));
  }

  /** The size at which the training has read a picture of some size: its own, or another. */
  public ImageShape trainedSize(ImageShape picture) {
    return experiment.data().shapeOf(picture).condition().withChannels(picture.channels());
  }

  /** The weights that are best shown: averaged ones where the run keeps them. */
  public WeightSelection weights() {
    return experiment.training().average() > 0 ? WeightSelection.AVERAGED : WeightSelection.TRAINED;
  }

  /**
   * Refuses weights that the run does not keep.
   *
   * @throws InvalidInputException if averaged ones are asked for and there are none
   */
  public WeightSelection checked(WeightSelection asked) {
    if (asked == WeightSelection.AVERAGED && weights() == WeightSelection.TRAINED) {
      throw new InvalidInputException(
          folder.path()
              + ": keeps no averaged weights; give --weights trained, or train anew with"
              + " training.average=0.999");
    }
    return asked;
  }

  /** Its generator with the weights that are best shown; the caller closes it. */
  public Translator translator(Phase phase, long seed) {
    return translator(weights(), phase, Precision.FLOAT32, seed);
  }

  /**
   * Its generator, which the caller closes.
   *
   * @param weights the trained or the averaged ones
   * @param phase batch or running statistics, and whether there is noise
   * @param precision of convolutions
   * @param seed of the noise
   */
  public Translator translator(
      WeightSelection weights, Phase phase, Precision precision, long seed) {
    LOG.info("{}", Arithmetic.current().sentence());
    var model =
        InferenceModel.open(
            inferenceSettings(phase, precision, seed),
            firstSize(),
            (variables, session) -> checkpoint.restoreGenerator(variables, session, weights));
    return new Translator(data(), codec(), indices(), model);
  }

  /** Whether its checkpoints have the weights of a discriminator. */
  public boolean hasDiscriminator() {
    return checkpoint.tensors().names().stream().anyMatch(ParameterGroup.DISCRIMINATOR::owns);
  }

  /**
   * Its discriminator for images of one size, which the caller closes.
   *
   * @param size of the images; its channels do not count
   * @throws InvalidInputException if it {@link #hasDiscriminator} not, or they are too small for it
   */
  public DiscriminatorModel discriminator(ImageShape size) {
    if (!hasDiscriminator()) {
      throw new InvalidInputException(
          folder.path() + ": keeps no discriminator; train with an adversarial loss");
    }
    var pair = provenance.data().shape().resized(size.height(), size.width());
    try {
      return DiscriminatorModel.open(
          experiment.discriminator(),
          pair,
          (variables, session) ->
              checkpoint.restoreGenerator(variables, session, WeightSelection.TRAINED));
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(folder.path() + ": " + e.getMessage(), e);
    }
  }

  /** A generator that takes or gives other images than conditions and targets sees them as is. */
  private ImageCodec codec() {
    return seesPairs() ? data().codec(classes()) : ImageCodec.PLAIN;
  }

  /** The data set of its experiment, which reads pictures with the channels of the training. */
  public Dataset data() {
    return experiment.data().withChannelsOf(() -> provenance.data().shape());
  }

  /** The channels with which pictures are read that it is to translate. */
  public int pictureChannels() {
    return seesPairs()
        ? experiment.data().pictureChannels(provenance.data().shape())
        : network.conditionChannels();
  }

  private boolean seesPairs() {
    var main = GeneratorSignature.main(experiment, provenance.data().shape());
    return network.hasChannelsOf(main);
  }

  /**
   * What its generator is used for.
   *
   * @param phase batch or running statistics, and whether there is noise
   * @param precision of convolutions
   * @param seed of the noise
   */
  public InferenceSettings inferenceSettings(Phase phase, Precision precision, long seed) {
    return new InferenceSettings(network, phase, precision, seed);
  }

  /** That of conditions, where the generator takes it. */
  private ImageShape firstSize() {
    var condition = provenance.data().shape().condition();
    var size = GeneratorSizes.nearest(network.generator(), condition);
    return size.withChannels(network.conditionChannels());
  }

  /** The classes that conditions and targets are shown with, where that takes some. */
  public Optional<Palette> classes() {
    return Files.exists(folder.classes())
        ? Optional.of(Palette.read(folder.classes()))
        : Optional.empty();
  }

  /** The classes of the maps that it was trained on, where these were stored as indices. */
  public Optional<Palette> indices() {
    return Files.exists(folder.palette())
        ? Optional.of(Palette.read(folder.palette()))
        : Optional.empty();
  }
}
