package io.pix2pix.bench.perception;

import java.nio.file.Path;

/**
 * The folder of a perceptual study: what lies where.
 *
 * @param path the folder itself
 */
public record PerceptionFolder(Path path) {

  /** The SQLite database of all answers. */
  public Path answers() {
    return path.resolve("answers.sqlite");
  }

  /** The folder of real images. */
  Path real() {
    return path.resolve("images").resolve("real");
  }

  /** The folder of an algorithm's images. */
  Path generated(String algorithm) {
    return path.resolve("images").resolve("generated").resolve(algorithm);
  }

  /** An image of one of these folders. */
  static Path image(Path folder, int pair) {
    return folder.resolve("%05d.png".formatted(pair));
  }
}
