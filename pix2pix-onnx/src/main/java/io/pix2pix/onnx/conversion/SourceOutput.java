package io.pix2pix.onnx.conversion;

/**
 * A result of an operation of TensorFlow, as the inputs of others name it: {@code name} or {@code
 * name:index}.
 *
 * @param operation its name
 * @param index of the result
 */
record SourceOutput(String operation, int index) {

  /** An input beginning with {@code ^} only says what comes before. */
  static boolean isData(String input) {
    return !input.startsWith("^");
  }

  static SourceOutput of(String input) {
    int colon = input.lastIndexOf(':');
    return colon < 0
        ? new SourceOutput(input, 0)
        : new SourceOutput(input.substring(0, colon), Integer.parseInt(input.substring(colon + 1)));
  }

  @Override
  public String toString() {
    return index == 0 ? operation : operation + ":" + index;
  }
}
