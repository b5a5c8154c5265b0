package io.pix2pix.campaign.disk;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** A folder is removed by somebody else, at some change; then everything works as before. */
public final class VanishingFolder implements DiskFault {
  private final String folder;
  private final AtomicLong left;

  /**
   * @param folder that is removed
   * @param changes before that
   */
  public VanishingFolder(Path folder, long changes) {
    this.folder = folder.toString();
    this.left = new AtomicLong(changes);
  }

  @Override
  public void beforeChange(Path real) throws IOException {
    if (left.getAndDecrement() == 0) {
      remove(real.getFileSystem().getPath(folder));
    }
  }

  @Override
  public int beforeWrite(Path real, int bytes) throws IOException {
    beforeChange(real);
    return bytes;
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }
}
