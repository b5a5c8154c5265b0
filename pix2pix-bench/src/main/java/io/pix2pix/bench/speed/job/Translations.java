package io.pix2pix.bench.speed.job;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.network.GraphSession;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Variable;
import io.pix2pix.train.inference.GeneratorSignature;
import io.pix2pix.train.inference.InferenceModel;
import io.pix2pix.train.inference.InferenceSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;

/** Translations of images in memory, as {@code pix2pix translate} does them. */
final class Translations implements Job {
  private static final float DEVIATION = 0.02f;
  private static final int RANK_OF_KERNELS = 4;

  private final InferenceModel model;
  private final ImmutableList<Image> images;
  private long draw;

  private Translations(InferenceModel model, ImmutableList<Image> images) {
    this.model = model;
    this.images = images;
  }

  static Job open(Jobs jobs, JobSettings settings) {
    return new Translations(model(jobs, settings), RandomImages.batch(settings));
  }

  /** The paper's generator as it is before a training; the caller closes it. */
  static InferenceModel model(Jobs jobs, JobSettings settings) {
    var image = RandomImages.shape(settings);
    var network = GeneratorSignature.main(jobs.experiment(settings), new PairShape(image, image));
    var phase = Phase.translation(settings.model().statistics(), true);
    var inference = new InferenceSettings(network, phase, settings.model().precision(), 1);
    return InferenceModel.open(inference, image, Translations::write);
  }

  @Override
  public void run() {
    model.generate(images, draw++);
  }

  /** As weights are before a training. */
  private static void write(List<Variable<?>> variables, GraphSession session) {
    for (var variable : variables) {
      var shape = variable.shape();
      try (var values = TFloat32.tensorOf(shape, DataBuffers.of(values(shape)))) {
        write(variable, session, values);
      }
    }
  }

  @SuppressWarnings("unchecked") // All variables of generators are floats.
  private static void write(Variable<?> variable, GraphSession session, TFloat32 values) {
    ((Variable<TFloat32>) variable).write(session, values);
  }

  private static float[] values(Shape shape) {
    var values = new float[Math.toIntExact(shape.size())];
    Arrays.fill(values, 1);
    if (shape.numDimensions() == RANK_OF_KERNELS) {
      var random = new Random(shape.size());
      for (int i = 0; i < values.length; i++) {
        values[i] = DEVIATION * (float) random.nextGaussian();
      }
    }
    return values;
  }

  @Override
  public void close() {
    model.close();
  }
}
