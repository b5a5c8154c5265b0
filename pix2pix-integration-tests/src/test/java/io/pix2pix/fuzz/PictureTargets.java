package io.pix2pix.fuzz;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.image.SampleRange;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.file.ReadOptions;
import io.pix2pix.data.file.StoredImages;
import io.pix2pix.data.file.StoredPicture;
import io.pix2pix.data.pixels.ChannelChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Pictures in every format that is read. */
final class PictureTargets {
  private static final ReadOptions ALL =
      new ReadOptions(ChannelChoice.ALL, Optional.of(new SampleRange(0, 1)));

  private PictureTargets() {}

  static ImmutableList<FuzzTarget> all() {
    return ImmutableList.of(
        picture("png"),
        picture("jpg"),
        picture("bmp"),
        picture("gif"),
        picture("tif"),
        picture("pnm"),
        picture("webp"),
        picture("npy"));
  }

  private static FuzzTarget picture(String extension) {
    return new FuzzTarget(extension, "picture." + extension, PictureTargets::read);
  }

  /** In every way in which commands read it. */
  private static void read(Path file) throws IOException {
    Refusals.each(
        () -> ImageFiles.shape(file),
        () -> ImageFiles.read(file, ALL),
        () -> StoredPicture.read(file),
        () -> sound(file).read(0));
  }

  /** As training reads a file that was checked before, and changed since. */
  private static StoredImages sound(Path file) throws IOException {
    var entry = new FileTree.Entry(file.getFileName().toString(), Files.size(file), 0);
    return new StoredImages(FileTree.folder(file.getParent()), "", ImmutableList.of(entry)).sound();
  }
}
