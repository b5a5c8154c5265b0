package io.pix2pix.data.file;

import com.google.common.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Whether a BMP file is gray: the format knows tables of colors only, also for gray pictures. */
final class BitmapColors {
  private static final int TABLE = 54;
  private static final int USUAL_HEAD = 40;
  private static final int COLORS = 256;

  private BitmapColors() {}

  /** Whether it has a table of 8 bits in which every number stands for its own gray. */
  static boolean areGray(ByteSource contents) throws IOException {
    var start = contents.slice(0, TABLE + 4L * COLORS).read();
    var head = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    if (start.length < TABLE + 4 * COLORS
        || head.getInt(14) != USUAL_HEAD
        || head.getShort(28) != 8
        || head.getInt(46) % COLORS != 0) {
      return false;
    }
    for (int i = 0; i < COLORS; i++) {
      if ((head.getInt(TABLE + 4 * i) & 0xffffff) != i * 0x010101) {
        return false;
      }
    }
    return true;
  }
}
