package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.LossContext;
import io.pix2pix.api.loss.Term;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.plugin.PluginModule;
import io.pix2pix.train.weights.SafetensorsReader;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * Both directions in one run: G makes fronts of label maps, a second generator makes label maps of
 * fronts, and G is asked that the way back from its fronts leads to where it came from.
 */
class TwoGeneratorsIT {
  private static final String EXPERIMENT =
      """
      name: both-ways
      data: {name: synthetic-facades, size: 16, train: 4, val: 1, test: 2}
      generator: {name: unet, levels: 2, filters: 4}
      discriminator: {name: patch, receptiveField: 16, filters: 4}
      losses: [{name: adversarial}, {name: round-trip}]
      networks:
        generators: [{name: back, generator: {name: unet, levels: 2, filters: 2}}]
        updates: [{network: discriminator}, {network: generator, frozenUntil: 2}, {network: back}]
      training: {epochs: 3, average: 0.9, checkpoints: {every: 5}, samples: {every: 100}}
      """;

  @TempDir private Path home;
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @BeforeEach
  void addThePlugin() throws IOException {
    var services = Files.createDirectories(home.resolve("jar/META-INF/services"));
    Files.writeString(
        services.resolve("com.google.inject.Module"), RoundTripModule.class.getName());
    var urls = new URL[] {home.resolve("jar").toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(urls, before));
  }

  @AfterEach
  void removeThePlugin() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void trainInOneRunAndResumeExactly() throws IOException {
    var whole = train("whole");
    var stopped = train("stopped", "--set", "training.epochs=2");
    train("stopped", "--resume");

    assertThat(whole.resolve("losses.csv"))
        .content()
        .startsWith(
            "step,generator.adversarial,discriminator.fake,discriminator.real,"
                + "generator.round-trip,back.way-back\n")
        .hasLineCount(13);
    assertThat(stopped.resolve("losses.csv")).hasSameBinaryContentAs(whole.resolve("losses.csv"));
    var last = "checkpoints/step-00000012.safetensors";
    assertThat(stopped.resolve(last)).hasSameBinaryContentAs(whole.resolve(last));
    try (var checkpoint = SafetensorsReader.open(whole.resolve(last))) {
      assertThat(checkpoint.names())
          .contains(
              "generator/encoder1/kernel", "back/encoder1/kernel", "average/back/encoder1/kernel");
    }
  }

  private Path train(String name, String... more) throws IOException {
    var experiment = Files.writeString(home.resolve("both-ways.yaml"), EXPERIMENT);
    var runs = home.resolve("runs");
    var arguments =
        ImmutableList.<String>builder()
            .add("train", experiment.toString(), "--runs", runs.toString(), "--name", name)
            .add(more)
            .build();
    var answer = new Pix2Pix(home).run(arguments.toArray(String[]::new));
    assertThat(answer.code()).as(answer.err()).isZero();
    return runs.resolve(name);
  }

  /** What a jar with the loss would bring. */
  public static final class RoundTripModule extends PluginModule {
    @Override
    protected void plugins() {
      plugin(Loss.class, "round-trip", RoundTrip.class);
    }
  }

  /** The mean absolute difference after both ways; the way back learns from pairs. */
  public record RoundTrip() implements Loss {
    @Override
    public ImmutableList<Term> terms() {
      return ImmutableList.of(
          Term.of(
              "round-trip",
              ParameterGroup.GENERATOR,
              10,
              context -> difference(context, context.generated())),
          Term.of(
              "way-back",
              new ParameterGroup("back"),
              1,
              context -> difference(context, context.target())));
    }

    private static Operand<TFloat32> difference(LossContext context, Operand<TFloat32> from) {
      var tf = context.tf();
      int channels = Math.toIntExact(context.condition().shape().get(3));
      var back = context.generate("back", from, channels);
      return tf.math.mean(
          tf.math.abs(tf.math.sub(back, context.condition())), tf.constant(new int[] {0, 1, 2, 3}));
    }
  }
}
