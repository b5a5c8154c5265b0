package io.pix2pix.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Floats;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.loss.Loss;
import io.pix2pix.api.loss.Objective;
import io.pix2pix.api.network.Variable;
import io.pix2pix.api.training.Clipping;
import io.pix2pix.api.training.DiscriminatorTraining;
import io.pix2pix.api.training.Optimizer;
import io.pix2pix.api.training.Schedule;
import io.pix2pix.api.training.Training;
import io.pix2pix.api.training.Update;
import io.pix2pix.models.discriminator.PatchGan;
import io.pix2pix.models.initializer.Normal;
import io.pix2pix.models.loss.Adversarial;
import io.pix2pix.models.loss.L1;
import io.pix2pix.models.loss.R1;
import io.pix2pix.models.normalization.NoNormalization;
import io.pix2pix.models.objective.CrossEntropy;
import io.pix2pix.models.objective.Hinge;
import io.pix2pix.models.objective.LeastSquares;
import io.pix2pix.models.objective.Wasserstein;
import io.pix2pix.testing.Tensors;
import io.pix2pix.train.TrainingSession;
import io.pix2pix.train.clipping.NormClipping;
import io.pix2pix.train.optimizer.Adam;
import io.pix2pix.train.optimizer.AdamW;
import io.pix2pix.train.optimizer.RootMeanSquare;
import io.pix2pix.train.optimizer.StochasticGradientDescent;
import io.pix2pix.train.schedule.LinearDecay;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * Six steps of a small game under other choices than the paper's, as PyTorch 2.13 takes them in
 * double precision: a U-Net of three levels and two filters, a discriminator of patches of 16 and
 * two filters, no normalization, batches of two images of 16x16 pixels and one channel, and the
 * weight of L1 is 10. What is expected are the losses of the sixth step, and the sums of absolute
 * values of all weights after it.
 *
 * <p>Element {@code i} of a variable, in its canonical shape, is at first {@code sin(1.7 i + 13
 * length + 0.1 i^2) / 4} with the length of the variable's name; element {@code i} of batch {@code
 * b} is {@code sin(0.3 i + 1.1 b + k)}, {@code k} being 1 for conditions and 2 for targets.
 */
@Tag("numerical")
class TrainingReferenceIT {
  private static final int STEPS = 6;
  private static final Percentage TOLERANCE = Percentage.withPercentage(0.05);
  private static final Shape BATCH = Shape.of(2, 16, 16, 1);

  @Test
  void leastSquaresWithLinearDecay() {
    var schedule = new LinearDecay(0.5);
    var training =
        training(new Adam(0.01, 0.5, 0.999, 1e-8), schedule, Clipping.none(), Update.ALTERNATING);

    try (var session = trained(training, new LeastSquares())) {
      session.finds(0.560196, 0.100222, 0.296057, 0.620684);
      session.sums("generator/", 243.10757);
      session.sums("discriminator/", 41.56273);
    }
  }

  @Test
  void smoothedLabelsWithClippedGradients() {
    var training =
        training(
            new RootMeanSquare(0.01, 0.99, 1e-8),
            Schedule.constant(),
            new NormClipping(0.5),
            Update.ALTERNATING);

    try (var session = trained(training, new CrossEntropy(0.9))) {
      session.finds(0.841702, 0.543286, 0.834567, 0.311722);
      session.sums("generator/", 273.84222);
      session.sums("discriminator/", 38.68902);
    }
  }

  /** Alternating, the first would be 0.144941. */
  @Test
  void simultaneousHinge() {
    var training =
        training(
            new StochasticGradientDescent(0.01, 0.9, true),
            Schedule.constant(),
            Clipping.none(),
            Update.SIMULTANEOUS);

    try (var session = trained(training, new Hinge())) {
      session.finds(0.146125, 0.853875, 1.129131, 0.633839);
      session.sums("generator/", 242.08266);
      session.sums("discriminator/", 40.54495);
    }
  }

