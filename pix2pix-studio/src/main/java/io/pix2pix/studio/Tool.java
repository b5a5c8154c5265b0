package io.pix2pix.studio;

import com.google.common.base.Ascii;

/** What people work on a drawing with. The page has a module for each. */
enum Tool {
  BRUSH,
  ERASER,
  RECTANGLE,
  POLYGON,
  FILL,
  EYEDROPPER,
  /** Moves the rectangle that is to be filled in. */
  BOX;

  /** As the page knows it. */
  String word() {
    return Ascii.toLowerCase(name());
  }
}
