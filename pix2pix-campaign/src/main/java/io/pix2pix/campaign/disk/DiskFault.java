package io.pix2pix.campaign.disk;

import java.io.IOException;
import java.nio.file.Path;

/** What goes wrong with a disk. */
public interface DiskFault {

  /**
   * Asked before a file or folder is made, opened for writing, cut, renamed or removed.
   *
   * @param real path of the system's own file system
   * @throws IOException if it cannot be done
   */
  void beforeChange(Path real) throws IOException;

  /**
   * Asked before bytes are written.
   *
   * @param real path of the system's own file system
   * @return how many may be written before it is asked again
   * @throws IOException if none can be written
   */
  int beforeWrite(Path real, int bytes) throws IOException;
}
