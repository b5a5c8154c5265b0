package io.pix2pix.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** A way in which a file is damaged. */
enum Damage {
  /** One bit is another. */
  FLIP {
    @Override
    void apply(Path file, Path other, Random random) throws IOException {
      var bytes = Files.readAllBytes(file);
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bytes);
    }
  },
  /** The end is missing. */
  CUT {
    @Override
    void apply(Path file, Path other, Random random) throws IOException {
      var bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, 1 + random.nextInt(Math.max(1, bytes.length - 1))));
    }
  },
  /** Nothing is in it. */
  EMPTY {
    @Override
    void apply(Path file, Path other, Random random) throws IOException {
      Files.write(file, new byte[0]);
    }
  },
  /** A stretch is zero, as where a block was never written. */
  ZERO {
    @Override
    void apply(Path file, Path other, Random random) throws IOException {
      var bytes = Files.readAllBytes(file);
      int from = random.nextInt(bytes.length);
      Arrays.fill(bytes, from, from + 1 + random.nextInt(bytes.length - from), (byte) 0);
      Files.write(file, bytes);
    }
  },
  /** More stands behind the end. */
  LONGER {
    @Override
    void apply(Path file, Path other, Random random) throws IOException {
      var bytes = Files.readAllBytes(file);
      var longer = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(64));
      for (int index = bytes.length; index < longer.length; index++) {
        longer[index] = (byte) random.nextInt(256);
      }
      Files.write(file, longer);
    }
  },
  /** It and another file have each other's names. */
  SWAP {
    @Override
    void apply(Path file, Path other, Random random) throws IOException {
      var aside = file.resolveSibling("aside");
      Files.move(file, aside);
      Files.move(other, file);
      Files.move(aside, other);
    }
  },
  /** A copy of another file is in its place. */
  REPLACE {
    @Override
    void apply(Path file, Path other, Random random) throws IOException {
      Files.copy(other, file, StandardCopyOption.REPLACE_EXISTING);
    }
  },
  /** It has another name, of a later step where its name has one. */
  RENAME {
    @Override
    void apply(Path file, Path other, Random random) throws IOException {
      var name = file.getFileName().toString();
      var later = name.replaceFirst("0([0-8])\\.", "09.");
      Files.move(file, file.resolveSibling(later.equals(name) ? name + ".bak" : later));
    }
  },
  /** It is gone. */
  REMOVE {
    @Override
    void apply(Path file, Path other, Random random) throws IOException {
      Files.delete(file);
    }
  },
  /** A folder is in its place. */
  FOLDER {
    @Override
    void apply(Path file, Path other, Random random) throws IOException {
      Files.delete(file);
      Files.createDirectory(file);
    }
  };

  /**
   * Damages a file, which is not empty.
   *
   * @param other another file
   * @param random chooses where
   */
  abstract void apply(Path file, Path other, Random random) throws IOException;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
