package io.pix2pix.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import com.google.common.primitives.Floats;
import io.pix2pix.api.Experiment;
import io.pix2pix.api.data.Batch;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.GraphOptimizer;
import io.pix2pix.api.network.GraphPlan;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.training.Training;
import io.pix2pix.graph.ConvolutionOptimizer;
import io.pix2pix.graph.calibration.FormulationChoice;
import io.pix2pix.graph.convolution.ConvolutionShape;
import io.pix2pix.graph.formulation.Formulations;
import io.pix2pix.models.discriminator.PatchGan;
import io.pix2pix.models.initializer.Normal;
import io.pix2pix.models.loss.Adversarial;
import io.pix2pix.models.loss.L1;
import io.pix2pix.models.normalization.BatchNormalization;
import io.pix2pix.models.objective.CrossEntropy;
import io.pix2pix.testing.Tensors;
import io.pix2pix.train.TrainingSession;
import io.pix2pix.train.checkpoint.Checkpoints;
import io.pix2pix.train.optimizer.Adam;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/** Trainings of one plan are equal to the last digit, whatever would be chosen now. */
@Tag("numerical")
class TrainingPlanIT {
  private static final Shape BATCH = Shape.of(2, 32, 32, 3);

  /** Not all the same formulation, and the same ones each time. */
  private static final FormulationChoice MIXED =
      shapes -> Maps.toMap(shapes, TrainingPlanIT::someFormulation);

  @TempDir private Path folder = Path.of("");

  @AfterEach
  void release() {
    Sessions.use(GraphOptimizer.NONE);
  }

  @Test
  void twoTrainingsOfOnePlanAreEqual() {
    use(MIXED);
    try (var first = open(GraphPlan.EMPTY);
        var second = open(GraphPlan.EMPTY)) {
      assertThat(first.plan().changed()).isPositive();
      assertThat(steps(second, 4)).isEqualTo(steps(first, 4));
    }
  }

  @Test
  void aTrainingThatIsResumedByItsPlanEndsAsOneThatWasNotStopped() {
    var checkpoints = new Checkpoints(folder, 1);
    use(MIXED);
    try (var whole = open(GraphPlan.EMPTY)) {
      steps(whole, 2);
      whole.save(checkpoints);
      use(FormulationChoice.PLAIN);
      try (var resumed = open(whole.plan())) {
        resumed.restore(checkpoints.newest().orElseThrow());

        assertThat(resumed.plan()).isEqualTo(whole.plan());
        assertThat(steps(resumed, 2)).isEqualTo(steps(whole, 2));
      }
    }
  }

  private static void use(FormulationChoice choice) {
    Sessions.use(new ConvolutionOptimizer(Formulations.all(), choice, () -> "here"));
  }

  private static String someFormulation(ConvolutionShape shape) {
    var fitting = Formulations.all().stream().filter(one -> one.fits(shape)).toList();
    return fitting.get(shape.toString().length() % fitting.size()).name();
  }

  private static TrainingSession open(GraphPlan plan) {
    var experiment =
        new Experiment(
            "planned",
            1,
            new NoData(),
            ImmutableList.of(),
            Goldens.unet(4, 8, new BatchNormalization(1e-5)),
            new PatchGan(16, 8, true, new BatchNormalization(1e-5), false),
            ImmutableList.of(new Adversarial(new CrossEntropy(1), 1), new L1(100)),
            new Training(1, 2, new Adam(0.001, 0.5, 0.999, 1e-8), new Normal(0, 0.02)));
    var image = new ImageShape(32, 32, 3);
    return TrainingSession.open(experiment, new PairShape(image, image), plan);
  }

  private static ImmutableList<Float> steps(TrainingSession session, int count) {
    var losses = ImmutableList.<Float>builder();
    for (int i = 0; i < count; i++) {
      long step = session.steps();
      losses.addAll(Floats.asList(session.step(() -> new Batch(images(step), images(-step)))));
    }
    return losses.build();
  }

  private static TFloat32 images(long number) {
    var values = new float[Math.toIntExact(BATCH.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(0.3 * i + 1.1 * number);
    }
    return Tensors.ofArray(BATCH, values);
  }
}
