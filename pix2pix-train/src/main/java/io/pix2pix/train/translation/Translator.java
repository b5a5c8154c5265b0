package io.pix2pix.train.translation;

import com.google.common.base.Throwables;
import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import com.google.common.cache.RemovalNotification;
import com.google.common.util.concurrent.UncheckedExecutionException;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Palette;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import io.pix2pix.train.checkpoint.Checkpoint;
import io.pix2pix.train.checkpoint.WeightSelection;
import io.pix2pix.train.game.Forward;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;

/**
 * Turns conditions into images with a trained generator. There is a graph for each image size, made
 * when it is first needed; a few of the latest are kept.
 */
public final class Translator implements AutoCloseable {
  private static final int SIZES_KEPT = 3;

  private final Experiment experiment;
  private final int takes;
  private final int channels;
  private final Optional<Palette> indices;
  private final Checkpoint checkpoint;
  private final WeightSelection weights;
  private final Phase phase;
  private final long seed;
  private final LoadingCache<ImageShape, SizedGenerator> bySize =
      CacheBuilder.newBuilder()
          .maximumSize(SIZES_KEPT)
          .removalListener(
              (RemovalNotification<ImageShape, SizedGenerator> removed) ->
                  close(removed.getValue()))
          .build(CacheLoader.from(this::load));

  /**
   * @param experiment that the run trained
   * @param takes channels of the condition
   * @param channels of the target
   * @param indices the classes of the maps that the run was trained on, where these were stored as
   *     indices
   * @param checkpoint whose weights are used
   * @param weights the trained or the averaged ones
   * @param phase batch or running statistics, and whether there is noise
   * @param seed of the noise: the same seed gives the same image
   */
  public Translator(
      Experiment experiment,
      int takes,
      int channels,
      Optional<Palette> indices,
      Checkpoint checkpoint,
      WeightSelection weights,
      Phase phase,
      long seed) {
    this.experiment = experiment;
    this.takes = takes;
    this.channels = channels;
    this.indices = indices;
    this.checkpoint = checkpoint;
    this.weights = weights;
    this.phase = phase;
    this.seed = seed;
  }

  /**
   * What the generator makes of a picture that somebody gives, as a picture.
   *
   * @param picture {@code [h, w, 3]}, in {@code [-1, 1]}
   * @param where a file, for the message
   * @return of 1 or 3 channels, of the same height and width
   * @throws InvalidInputException if the generator cannot take images of that size or kind
   */
  public Image picture(Image picture, String where) {
    return show(experiment.data().condition(picture, indices, where), where);
  }

  /**
   * {@code G(x)} as a picture.
   *
   * @param condition {@code x}
   * @param where a file, for the message
   * @return of 1 or 3 channels, of the same height and width
   * @throws InvalidInputException if the generator cannot take images of that size or kind
   */
  public Image show(Image condition, String where) {
    var shown = experiment.data().showTarget(condition, translate(condition, where));
    if (shown.channels() != 1 && shown.channels() != 3) {
      throw new InvalidInputException(
          "%s: the generator makes %d channels, which are no picture; set data to what they are, for example colorization"
              .formatted(where, shown.channels()));
    }
    return shown;
  }

  /**
   * {@code G(x)}.
   *
   * @param condition {@code x}
   * @param where a file, for the message
   * @return an image of the same height and width
   * @throws InvalidInputException if the generator cannot take images of that size or kind
   */
  public Image translate(Image condition, String where) {
    return translate(condition, where, 0);
  }

  /**
   * {@code G(x)} with another draw of the noise.
   *
   * @param condition {@code x}
   * @param where a file, for the message
   * @param draw its number: the same number gives the same noise, 0 that of the seed alone
   * @return an image of the same height and width
   * @throws InvalidInputException if the generator cannot take images of that size or kind
   */
  public Image translate(Image condition, String where, long draw) {
    check(condition.shape(), where);
    var fitting = condition.channels() == takes ? condition : condition.toGray();
    var sized = sized(fitting.shape());
    return sized.forward().run(sized.session(), fitting, draw);
  }

  /**
   * Refuses a size, or a number of channels.
   *
   * @param where a file, for the message
   * @throws InvalidInputException if the generator cannot take images of that size, or of so many
   *     channels; colors are taken as gray by a generator of one channel
   */
  public void check(ImageShape condition, String where) {
    boolean becomesGray = takes == 1 && condition.channels() == 3;
    if (condition.channels() != takes && !becomesGray) {
      throw new InvalidInputException(
          String.format(
              "%s: has %d channels; this generator takes %d", where, condition.channels(), takes));
    }
    GeneratorSizes.check(experiment.generator(), condition, where);
  }

  @Override
  public void close() {
    bySize.invalidateAll();
  }

  private SizedGenerator sized(ImageShape shape) {
    try {
      return bySize.getUnchecked(shape);
    } catch (UncheckedExecutionException e) {
      Throwables.throwIfUnchecked(Objects.requireNonNull(e.getCause()));
      throw e;
    }
  }

  private SizedGenerator load(ImageShape shape) {
    var graph = new Graph();
    try {
      var tf = Ops.create(graph);
      var variables = new Variables(tf, experiment.seed(), experiment.training().initializer());
      var forward =
          Forward.build(
              tf,
              experiment.generator(),
              variables,
              new VariableSnapshot(tf),
              shape,
              channels,
              phase,
              seed);
      return new SizedGenerator(graph, restored(graph, variables), forward);
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
  }

  private Session restored(Graph graph, Variables variables) {
    var session = Sessions.open(graph);
    try {
      checkpoint.restoreGenerator(variables, session, weights);
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static void close(@Nullable SizedGenerator sized) {
    if (sized != null) {
      sized.session().close();
      sized.graph().close();
    }
  }

  private record SizedGenerator(Graph graph, Session session, Forward forward) {}
}
