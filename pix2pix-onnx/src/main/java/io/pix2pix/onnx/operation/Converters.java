package io.pix2pix.onnx.operation;

import com.google.common.collect.ImmutableList;
import io.pix2pix.onnx.conversion.OperationConverter;
import java.util.ServiceLoader;

/** The converters that there are. */
public final class Converters {
  private static final ImmutableList<OperationConverter> OWN =
      ImmutableList.of(
          new PassThrough(),
          new ElementOperation(),
          new Activation(),
          new LeakyActivation(),
          new Square(),
          new InverseSquareRoot(),
          new ConvolutionOperation(),
          new TransposedConvolutionOperation(),
          new PoolingOperation(),
          new Padding(),
          new RunningNormalization(),
          new ImageNormalization(),
          new Reduction(),
          new Pixels(),
          new Concatenation(),
          new Stack(),
          new ShapeOperation(),
          new StridedPart(),
          new Part(),
          new Reshaping(),
          new Repetition(),
          new Transposition(),
          new TypeChange(),
          new UniformNoise());

  private Converters() {}

  /** Those that jars bring, and then those of here. */
  public static ImmutableList<OperationConverter> all() {
    return ImmutableList.<OperationConverter>builder()
        .addAll(ServiceLoader.load(OperationConverter.class))
        .addAll(OWN)
        .build();
  }
}
