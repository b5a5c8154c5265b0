package io.pix2pix.studio;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DrawnCondition;

/** What is drawn: the tools follow from it. */
enum SketchKind {
  /** Areas in the colors of a palette. */
  LABELS(Tool.BRUSH, Tool.RECTANGLE, Tool.POLYGON, Tool.FILL, Tool.EYEDROPPER),
  /** Lines of one color on a plain ground. */
  LINES(Tool.BRUSH, Tool.ERASER),
  /** A photo in black and white, which is loaded. */
  GRAY(),
  /** A photo with a rectangle that is to be filled in. */
  HOLE(Tool.BOX),
  /** A picture of any kind, which is loaded, and drawn on in any color. */
  PICTURE(Tool.BRUSH, Tool.RECTANGLE, Tool.POLYGON, Tool.FILL, Tool.EYEDROPPER);

  private final ImmutableList<Tool> tools;

  SketchKind(Tool... tools) {
    this.tools = ImmutableList.copyOf(tools);
  }

  /** What the data says of itself, where pairs tell no more. */
  static SketchKind of(DrawnCondition.Kind drawn) {
    return switch (drawn) {
      case PICTURE -> PICTURE;
      case LINES -> LINES;
      case GRAY -> GRAY;
      case HOLE -> HOLE;
    };
  }

  ImmutableList<Tool> tools() {
    return tools;
  }

  /** As the page knows it. */
  String word() {
    return Ascii.toLowerCase(name());
  }
}
