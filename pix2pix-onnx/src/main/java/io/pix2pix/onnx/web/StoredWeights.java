package io.pix2pix.onnx.web;

/** As what the weights of a page are stored. */
public enum StoredWeights {
  /** All their digits. */
  FLOAT32,
  /** Half the size, and about three digits; it is computed in float32. */
  FLOAT16
}
