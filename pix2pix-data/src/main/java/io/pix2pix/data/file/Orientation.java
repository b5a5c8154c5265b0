package io.pix2pix.data.file;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;

/** How the stored rows and columns of a picture are to be shown: the tag Orientation of Exif. */
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, false, true),
  TURNED_HALF(false, true, true),
  FLIPPED(false, true, false),
  TRANSPOSED(true, false, false),
  TURNED_RIGHT(true, true, false),
  TRANSVERSED(true, true, true),
  TURNED_LEFT(true, false, true);

  private final boolean swapsAxes;
  private final boolean fromLastRow;
  private final boolean fromLastColumn;

  Orientation(boolean swapsAxes, boolean fromLastRow, boolean fromLastColumn) {
    this.swapsAxes = swapsAxes;
    this.fromLastRow = fromLastRow;
    this.fromLastColumn = fromLastColumn;
  }

  /** That of a value of the tag; values that mean nothing leave a picture as it is. */
  static Orientation of(int tag) {
    return tag >= 1 && tag <= 8 ? values()[tag - 1] : UPRIGHT;
  }

  /** The shape of the shown picture. */
  ImageShape of(ImageShape stored) {
    return swapsAxes ? stored.resized(stored.width(), stored.height()) : stored;
  }

  /** The shown picture. */
  Image of(Image stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    var shape = of(stored.shape());
    var values = new float[shape.size()];
    int at = 0;
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        int row = at(swapsAxes ? x : y, stored.height(), fromLastRow);
        int column = at(swapsAxes ? y : x, stored.width(), fromLastColumn);
        for (int channel = 0; channel < shape.channels(); channel++) {
          values[at++] = stored.at(row, column, channel);
        }
      }
    }
    return Image.owning(shape, values);
  }

  private static int at(int position, int length, boolean fromLast) {
    return fromLast ? length - 1 - position : position;
  }
}
