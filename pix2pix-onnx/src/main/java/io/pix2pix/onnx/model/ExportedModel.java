package io.pix2pix.onnx.model;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import io.pix2pix.onnx.conversion.GraphConversion;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.operation.Converters;
import io.pix2pix.train.layout.ExportSettings;
import io.pix2pix.train.layout.RestoredGenerator;
import io.pix2pix.train.run.Software;
import io.pix2pix.train.translation.GeneratorSizes;
import io.pix2pix.train.translation.TrainedRun;

/**
 * The generator of a run as an ONNX model of opset 18, its weights within.
 *
 * <p>Its input is {@code condition}, {@code [n, c, h, w]} floats in {@code [-1, 1]}, its output
 * {@code generated}, {@code [n, c', h, w]} floats in {@code [-1, 1]}. Each image of a batch becomes
 * what it becomes alone, as in our translation.
 */
public final class ExportedModel {
  /** That of ONNX 1.13, which brought opset 18. */
  private static final int IR_VERSION = 8;

  private ExportedModel() {}

  /**
   * Converts the generator.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot be converted, or does not take
   *     images of the size that is asked for
   */
  public static ModelProto of(TrainedRun run, ExportSettings settings) {
    settings
        .size()
        .ifPresent(size -> GeneratorSizes.check(run.network().generator(), size, "--size"));
    try (var restored = RestoredGenerator.open(run, settings)) {
      var graph =
          new GraphConversion(Converters.all())
              .convert(
                  restored.graph(), restored.session(), restored.pass(), run.network().generator());
      return ModelProto.newBuilder()
          .setIrVersion(IR_VERSION)
          .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OnnxGraph.OPSET))
          .setProducerName("pix2pix")
          .setProducerVersion(Software.current().pix2pix())
          .setModelVersion(run.checkpoint().step())
          .setGraph(graph)
          .addAllMetadataProps(ModelMetadata.of(run, settings))
          .build();
    }
  }
}
