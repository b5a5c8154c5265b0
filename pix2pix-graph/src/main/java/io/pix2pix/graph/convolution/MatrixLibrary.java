package io.pix2pix.graph.convolution;

import com.google.common.collect.ImmutableMap;
import org.tensorflow.proto.AttrValue;

/** What computes a product of matrices. */
public enum MatrixLibrary {
  /** TensorFlow's own choice: Eigen, unless {@code TF_ENABLE_ONEDNN_OPTS} turns oneDNN on. */
  PLAIN("MatMul", "BatchMatMulV2", "", ImmutableMap.of()),
  /** oneDNN, asked for by name. It is faster where an operand is transposed. */
  ONE_DNN(
      "_MklMatMul",
      "_MklBatchMatMulV2",
      " by onednn",
      ImmutableMap.of("_kernel", GraphWriter.text("MklNameChangeOp")));

  private final String operation;
  private final String operationOfMany;
  private final String suffix;
  private final ImmutableMap<String, AttrValue> attributes;

  MatrixLibrary(
      String operation,
      String operationOfMany,
      String suffix,
      ImmutableMap<String, AttrValue> attributes) {
    this.operation = operation;
    this.operationOfMany = operationOfMany;
    this.suffix = suffix;
    this.attributes = attributes;
  }

  String operation() {
    return operation;
  }

  /** The operation that computes many products at once. */
  String operationOfMany() {
    return operationOfMany;
  }

  ImmutableMap<String, AttrValue> attributes() {
    return attributes;
  }

  /** What the name of a formulation ends with. */
  public String suffix() {
    return suffix;
  }
}
