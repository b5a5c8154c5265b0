package io.pix2pix.data.file;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Files;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.FileTree.Entry;
import io.pix2pix.api.error.InvalidInputException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Data with a folder of images for each split.
 *
 * @param files that the user named
 */
public record SplitFolders(FileTree files) {
  private static final Logger LOG = LoggerFactory.getLogger(SplitFolders.class);

  /**
   * The files that the user named.
   *
   * @param what is among them, for the message
   * @throws InvalidInputException if none were named
   */
  public static SplitFolders of(Optional<FileTree> files, String what) {
    return new SplitFolders(
        files.orElseThrow(
            () ->
                new InvalidInputException(
                    "data: " + what + " need a data folder; name it with --data DIR")));
  }

  /** Whether the split has a folder with at least one image. */
  public static boolean has(Optional<FileTree> files, String split) {
    return files.map(SplitFolders::new).filter(data -> data.has(split)).isPresent();
  }

  private boolean has(String split) {
    return files.list(split).stream()
        .flatMap(listing -> listing.files().stream())
        .anyMatch(file -> ImageFiles.isImage(file.name()));
  }

  /** The names of the images in a folder, without extensions. */
  public Stream<String> names(String folder) {
    return files.list(folder).stream()
        .flatMap(listing -> listing.files().stream())
        .map(Entry::name)
        .filter(ImageFiles::isImage)
        .map(Files::getNameWithoutExtension);
  }

  /**
   * The images of a split, by name; at least one.
   *
   * @throws InvalidInputException if the split's folder, or images in it are missing
   */
  public StoredImages images(String split) {
    if (files.list(split).isEmpty()) {
      throw new InvalidInputException(
          files.where("") + ": has no split " + split + "; " + splits());
    }
    return new StoredImages(files, split, images(files, split));
  }

  /**
   * The images of a folder, by name; at least one.
   *
   * @throws InvalidInputException if there are none
   */
  public static ImmutableList<Entry> images(FileTree files, String folder) {
    var images =
        files.list(folder).stream()
            .flatMap(listing -> listing.files().stream())
            .filter(file -> ImageFiles.isImage(file.name()))
            .collect(ImmutableList.toImmutableList());
    if (images.isEmpty()) {
      throw new InvalidInputException(
          files.where(folder)
              + ": there are no images in it; put them there, as files named "
              + String.join(", ", ImageFiles.extensions())
              + PassedOver.in(files, folder).map(words -> "; it holds " + words).orElse(""));
    }
    PassedOver.in(files, folder)
        .ifPresent(words -> LOG.warn("{}: passes over {}", files.where(folder), words));
    return images;
  }

  private String splits() {
    var folders = files.list("").stream().flatMap(listing -> listing.folders().stream());
    var names =
        String.join(
            ", ",
            folders.filter(name -> files.lookInto(name).isPresent()).filter(this::has).toList());
    return names.isEmpty()
        ? "make a folder of that name, with images in it"
        : "the splits in it are: " + names;
  }
}
