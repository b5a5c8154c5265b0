package io.pix2pix.bench.speed.work;

import io.pix2pix.train.run.AtomicFiles;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Files for works. JPEG files of pairs to be loaded are more than a training keeps in memory; they
 * are as large as those of CMP Facades, and shapes with some noise on them take as many bytes as
 * photos do.
 */
final class PairFiles {
  private static final int PICTURES = 20;
  private static final int COPIES = 20;
  private static final int HEIGHT = 256;
  private static final int WIDTH = 512;
  private static final int SHAPES = 60;
  private static final int GRAIN = 12;

  private PairFiles() {}

  /** Writes {@code train/0.jpg} and so on into a folder. */
  static void write(Path folder) {
    var train = folder.resolve("train");
    AtomicFiles.createFolder(train);
    for (int picture = 0; picture < PICTURES; picture++) {
      var bytes = encoded(picture(new Random(picture)), "jpg");
      for (int copy = 0; copy < COPIES; copy++) {
        write(train.resolve(picture * COPIES + copy + ".jpg"), bytes);
      }
    }
  }

  /** Writes {@code 0.png} and so on, of 256x256 pixels, into a folder. */
  static void writePictures(Path folder, int pictures) {
    AtomicFiles.createFolder(folder);
    for (int i = 0; i < pictures; i++) {
      var half = picture(new Random(i % PICTURES)).getSubimage(0, 0, HEIGHT, HEIGHT);
      write(folder.resolve(i + ".png"), encoded(half, "png"));
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  private static BufferedImage picture(Random random) {
    var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    for (int i = 0; i < SHAPES; i++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      graphics.fillRect(
          random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(120), random.nextInt(120));
    }
    graphics.dispose();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        picture.setRGB(x, y, grainy(picture.getRGB(x, y), random.nextInt(GRAIN)));
      }
    }
    return picture;
  }

  private static int grainy(int color, int grain) {
    // Each channel loses its lowest bits to the grain, so that none overflows into another.
    return (color & 0xf0f0f0) | grain * 0x010101;
  }

  private static byte[] encoded(BufferedImage picture, String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
