package io.pix2pix.train.run;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * Text in pictures. Some machines have no fonts, and Java fails there with errors; pictures then go
 * without text.
 */
final class TextRendering {
  private static final int SIZE = 13;

  private TextRendering() {}

  /** Whether this machine has fonts to draw with. */
  static boolean possible() {
    var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    try {
      return graphics.getFontMetrics(font(10)).stringWidth("0") > 0;
    } catch (LinkageError | InternalError | RuntimeException e) {
      return false;
    } finally {
      graphics.dispose();
    }
  }

  static Font font(int size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, size);
  }

  /** Draws a text around a point. */
  static void centered(Graphics2D graphics, String text, int x, int y, Color color) {
    prepare(graphics, color);
    var metrics = graphics.getFontMetrics();
    graphics.drawString(text, x - metrics.stringWidth(text) / 2, y + metrics.getAscent() / 2 - 1);
  }

  /** Draws a text from a point to the right. */
  static void leftAligned(Graphics2D graphics, String text, int x, int y, Color color) {
    prepare(graphics, color);
    graphics.drawString(text, x, y + graphics.getFontMetrics().getAscent() / 2 - 1);
  }

  /** How wide a text is, in pixels. */
  static int width(String text) {
    var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
    try {
      return graphics.getFontMetrics(font(SIZE)).stringWidth(text);
    } finally {
      graphics.dispose();
    }
  }

  private static void prepare(Graphics2D graphics, Color color) {
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(font(SIZE));
    graphics.setColor(color);
  }
}
