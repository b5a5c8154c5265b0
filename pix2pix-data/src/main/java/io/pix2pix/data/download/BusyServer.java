package io.pix2pix.data.download;

import java.io.IOException;

/** A server answers that it cannot do its work now; it may in a moment. */
final class BusyServer extends IOException {
  private static final long serialVersionUID = 1;

  BusyServer(int status) {
    super("the server answers with status " + status);
  }
}
