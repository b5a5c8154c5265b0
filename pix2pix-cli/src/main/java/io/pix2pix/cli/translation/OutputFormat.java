package io.pix2pix.cli.translation;

import com.google.common.io.MoreFiles;
import io.pix2pix.data.file.ImageFiles;
import java.nio.file.Path;

/** The format of the pictures in an output folder, and what they are called. */
enum OutputFormat {
  /** Without loss: labels keep their colors. */
  PNG("png"),
  JPEG("jpg"),
  TIFF("tif"),
  BMP("bmp"),
  /** NumPy arrays. */
  NPY("npy"),
  /** That of each input, which keeps its name; PNG for formats that are only read. */
  SAME("") {
    @Override
    String nameFor(Path input) {
      return input.getFileName() + (ImageFiles.isWritten(input) ? "" : ".png");
    }

    @Override
    String longNameFor(Path input) {
      return nameFor(input);
    }
  };

  private final String extension;

  OutputFormat(String extension) {
    this.extension = extension;
  }

  /** The end of names, without the dot; empty for {@link #SAME}. */
  String extension() {
    return extension;
  }

  /** The name of the picture that is made of an input. */
  String nameFor(Path input) {
    return MoreFiles.getNameWithoutExtension(input) + "." + extension;
  }

  /** Its name where the shorter one is another picture's too. */
  String longNameFor(Path input) {
    return input.getFileName() + "." + extension;
  }
}
