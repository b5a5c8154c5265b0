package io.pix2pix.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A reader of the product that gets bytes which nobody has looked at. It may return, or refuse them
 * by an {@link io.pix2pix.api.error.InvalidInputException} of one line; everything else is a
 * finding.
 *
 * @param name also the folder of its inputs
 * @param file what the bytes are called, as readers look at extensions
 * @param reading calls the reader
 */
record FuzzTarget(String name, String file, Reading reading) {

  /** Calls a reader. */
  @FunctionalInterface
  interface Reading {
    /**
     * Reads all that the file has.
     *
     * @throws io.pix2pix.api.error.InvalidInputException if the reader refuses it
     */
    void read(Path file) throws IOException;
  }

  /**
   * Lets the reader read bytes.
   *
   * @param folder empty; it is empty again afterwards
   * @throws RuntimeException if that is a finding
   */
  void run(Path folder, byte[] input) {
    try {
      try {
        var made = Files.write(folder.resolve(file), input);
        Refusals.each(() -> read(made));
      } finally {
        empty(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path read(Path made) throws IOException {
    reading.read(made);
    return made;
  }

  private static void empty(Path folder) throws IOException {
    try (var left = Files.newDirectoryStream(folder)) {
      for (var path : left) {
        if (Files.isDirectory(path)) {
          empty(path);
        }
        Files.delete(path);
      }
    }
  }
}
