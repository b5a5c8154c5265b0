package io.pix2pix.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.onnx.conversion.GraphConversion;
import io.pix2pix.onnx.conversion.OnnxGraph;
import io.pix2pix.onnx.operation.Converters;
import io.pix2pix.train.layout.ExportChoice;
import io.pix2pix.train.layout.ExportSettings;
import io.pix2pix.train.layout.ModelLayout;
import io.pix2pix.train.layout.RestoredGenerator;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.run.Software;
import io.pix2pix.train.translation.GeneratorSizes;
import io.pix2pix.train.translation.TrainedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An ONNX model of opset 18, its weights within.
 *
 * <p>Its input is {@code condition}, {@code [n, c, h, w]} floats in {@code [-1, 1]}, its output
 * {@code generated}, {@code [n, c', h, w]} floats in {@code [-1, 1]}. Each image of a batch becomes
 * what it becomes alone, as in our translation.
 */
public record OnnxLayout() implements ModelLayout {
  /** That of ONNX 1.13, which brought opset 18. */
  private static final int IR_VERSION = 8;

  @Override
  public Optional<String> ending() {
    return Optional.of(".onnx");
  }

  @Override
  public ImmutableSet<ExportChoice> choices() {
    return ImmutableSet.of(ExportChoice.SIZE, ExportChoice.STATISTICS, ExportChoice.NOISE);
  }

  @Override
  public Runnable writing(TrainedRun run, ExportSettings settings, Path destination) {
    if (Files.exists(destination)) {
      throw new InvalidInputException(destination + ": exists already; give another file");
    }
    settings
        .size()
        .ifPresent(size -> GeneratorSizes.check(run.network().generator(), size, "--size"));
    var model = model(run, settings);
    return () -> AtomicFiles.write(destination, model::writeTo);
  }

  private static ModelProto model(TrainedRun run, ExportSettings settings) {
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
