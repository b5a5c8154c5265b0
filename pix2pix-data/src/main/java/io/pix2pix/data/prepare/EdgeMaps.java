package io.pix2pix.data.prepare;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.file.Depth;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.file.ReadOptions;
import io.pix2pix.data.file.StoredPicture;
import io.pix2pix.data.file.WriteOptions;
import io.pix2pix.data.photo.EdgeDrawing;
import io.pix2pix.data.pixels.ChannelChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Draws the edges of the photos of a folder and all that are in it: black lines on white, as PNG
 * files. Photos of one channel give drawings of one; photos beside them keep 16 bits.
 *
 * @param photos folder
 * @param output folder, which gets the same folders
 * @param drawing says what an edge is
 * @param pairs whether results are A|B pairs of edges and photo, rather than edges alone
 */
public record EdgeMaps(Path photos, Path output, EdgeDrawing drawing, boolean pairs)
    implements Preparation {
  private static final ReadOptions AS_STORED =
      new ReadOptions(ChannelChoice.AUTO, Optional.empty());

  @Override
  public String settings() {
    return "edges %s, sigma %s, low %s, high %s%s"
        .formatted(
            photos.toAbsolutePath().normalize(),
            drawing.sigma(),
            drawing.low(),
            drawing.high(),
            pairs ? ", pairs" : "");
  }

  @Override
  public ImmutableList<FileTask> tasks() {
    Folders.requireApart(photos, output);
    var tree = PictureTree.of(photos);
    Folders.requireNone(tree.paths().parallelStream().flatMap(EdgeMaps::problem).toList(), photos);
    return tree.pictures().entrySet().stream()
        .map(one -> task(one.getValue(), output.resolve(one.getKey() + ".png")))
        .collect(ImmutableList.toImmutableList());
  }

  private static Stream<String> problem(Path file) {
    try {
      ImageFiles.shape(file);
      return Stream.empty();
    } catch (InvalidInputException e) {
      return Stream.of(String.valueOf(e.getMessage()));
    }
  }

  private FileTask task(Path photo, Path result) {
    return new FileTask(
        ImmutableList.of(photo),
        result,
        () -> {
          var image = ImageFiles.read(photo, AS_STORED);
          var edges = drawing.of(image);
          if (pairs) {
            var depth = StoredPicture.bits(photo) > 8 ? Depth.SHORTS : Depth.BYTES;
            var options = new WriteOptions(depth, Optional.empty());
            ImageFiles.write(result, SideBySide.of(edges, image), options);
          } else {
            ImageFiles.write(result, edges);
          }
        });
  }

  @Override
  public ImmutableList<String> notes() {
    return PictureTree.of(photos).notes();
  }
}
