package io.pix2pix.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.primitives.Floats;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.library.Pix2PixLibrary;
import io.pix2pix.testing.ManyThreads;
import io.pix2pix.train.translation.TrainedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is safe for several threads gives each of them what it gives one alone. */
class ManyThreadsIT {
  private static final int SIZES = 12;
  private static final int PAIRS = 12;

  @TempDir static Path home;
  private static Pix2Pix pix2pix;
  private static Pix2PixLibrary library;
  private static TrainedRun run;

  @BeforeAll
  static void train() throws Exception {
    pix2pix = new Pix2Pix(home);
    library = Pix2PixLibrary.load();
    run = library.open(pix2pix.trained("run"));
    var folder = Files.createDirectories(home.resolve("data/train"));
    for (int i = 0; i < PAIRS; i++) {
      ImageFiles.write(folder.resolve(i + (i % 2 == 0 ? ".png" : ".jpg")), noise(16, 32, i));
    }
  }

  /** More sizes than a graph has room for, so that graphs are replaced meanwhile. */
  @Test
  void aTranslatorWithNoise() throws Exception {
    var images = IntStream.range(0, SIZES).mapToObj(i -> noise(16 + 4 * i, 16, i)).toList();
    try (var translator = library.translator(run, 1)) {
      var alone = IntStream.range(0, SIZES).mapToObj(i -> translator.translate(images.get(i), "", i));
      var expected = alone.collect(toImmutableList());

      var results =
          ManyThreads.results(
              8 * SIZES, i -> translator.translate(images.get(i % SIZES), "", i % SIZES));

      assertThat(results).containsExactlyElementsOf(repeated(expected, 8));
    }
  }

  @Test
  void translatorsOfOneRunThatAreOpenedAndClosedBesideEachOther() throws Exception {
    var condition = noise(16, 16, 1);
    Image alone;
    try (var translator = library.translator(run, 1)) {
      alone = translator.translate(condition, "");
    }

    var results =
        ManyThreads.results(
            16,
            i -> {
              try (var own = library.translator(run, 1)) {
                return own.translate(condition, "");
              }
            });

    assertThat(results).containsOnly(alone);
  }

  @Test
  void evaluationsOfOneRun() throws Exception {
    var alone = library.evaluate(run, "test", "l1", "ssim");

    assertThat(ManyThreads.results(4, i -> library.evaluate(run, "test", "l1", "ssim")))
        .containsOnly(alone);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "paired",
        "colorization",
        "inpainting",
        "edges",
        "deblurring",
        "super-resolution",
        "{name: synthetic-facades, size: 16, train: 12, val: 1, test: 1}"
      })
  void pairsOfADataSet(String data) throws Exception {
    var alone = open(data);
    var opened = open(data);

    assertThat(ManyThreads.results(3 * PAIRS, i -> read(opened, i % PAIRS)))
        .containsExactlyElementsOf(repeated(readAll(alone), 3));
    assertThat(ManyThreads.results(8, i -> opened.checksum("train")))
        .containsOnly(alone.checksum("train"));
  }

  @Test
  void aCheckOfADataSet() throws Exception {
    var opened = open("paired");
    var cache = home.resolve("cache");

    var pairs =
        ManyThreads.results(
            8, i -> opened.checkedSplit("train", cache, ProgressListener.NONE).read(i));

    assertThat(pairs).containsExactlyElementsOf(readAll(open("paired")).subList(0, 8));
  }

  @Test
  void experimentsThatAreRead() throws Exception {
    var file = pix2pix.experiment();
    var alone = library.experiment(file, "seed=7");

    assertThat(ManyThreads.results(32, i -> library.experiment(file, "seed=7")))
        .containsOnly(alone);
  }

  @Test
  void theTensorsOfACheckpoint() throws Exception {
    var tensors = run.checkpoint().tensors();
    var names =
        tensors.names().stream().filter(name -> name.endsWith("kernel")).collect(toImmutableList());
    var alone = names.stream().map(name -> Floats.asList(tensors.floats(name))).toList();

    var results =
        ManyThreads.results(
            8 * names.size(), i -> Floats.asList(tensors.floats(names.get(i % names.size()))));

    assertThat(results).containsExactlyElementsOf(repeated(alone, 8));
  }

  private static OpenedDataset open(String data) {
    var dataset = library.experiment(pix2pix.experiment(), "data=" + data).data();
    return DataSource.folder(home.resolve("data")).open(dataset);
  }

  /** All that is asked of a pair; each thread asks for the split anew. */
  private static ImagePair read(OpenedDataset opened, int index) {
    var pairs = opened.split("train");
    var pair = pairs.read(index);
    assertThat(pairs.shape(index).condition()).isEqualTo(pair.condition().shape());
    return pair;
  }

  private static List<ImagePair> readAll(OpenedDataset opened) {
    return IntStream.range(0, PAIRS).mapToObj(i -> read(opened, i)).toList();
  }

  private static <T> ImmutableList<T> repeated(List<T> list, int times) {
    return ImmutableList.copyOf(
        Iterables.limit(Iterables.cycle(list), times * list.size()));
  }

  private static Image noise(int height, int width, long seed) {
    var random = new Random(seed);
    var values = new float[height * width * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return Image.owning(new ImageShape(height, width, 3), values);
  }
}
