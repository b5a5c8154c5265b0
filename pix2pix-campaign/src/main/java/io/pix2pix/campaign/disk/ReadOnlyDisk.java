package io.pix2pix.campaign.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;

/** Nothing can be changed: folders that belong to somebody else. It holds for root, too. */
public final class ReadOnlyDisk implements DiskFault {

  @Override
  public void beforeChange(Path real) throws IOException {
    throw new AccessDeniedException(real.toString());
  }

  @Override
  public int beforeWrite(Path real, int bytes) throws IOException {
    throw new AccessDeniedException(real.toString());
  }
}