  /** D takes two steps for one of G, twice as long; and G is averaged. */
  @Test
  void wassersteinWithAPenaltyAndADiscriminatorThatRunsAhead() {
    var training =
        new Training(1, 2, new AdamW(0.01, 0.5, 0.999, 1e-8, 0.1), new Normal(0, 0.02))
            .withDiscriminator(new DiscriminatorTraining(2, 2, 0))
            .withAverage(0.3);

    try (var session = trained(training, new Wasserstein(), new R1(10))) {
      session.finds(-0.787499, 1.642735, -7.904838, 0.614887, 0.266955);
      session.sums("generator/", 242.28622);
      session.sums("discriminator/", 49.00529);
      session.sums("average/", 241.99263);
    }
  }

  private static Training training(
      Optimizer optimizer, Schedule schedule, Clipping clipping, Update update) {
    return new Training(STEPS, 2, optimizer, new Normal(0, 0.02))
        .withSchedule(schedule)
        .withClipping(clipping)
        .withUpdate(update);
  }

  /** An epoch is a step. */
  private static Trained trained(Training training, Objective objective, Loss... more) {
    var losses =
        ImmutableList.<Loss>builder()
            .add(new Adversarial(objective, 1), new L1(10))
            .add(more)
            .build();
    var experiment =
        new Experiment(
            "reference",
            1,
            new NoData(),
            ImmutableList.of(),
            Goldens.unet(3, 2, new NoNormalization()),
            new PatchGan(16, 2, true, new NoNormalization(), false),
            losses,
            training);
    var image = new ImageShape(16, 16, 1);
    var session = TrainingSession.open(experiment, new PairShape(image, image));
    session.variables().all().forEach(variable -> fill(session, variable));
    return new Trained(session, run(session, training));
  }

  private static ImmutableList<Float> run(TrainingSession session, Training training) {
    float[] losses = {};
    var batches = new AtomicInteger();
    for (int step = 0; step < STEPS; step++) {
      double factor = training.schedule().factor(step, STEPS, column -> ImmutableList.of());
      losses = session.step(() -> batch(batches.getAndIncrement()), factor);
    }
    return ImmutableList.copyOf(Floats.asList(losses));
  }

  private static Batch batch(int number) {
    return new Batch(images(number, 1), images(number, 2));
  }

  private static TFloat32 images(int batch, int kind) {
    var values = new float[Math.toIntExact(BATCH.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(0.3 * i + 1.1 * batch + kind);
    }
    return Tensors.ofArray(BATCH, values);
  }

  @SuppressWarnings("unchecked") // networks have variables of floats only
  private static void fill(TrainingSession session, Variable<?> variable) {
    var name = variable.name();
    if (!name.startsWith("generator/") && !name.startsWith("discriminator/")) {
      return;
    }
    var values = new float[Math.toIntExact(variable.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (Math.sin(1.7 * i + 13 * name.length() + 0.1 * i * i) / 4);
    }
    try (var tensor = Tensors.ofArray(variable.shape(), values)) {
      ((Variable<TFloat32>) variable).write(session.session(), tensor);
    }
  }

  /** What six steps have left. */
  private record Trained(TrainingSession session, ImmutableList<Float> losses)
      implements AutoCloseable {

    /**
     * @param expected G's adversarial term, D on fake and on real, L1, and the penalty if any
     */
    void finds(double... expected) {
      assertThat(losses).hasSize(expected.length);
      for (int column = 0; column < expected.length; column++) {
        assertThat((double) losses.get(column))
            .as(session.columns().get(column))
            .isCloseTo(expected[column], TOLERANCE);
      }
    }

    void sums(String prefix, double expected) {
      double sum = 0;
      for (var variable : session.variables().all()) {
        if (variable.name().startsWith(prefix)) {
          sum += sum(variable);
        }
      }
      assertThat(sum).as(prefix).isCloseTo(expected, TOLERANCE);
    }

    private double sum(Variable<?> variable) {
      double sum = 0;
      try (var value = (TFloat32) variable.read(session.session())) {
        for (float element : Tensors.toArray(value)) {
          sum += Math.abs(element);
        }
      }
      return sum;
    }

    @Override
    public void close() {
      session.close();
    }
  }
}
