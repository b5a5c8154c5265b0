package io.pix2pix.data.layout;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where files with further channels of a picture are that somebody gives: as they are in the data
 * of a training.
 *
 * @param pattern of pictures
 * @param more folders beside that of the picture, or patterns
 */
public record FurtherFiles(PathPattern pattern, ImmutableList<String> more) {

  /**
   * The files of a picture, in the order of {@link #more}.
   *
   * @throws InvalidInputException if there is none
   */
  public ImmutableList<Path> of(Path picture) {
    var file = picture.toAbsolutePath().normalize();
    return more.stream()
        .map(place -> PathPattern.isFolder(place) ? beside(file, place) : matching(file, place))
        .map(wanted -> existing(wanted, picture))
        .collect(ImmutableList.toImmutableList());
  }

  private static Path beside(Path file, String folder) {
    var own = Optional.ofNullable(file.getParent()).orElse(file);
    return own.resolveSibling(folder).resolve(MoreFiles.getNameWithoutExtension(file));
  }

  /** The end of the path tells what the parts of the pattern stand for. */
  private Path matching(Path file, String place) {
    var whole = pattern.steps().whole();
    int length = file.getNameCount();
    return IntStream.rangeClosed(1, length)
        .mapToObj(names -> file.subpath(length - names, length).toString().replace('\\', '/'))
        .filter(end -> whole.matcher(end).matches())
        .findFirst()
        .map(end -> above(file, end).resolve(PathPattern.at(place).path(pattern, end)))
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "%s: does not match %s, so that nothing tells where its further channels are, %s; name such a file, or one that holds all channels (.npy)"
                        .formatted(file, pattern.text(), place)));
  }

  private static Path above(Path file, String end) {
    var folder = file;
    for (int i = 0; i <= end.chars().filter(one -> one == '/').count(); i++) {
      folder = folder.resolveSibling("");
    }
    return folder;
  }

  /** A file of that name, with its extension or any that pictures have. */
  private static Path existing(Path wanted, Path picture) {
    try (var files = Files.list(wanted.resolveSibling(""))) {
      return files
          .filter(ImageFiles::isImage)
          .filter(file -> isCalled(file, wanted))
          .min(Path::compareTo)
          .orElseThrow(() -> missing(wanted, picture));
    } catch (IOException e) {
      throw missing(wanted, picture);
    }
  }

  private static boolean isCalled(Path file, Path wanted) {
    var name = String.valueOf(wanted.getFileName());
    return Stream.of(String.valueOf(file.getFileName()), MoreFiles.getNameWithoutExtension(file))
        .anyMatch(name::equals);
  }

  private static InvalidInputException missing(Path wanted, Path picture) {
    return new InvalidInputException(
        "%s: there is no such picture, which gives further channels of %s; put it there, or name a file that holds all channels (.npy)"
            .formatted(wanted, picture));
  }
}
