package io.pix2pix.data.prepare;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.data.PairFile;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Palette;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.file.PictureFacts;
import io.pix2pix.data.file.StoredPicture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Joins two folders of pictures to A|B pairs: what has the same name up to the extension, in the
 * same folder below, belongs together. Results are PNG files of 8 bits, which lose nothing.
 *
 * @param conditions become the left half, A
 * @param targets become the right half, B
 * @param output folder of the pairs, which has the same folders
 * @param palette gives maps of class indices their colors
 */
public record Combination(Path conditions, Path targets, Path output, Optional<Path> palette)
    implements Preparation {
  private static final int MOST_CLASSES = 64;

  @Override
  public String settings() {
    return "combine %s %s%s"
        .formatted(
            conditions.toAbsolutePath().normalize(),
            targets.toAbsolutePath().normalize(),
            palette.map(file -> " --palette " + file.toAbsolutePath().normalize()).orElse(""));
  }

  @Override
  public ImmutableList<FileTask> tasks() {
    Folders.requireApart(conditions, output);
    Folders.requireApart(targets, output);
    var first = PictureTree.of(conditions);
    var second = PictureTree.of(targets);
    Folders.requireNone(unpaired(first, second), conditions);
    Folders.requireNone(unfit(first, second), conditions);
    var left = LabelColors.of(first, palette.map(Palette::read));
    var right = LabelColors.of(second, palette.map(Palette::read));
    if (palette.isPresent() && !left.isMapOfIndices() && !right.isMapOfIndices()) {
      throw new InvalidInputException(
          "%s: neither %s nor %s holds maps of its indices; correct it, or leave --palette out"
              .formatted(palette.get(), conditions, targets));
    }
    return first.pictures().entrySet().stream()
        .map(
            one ->
                task(
                    one.getKey(),
                    one.getValue(),
                    second.pictures().getOrDefault(one.getKey(), one.getValue()),
                    left,
                    right))
        .collect(ImmutableList.toImmutableList());
  }

  private FileTask task(
      String name, Path condition, Path target, LabelColors left, LabelColors right) {
    var file = output.resolve(name + ".png");
    return new FileTask(
        ImmutableList.of(condition, target),
        file,
        () -> ImageFiles.write(file, SideBySide.of(left.read(condition), right.read(target))));
  }

  private static List<String> unpaired(PictureTree first, PictureTree second) {
    return Stream.concat(alone(first, second), alone(second, first)).toList();
  }

  private static Stream<String> alone(PictureTree tree, PictureTree other) {
    return tree.pictures().entrySet().stream()
        .filter(one -> !other.pictures().containsKey(one.getKey()))
        .map(
            one ->
                "%s: has no partner %s in %s; put it there, or remove this one"
                    .formatted(one.getValue(), one.getKey(), other.root()));
  }

  /** From the heads of files. */
  private static List<String> unfit(PictureTree first, PictureTree second) {
    return first.pictures().entrySet().parallelStream()
        .flatMap(
            one ->
                unfit(one.getValue(), second.pictures().getOrDefault(one.getKey(), one.getValue())))
        .toList();
  }

  private static Stream<String> unfit(Path condition, Path target) {
    try {
      var left = ImageFiles.shape(condition);
      var right = ImageFiles.shape(target);
      if (left.height() != right.height() || left.width() != right.width()) {
        return Stream.of(
            "%s: has %s pixels, but its partner %s has %s; bring both to one size with pix2pix data resize"
                .formatted(condition, left.widthByHeight(), target, right.widthByHeight()));
      }
      return Stream.of(condition, target).filter(file -> isDeep(file)).map(Combination::tooDeep);
    } catch (InvalidInputException e) {
      return Stream.of(String.valueOf(e.getMessage()));
    }
  }

  /** Maps of indices hold small numbers, whatever their depth. */
  private static boolean isDeep(Path file) {
    return StoredPicture.bits(file) > 8 && PictureFacts.of(file(file)).greatest() > 255;
  }

  private static String tooDeep(Path file) {
    return "%s: has more than 8 bits, of which a joined picture would keep 8; leave the two folders as they are, and say data: {name: folders} in the experiment"
        .formatted(file);
  }

  private static PairFile file(Path file) {
    return new PairFile(file.toString(), MoreFiles.asByteSource(file));
  }

  @Override
  public ImmutableList<String> notes() {
    var notes = new ArrayList<String>();
    for (var folder : List.of(conditions, targets)) {
      var tree = PictureTree.of(folder);
      notes.addAll(tree.notes());
      var values = PictureFacts.of(file(tree.paths().get(0))).values();
      if (palette.isEmpty() && !values.isEmpty() && values.lastKey() < MOST_CLASSES) {
        notes.add(
            "%s: seems to hold maps of class indices, 0 to %d, which become nearly black; --palette FILE gives them colors"
                .formatted(folder, values.lastKey()));
      }
    }
    return ImmutableList.copyOf(notes);
  }

  /**
   * How pictures of a folder are read.
   *
   * @param colors of maps of indices; empty where they have colors of their own
   */
  private record LabelColors(Optional<Palette> colors) {
    static LabelColors of(PictureTree tree, Optional<Palette> palette) {
      return new LabelColors(
          palette.filter(
              known -> {
                var values = PictureFacts.of(file(tree.paths().get(0))).values();
                return !values.isEmpty() && values.keySet().stream().allMatch(known::hasIndex);
              }));
    }

    boolean isMapOfIndices() {
      return colors.isPresent();
    }

    Image read(Path file) {
      return colors
          .map(known -> ColoredLabels.read(file, known))
          .orElseGet(() -> ImageFiles.read(file));
    }
  }
}
