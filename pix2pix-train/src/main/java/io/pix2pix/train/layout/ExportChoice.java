package io.pix2pix.train.layout;

import com.google.common.base.Ascii;

/** What a user may say of an exported generator, where its layout has room for it. */
public enum ExportChoice {
  /** The size of the images that it takes. */
  SIZE,
  /** What batch normalization uses. */
  STATISTICS,
  /** Whether dropout drops. */
  NOISE,
  /** Under which license it is given away. */
  LICENSE;

  /** The option of the command, for example {@code --size}. */
  public String option() {
    return "--" + Ascii.toLowerCase(name());
  }
}
