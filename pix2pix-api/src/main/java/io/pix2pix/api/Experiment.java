package io.pix2pix.api;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Augmentation;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.network.Discriminator;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.api.training.Training;

/**
 * All that decides the outcome of a run.
 *
 * @param name lower-case letters, digits and dashes; also the folder of the results
 * @param seed feeds every random choice of the run
 * @param data where pairs come from
 * @param augmentation what changes training pairs, in this order
 * @param generator G
 * @param discriminator D; it is trained only if a loss asks for it
 * @param losses what the players minimize
 * @param training how long, in which batches, by which optimizer
 * @param networks what is trained beside G and D, and the order of updates
 */
public record Experiment(
    @Setting(meaning = "lower-case letters, digits and dashes; also the folder of the results")
        String name,
    @Setting(value = "1", meaning = "feeds every random choice of the run") long seed,
    @Setting(value = "paired", meaning = "where pairs of images come from") Dataset data,
    @Setting(value = "[]", meaning = "what changes training pairs, in this order")
        ImmutableList<Augmentation> augmentation,
    @Setting(value = "unet", meaning = "turns conditions into images") Generator generator,
    @Setting(value = "patch", meaning = "tells real from generated; trained if a loss asks for it")
        Discriminator discriminator,
    @Setting(
            value = "[{name: adversarial}, {name: l1, weight: 100}]",
            meaning = "what the players minimize")
        ImmutableList<Loss> losses,
    @Setting(value = "{}", meaning = "how long, in which batches, by which optimizer")
        Training training,
    @Setting(value = "{}", meaning = "networks beside G and D, and the order of updates")
        Networks networks) {

  /** With one generator and one discriminator. */
  public Experiment(
      String name,
      long seed,
      Dataset data,
      ImmutableList<Augmentation> augmentation,
      Generator generator,
      Discriminator discriminator,
      ImmutableList<Loss> losses,
      Training training) {
    this(
        name,
        seed,
        data,
        augmentation,
        generator,
        discriminator,
        losses,
        training,
        Networks.standard());
  }

  /** The same under another name. */
  public Experiment withName(String name) {
    return new Experiment(
        name, seed, data, augmentation, generator, discriminator, losses, training, networks);
  }

  /** The same with other random choices. */
  public Experiment withSeed(long seed) {
    return new Experiment(
        name, seed, data, augmentation, generator, discriminator, losses, training, networks);
  }

  /** The same on other data. */
  public Experiment withData(Dataset data) {
    return new Experiment(
        name, seed, data, augmentation, generator, discriminator, losses, training, networks);
  }

  /** The same with other changes of training pairs. */
  public Experiment withAugmentation(ImmutableList<Augmentation> augmentation) {
    return new Experiment(
        name, seed, data, augmentation, generator, discriminator, losses, training, networks);
  }

  /** The same with another G. */
  public Experiment withGenerator(Generator generator) {
    return new Experiment(
        name, seed, data, augmentation, generator, discriminator, losses, training, networks);
  }

  /** The same, trained otherwise. */
  public Experiment withTraining(Training training) {
    return new Experiment(
        name, seed, data, augmentation, generator, discriminator, losses, training, networks);
  }

  /** The same with other networks beside G and D, or another order of updates. */
  public Experiment withNetworks(Networks networks) {
    return new Experiment(
        name, seed, data, augmentation, generator, discriminator, losses, training, networks);
  }
}
