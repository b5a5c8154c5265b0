package io.pix2pix.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.campaign.disk.Disk;
import io.pix2pix.campaign.disk.FaultyFileSystemProvider;
import io.pix2pix.campaign.disk.HaltedProcess;
import io.pix2pix.campaign.disk.HaltedProcess.HaltedError;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.file.WriteOptions;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on the disk of a picture whose writer is killed, at each of its changes. */
class HaltedPictureIT {
  private static final ImageShape SHAPE = new ImageShape(64, 64, 3);

  @TempDir private Path real;
  private Path folder;

  @BeforeEach
  void place() {
    var provider = new FaultyFileSystemProvider(FileSystems.getDefault().provider());
    folder = provider.getPath(real.toUri());
  }

  @AfterEach
  void repair() {
    Disk.disarm();
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.png", "out.jpg", "out.tif", "out.bmp", "out.npy"})
  void halfAPictureHasANameThatEndsInPart(String name) throws IOException {
    var file = folder.resolve(name);

    checkEachChange(file, image -> ImageFiles.write(file, image));
  }

  @ParameterizedTest
  @ValueSource(strings = {"out.png", "out.tif", "out.npy"})
  void halfAPictureInStripsHasANameThatEndsInPart(String name) throws IOException {
    var file = folder.resolve(name);

    checkEachChange(
        file,
        image ->
            ImageFiles.write(
                file,
                ImmutableList.of(
                        image.part(0, 0, SHAPE.resized(32, 64)),
                        image.part(32, 0, SHAPE.resized(32, 64)))
                    .iterator(),
                64,
                WriteOptions.BYTES));
  }

  private void checkEachChange(Path file, Writer writer) throws IOException {
    writer.write(filled(0.5f));
    var replaced = Files.readAllBytes(file);
    int halts = 0;
    int halves = 0;
    while (isHalted(writer, halts)) {
      assertThat(file).hasBinaryContent(replaced);
      halves += removedHalves(file);
      halts++;
    }
    assertThat(halves).as("halves of %s halts", halts).isPositive();
    assertThat(Files.readAllBytes(file)).isNotEqualTo(replaced);
    assertThat(removedHalves(file)).isZero();
  }

  private boolean isHalted(Writer writer, int changes) {
    Disk.arm(folder, new HaltedProcess(changes));
    try {
      writer.write(filled(-0.5f));
      return false;
    } catch (HaltedError e) {
      return true;
    } finally {
      Disk.disarm();
    }
  }

  /** All other files are halves of the picture, which no command takes for one. */
  private int removedHalves(Path file) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      var halves = all.filter(path -> !path.equals(file)).toList();
      for (var half : halves) {
        assertThat(half.getFileName().toString())
            .startsWith("." + file.getFileName())
            .endsWith(".part");
        assertThat(ImageFiles.isImage(half)).isFalse();
        Files.delete(half);
      }
      return halves.size();
    }
  }

  private static Image filled(float value) {
    var values = new float[SHAPE.size()];
    Arrays.fill(values, value);
    return Image.owning(SHAPE, values);
  }

  private interface Writer {
    void write(Image image);
  }
}
