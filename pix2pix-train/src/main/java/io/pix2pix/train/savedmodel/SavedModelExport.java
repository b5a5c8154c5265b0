package io.pix2pix.train.savedmodel;

import io.pix2pix.train.inference.ForwardPass;
import io.pix2pix.train.layout.ExportSettings;
import io.pix2pix.train.layout.RestoredGenerator;
import io.pix2pix.train.run.AtomicFolders;
import io.pix2pix.train.translation.GeneratorSizes;
import io.pix2pix.train.translation.TrainedRun;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tensorflow.TensorFlow;
import org.tensorflow.ndarray.Shape;
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
 * @param run whose checkpoint is written
 * @param settings weights, size and statistics
 */
record SavedModelExport(TrainedRun run, ExportSettings settings) {
  private static final String TAG = "serve";
  private static final String SIGNATURE = "serving_default";
  private static final String FILE = "saved_model.pb";
  private static final String METHOD = "tensorflow/serving/predict";

  /**
   * Checks that the folder can be written.
   *
   * @return writes it, as a whole or not at all
   * @throws io.pix2pix.api.error.InvalidInputException if it is there already, or the generator
   *     cannot take that size
   */
  Runnable to(Path folder) {
    AtomicFolders.requireVacant(folder);
    settings
        .size()
        .ifPresent(size -> GeneratorSizes.check(run.network().generator(), size, "--size"));
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
    try (var generator = RestoredGenerator.open(run, settings)) {
      return SavedModel.newBuilder()
          .setSavedModelSchemaVersion(1)
          .addMetaGraphs(frozen(generator))
          .build();
    }
  }

  private static MetaGraphDef frozen(RestoredGenerator generator) {
    var result = generator.pass().generated().asOutput().op().name();
    return MetaGraphDef.newBuilder()
        .setMetaInfoDef(
            MetaGraphDef.MetaInfoDef.newBuilder()
                .addTags(TAG)
                .setTensorflowVersion(TensorFlow.version()))
        .setGraphDef(FrozenGraph.of(generator.graph(), generator.session(), result))
        .putSignatureDef(SIGNATURE, signature(generator.pass()))
        .build();
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
}
