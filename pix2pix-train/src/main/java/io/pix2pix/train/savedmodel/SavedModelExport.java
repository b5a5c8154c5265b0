package io.pix2pix.train.savedmodel;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Precision;
import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.api.network.VariableSnapshot;
import io.pix2pix.api.network.Variables;
import io.pix2pix.train.checkpoint.WeightSelection;
import io.pix2pix.train.inference.ForwardPass;
import io.pix2pix.train.run.AtomicFolders;
import io.pix2pix.train.translation.GeneratorSizes;
import io.pix2pix.train.translation.TrainedRun;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tensorflow.Graph;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Writes the generator of a run as a TensorFlow SavedModel, its weights being constants. It draws
 * no noise.
 *
 * <p>Its tag is {@code serve}, its signature {@code serving_default}, with an input {@code
 * condition}, {@code [n, h, w, c]} floats in {@code [-1, 1]}, and an output {@code generated},
 * {@code [n, h, w, c']} floats in {@code [-1, 1]}.
 *
 * @param run whose newest checkpoint is written
 * @param weights the trained or the averaged ones
 * @param size width and height of the images; if absent, every size works that the generator takes
 * @param statistics what batch normalization uses
 */
public record SavedModelExport(
    TrainedRun run, WeightSelection weights, Optional<ImageShape> size, Statistics statistics) {
  private static final String TAG = "serve";
  private static final String SIGNATURE = "serving_default";
  private static final String FILE = "saved_model.pb";
  private static final String METHOD = "tensorflow/serving/predict";
  private static final long LARGEST = Integer.MAX_VALUE - (1 << 20);

  /**
   * Checks that the folder can be written.
   *
   * @return writes it, as a whole or not at all
   * @throws InvalidInputException if it is there already, or the generator cannot take that size
   */
  public Runnable to(Path folder) {
    AtomicFolders.requireVacant(folder);
    size.ifPresent(given -> GeneratorSizes.check(run.network().generator(), given, "--size"));
    return () -> {
      var model = model();
      AtomicFolders.create(folder, unfinished -> write(model, unfinished.resolve(FILE)));
    };
  }

  private static void write(SavedModel model, Path file) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      model.writeTo(out);
    }
  }

  private SavedModel model() {
    try (var graph = new Graph()) {
      var tf = Ops.create(graph);
      var experiment = run.experiment();
      var variables = new Variables(tf, experiment.seed(), experiment.training().initializer());
      var settings =
          run.inferenceSettings(
              Phase.translation(statistics, false), Precision.FLOAT32, experiment.seed());
      long height = size.map(ImageShape::height).orElse((int) Shape.UNKNOWN_SIZE);
      long width = size.map(ImageShape::width).orElse((int) Shape.UNKNOWN_SIZE);
      var generator =
          ForwardPass.build(tf, variables, new VariableSnapshot(tf), settings, height, width);
      checkSize(variables);
      return SavedModel.newBuilder()
          .setSavedModelSchemaVersion(1)
          .addMetaGraphs(frozen(graph, variables, generator))
          .build();
    }
  }

  private MetaGraphDef frozen(Graph graph, Variables variables, ForwardPass generator) {
    try (var session = Sessions.plain(graph)) {
      run.checkpoint().restoreGenerator(variables.all(), session, weights);
      var result = generator.generated().asOutput().op().name();
      return MetaGraphDef.newBuilder()
          .setMetaInfoDef(
              MetaGraphDef.MetaInfoDef.newBuilder()
                  .addTags(TAG)
                  .setTensorflowVersion(TensorFlow.version()))
          .setGraphDef(FrozenGraph.of(graph, session, result))
          .putSignatureDef(SIGNATURE, signature(generator))
          .build();
    }
  }

  private static SignatureDef signature(ForwardPass generator) {
    var condition = generator.condition().asOutput();
    var generated = generator.generated().asOutput();
    return SignatureDef.newBuilder()
        .setMethodName(METHOD)
        .putInputs("condition", information(condition.op().name(), condition.shape()))
        .putOutputs("generated", information(generated.op().name(), generated.shape()))
        .build();
  }

  private static TensorInfo information(String operation, Shape shape) {
    var lengths = TensorShapeProto.newBuilder();
    for (long length : shape.asArray()) {
      lengths.addDim(TensorShapeProto.Dim.newBuilder().setSize(length));
    }
    return TensorInfo.newBuilder()
        .setName(operation + ":0")
        .setDtype(DataType.DT_FLOAT)
        .setTensorShape(lengths)
        .build();
  }

  /** A SavedModel without a checkpoint is one message, which cannot be longer. */
  private void checkSize(Variables variables) {
    long bytes =
        variables.all().stream().mapToLong(variable -> Float.BYTES * variable.size()).sum();
    if (bytes > LARGEST) {
      throw new InvalidInputException(
          String.format(
              "%s: its generator has %d MB of weights; a SavedModel holds %d at most",
              run.folder().path(), bytes >> 20, LARGEST >> 20));
    }
  }
}
