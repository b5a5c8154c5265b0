package io.pix2pix.train.description;

/** How a layer is colored. */
enum LayerKind {
  INPUT("#8a8f98", "input"),
  CONVOLUTION("#2f6db5", "convolution"),
  TRANSPOSED("#3a9a5b", "transposed convolution"),
  OTHER("#7b5ea7", "other");

  private final String color;
  private final String words;

  LayerKind(String color, String words) {
    this.color = color;
    this.words = words;
  }

  String color() {
    return color;
  }

  String words() {
    return words;
  }

  static LayerKind of(LayerDescription layer) {
    return switch (layer.kind()) {
      case CONVOLUTION -> CONVOLUTION;
      case TRANSPOSED_CONVOLUTION -> TRANSPOSED;
      case POOLING, OTHER -> OTHER;
    };
  }
}
