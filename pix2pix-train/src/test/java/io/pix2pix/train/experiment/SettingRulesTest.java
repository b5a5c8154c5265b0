package io.pix2pix.train.experiment;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.training.Training;
import io.pix2pix.train.experiment.TestPlugins.Adam;
import io.pix2pix.train.experiment.TestPlugins.BatchNormalization;
import io.pix2pix.train.experiment.TestPlugins.Direction;
import io.pix2pix.train.experiment.TestPlugins.EncoderDecoder;
import io.pix2pix.train.experiment.TestPlugins.L1;
import io.pix2pix.train.experiment.TestPlugins.Normal;
import io.pix2pix.train.experiment.TestPlugins.Paired;
import io.pix2pix.train.experiment.TestPlugins.Patch;
import io.pix2pix.train.experiment.TestPlugins.Unet;
import org.junit.jupiter.api.Test;

class SettingRulesTest {
  private static final Unet UNET = new Unet(8, 64, new BatchNormalization(1e-5), 0.5);
  private static final L1 LOSS = new L1(1, "mean");

  @Test
  void takesWhatAFileCouldSay() {
    assertThatCode(() -> SettingRules.check(experiment("built", UNET, LOSS)))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesWhatAFileCouldNotSayInTheSameWords() {
    refuses(
        experiment("built", new Unet(0, 64, new BatchNormalization(1e-5), 0.5), LOSS),
        "built: generator.levels: must be at least 1, not 0");
    refuses(
        experiment("built", new Unet(8, 64, new BatchNormalization(-1), 0.5), LOSS),
        "built: generator.normalization.epsilon: must be at least 0, not -1");
    refuses(
        experiment("built", new EncoderDecoder(8, ImmutableList.of(8, 0)), LOSS),
        "built: generator.filters.1: must be at least 1, not 0");
    refuses(
        experiment("built", UNET, new L1(Double.NaN, "mean")),
        "built: losses.0.weight.value: must be a finite number, not NaN");
    refuses(
        experiment("built", UNET, new L1(1, "maximum")),
        "built: losses.0.reduction: must be one of mean, sum, not \"maximum\"");
  }

  @Test
  void refusesANameThatCannotBeAFolder() {
    refuses(
        experiment("../built", UNET, LOSS),
        "../built: name: must be lower-case letters and digits, in parts joined by dashes, "
            + "not \"../built\"; for example labels-to-photo");
  }

  private static void refuses(Experiment experiment, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> SettingRules.check(experiment))
        .withMessage(message);
  }

  private static Experiment experiment(String name, Generator generator, Loss loss) {
    return new Experiment(
        name,
        1,
        new Paired(Direction.AtoB, "jpg"),
        ImmutableList.of(),
        generator,
        new Patch(70, true),
        ImmutableList.of(loss),
        new Training(1, 1, new Adam(0.1), new Normal(0.02)));
  }
}
