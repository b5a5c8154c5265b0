package io.pix2pix.data.file;

/** The head of a file whose numbers follow it, pixel by pixel. */
interface SampleHeader {
  /** How a message begins of what is refused, rather than damaged. */
  String REFUSED = "refused: ";

  /** Pixels of a row. */
  int width();

  /** Rows. */
  int height();
}
