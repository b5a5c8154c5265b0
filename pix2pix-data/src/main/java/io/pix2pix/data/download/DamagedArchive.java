package io.pix2pix.data.download;

/** The bytes of an archive are not those that were packed. */
final class DamagedArchive extends Exception {
  private static final long serialVersionUID = 1;

  DamagedArchive(Exception cause) {
    super(String.valueOf(cause), cause);
  }
}
