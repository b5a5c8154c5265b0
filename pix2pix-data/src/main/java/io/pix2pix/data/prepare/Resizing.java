package io.pix2pix.data.prepare;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.file.StoredPicture;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.resize.Resampling;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Resizes the pictures of a folder and all that are in it. Results are PNG files with the channels
 * and the depth of their inputs.
 *
 * @param input folder
 * @param output folder, which gets the same folders
 * @param size of each picture, or of each half
 * @param method for pictures that are no label maps
 * @param labels names of folders with label maps, or {@code left} and {@code right} for halves:
 *     their pixels are not mixed
 * @param pairs whether pictures are A|B pairs, whose halves are resized each by itself
 */
public record Resizing(
    Path input,
    Path output,
    TargetSize size,
    Resampling method,
    ImmutableSet<String> labels,
    boolean pairs)
    implements Preparation {
  private static final ImmutableSet<String> HALVES = ImmutableSet.of("left", "right");

  @Override
  public String settings() {
    return "resize %s to %s, %s, labels %s%s"
        .formatted(
            input.toAbsolutePath().normalize(), size, method, labels, pairs ? ", pairs" : "");
  }

  @Override
  public ImmutableList<FileTask> tasks() {
    Folders.requireApart(input, output);
    var tree = PictureTree.of(input);
    requireLabels(tree);
    Folders.requireNone(tree.paths().parallelStream().flatMap(this::problem).toList(), input);
    var tasks = ImmutableList.<FileTask>builder();
    tree.pictures().forEach((name, file) -> tasks.add(task(file, output.resolve(name + ".png"))));
    PaletteCopy.of(input, output).ifPresent(tasks::add);
    return tasks.build();
  }

  /** A name that is nowhere would leave label maps blended, and nobody would know. */
  private void requireLabels(PictureTree tree) {
    var known =
        pairs
            ? HALVES
            : tree.paths().stream()
                .flatMap(file -> folders(file).stream())
                .collect(ImmutableSet.toImmutableSet());
    for (var name : labels) {
      if (!known.contains(name)) {
        throw new InvalidInputException(
            "--labels: there is no %s named %s; there are: %s"
                .formatted(pairs ? "half" : "folder", name, String.join(", ", known)));
      }
    }
  }

  private List<String> folders(Path file) {
    return Streams.stream(input.relativize(file).resolveSibling(""))
        .map(Path::toString)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private Stream<String> problem(Path file) {
    try {
      var shape = ImageFiles.shape(file);
      return pairs && shape.width() % 2 != 0
          ? Stream.of(
              "%s: the width of %d pixels is odd; a pair is two halves of equal width"
                  .formatted(file, shape.width()))
          : Stream.empty();
    } catch (InvalidInputException e) {
      return Stream.of(String.valueOf(e.getMessage()));
    }
  }

  private FileTask task(Path file, Path result) {
    return new FileTask(
        ImmutableList.of(file),
        result,
        () -> {
          var stored = StoredPicture.read(file);
          (pairs ? pair(stored) : picture(stored, isLabels(file))).write(result);
        });
  }

  private boolean isLabels(Path file) {
    return folders(file).stream().anyMatch(labels::contains);
  }

  private StoredPicture picture(StoredPicture stored, boolean isLabels) {
    // Indices of a table of colors cannot be mixed.
    var source = isLabels ? stored : stored.withoutTable();
    return source.with(resized(source.samples(), isLabels));
  }

  private StoredPicture pair(StoredPicture stored) {
    boolean areLabels = labels.containsAll(HALVES);
    var source = areLabels ? stored : stored.withoutTable();
    var halves = Direction.AtoB.split(source.samples());
    return source.with(
        SideBySide.of(
            resized(halves.condition(), labels.contains("left")),
            resized(halves.target(), labels.contains("right"))));
  }

  private Image resized(Image image, boolean isLabels) {
    var shape = size.of(image.shape());
    return (isLabels ? Resampling.NEAREST : method).resize(image, shape.height(), shape.width());
  }

  @Override
  public ImmutableList<String> notes() {
    return PictureTree.of(input).notes();
  }
}
