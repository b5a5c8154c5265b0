package io.pix2pix.data.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Folders of photos are checked as folders of pairs are. */
class PhotosTest {
  @TempDir Path data;

  private static Stream<Dataset> datasets() {
    return Stream.of(new Colorization(0), new Inpainting(0, 0.5));
  }

  private Pairs open(Dataset dataset) {
    return DataSource.folder(data).open(dataset).split("train");
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void everyPictureOfTheFolderGivesAPairByName(Dataset dataset) {
    Pictures.write(data.resolve("train/b.jpg"), 3, 5);
    Pictures.write(data.resolve("train/a.png"), 4, 4);

    var pairs = open(dataset);

    assertThat(pairs.size()).isEqualTo(2);
    assertThat(pairs.name(1)).isEqualTo("b.jpg");
    assertThat(pairs.shape(1).target().widthByHeight()).isEqualTo("5x3");
    assertThat(pairs.read(1).condition().height()).isEqualTo(3);
    assertThat(DataSource.folder(data).open(dataset).has("train")).isTrue();
    assertThat(DataSource.folder(data).open(dataset).has("val")).isFalse();
  }

  @Test
  void theChecksumIsThatOfNamesAndContents() throws IOException {
    Path file = Pictures.write(data.resolve("train/1.png"), 2, 4);
    var before = checksum();

    assertThat(checksum()).isEqualTo(before).hasSize(64);
    Files.move(file, file.resolveSibling("2.png"));
    assertThat(checksum()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void foldersThatAreMissingOrEmptyAreRefused(Dataset dataset) throws IOException {
    refuses(() -> dataset.open(Optional.empty(), "train"), "photos need a data folder", "--data");
    refuses(() -> open(dataset), "has no split train; make a folder of that name");
    Files.createDirectories(data.resolve("train"));
    refuses(() -> open(dataset), "there are no images in it");
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void damagedAndChangedFilesAreRefused(Dataset dataset) {
    Path file = Pictures.write(data.resolve("train/1.png"), 8, 8);
    var pairs = open(dataset);
    Pictures.write(file, 8, 10);
    refuses(() -> pairs.read(0), "1.png: changed while it was in use");

    Pictures.truncate(Pictures.write(data.resolve("train/cut.jpg"), 64, 64), 0.6);
    refuses(() -> open(dataset), "cut.jpg");
  }

  private String checksum() {
    return open(new Colorization(0)).checksum(Coverage.SAMPLE).value();
  }

  private static void refuses(Runnable work, String... words) {
    assertThatThrownBy(work::run)
        .isInstanceOf(InvalidInputException.class)
        .message()
        .contains(words);
  }
}
