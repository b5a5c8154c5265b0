package io.pix2pix.bench.perception;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.train.run.AtomicFolders;
import io.pix2pix.train.run.Png;
import io.pix2pix.train.translation.Translator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A perceptual study as in the paper (section 4.1): participants are shown a real and a generated
 * image for a second and say which was generated. Each of them judges one algorithm.
 *
 * @param folder in which images and answers lie
 * @param protocol what every participant is shown
 * @param split name of the pairs
 * @param pairs whose targets are the real images
 * @param presentation how targets become pictures
 * @param algorithms whose images are judged, at least one
 */
public record PerceptionStudy(
    PerceptionFolder folder,
    Protocol protocol,
    String split,
    Pairs pairs,
    ImageCodec presentation,
    ImmutableList<Algorithm> algorithms) {
  private static final String SPLIT = "split";
  private static final int IMAGES_AT_ONCE = 8;

  /** Before the name of a run, in the settings that are kept. */
  static final String RUN = "run ";

  /**
   * @throws IllegalArgumentException if there is no algorithm
   * @throws InvalidInputException if there are too few pairs, or two algorithms share a name
   */
  public PerceptionStudy {
    checkArgument(!algorithms.isEmpty(), "algorithms must not be empty");
    protocol.check(pairs.size(), "split " + split);
    for (var algorithm : algorithms) {
      if (algorithms.stream().filter(one -> one.name().equals(algorithm.name())).count() > 1) {
        throw new InvalidInputException(
            algorithm.name() + ": is the name of two runs; rename the folder of one of them");
      }
    }
  }

  /** What the algorithms are called. */
  ImmutableList<String> names() {
    return algorithms.stream().map(Algorithm::name).collect(toImmutableList());
  }

  /**
   * Makes all images that are not there yet, as PNG files: files must not tell by their format.
   *
   * @param work is told of it
   * @throws InvalidInputException if the folder holds answers of another study, or an image cannot
   *     be made or written
   */
  public void prepare(ProgressListener work) {
    try (var answers = Answers.open(folder)) {
      answers.keep(settings(answers.settings()));
    }
    fill(
        folder.real(),
        work,
        "real images",
        some -> some.stream().map(this::real).collect(toImmutableList()));
    for (var algorithm : algorithms) {
      if (!Files.exists(folder.generated(algorithm.name()))) {
        generate(algorithm, work);
      }
    }
  }

  private Image real(int index) {
    var pair = pairs.read(index);
    return presentation.showTarget(pair.condition(), pair.target());
  }

  private void generate(Algorithm algorithm, ProgressListener work) {
    try (var translator = algorithm.translator().get()) {
      for (int i = 0; i < pairs.size(); i++) {
        translator.check(pairs.shape(i).condition(), pairs.name(i));
      }
      fill(
          folder.generated(algorithm.name()),
          work,
          algorithm.name(),
          some ->
              translator.show(
                  some.stream().map(index -> Translator.Input.of(pairs, index)).toList()));
    }
  }

  /**
   * @param content the images of some of the pairs
   */
  private void fill(
      Path images,
      ProgressListener work,
      String task,
      Function<List<Integer>, ImmutableList<Image>> content) {
    if (Files.exists(images)) {
      return;
    }
    var all = IntStream.range(0, pairs.size()).boxed().toList();
    AtomicFolders.create(
        images,
        unfinished -> {
          try (var progress = work.begin(task, pairs.size())) {
            for (var some : Lists.partition(all, IMAGES_AT_ONCE)) {
              write(unfinished, some, content.apply(some), progress);
            }
          }
        });
  }

  private static void write(
      Path folder, List<Integer> pairs, List<Image> images, ProgressListener.Progress progress) {
    for (int i = 0; i < pairs.size(); i++) {
      int pair = pairs.get(i);
      Png.write(PerceptionFolder.image(folder, pair), Pixels.toPicture(images.get(i)));
      progress.reached(pair + 1L);
    }
  }

  private ImmutableMap<String, String> settings(ImmutableMap<String, String> kept) {
    var settings = ImmutableMap.<String, String>builder();
    settings.put(SPLIT, pairs(kept.getOrDefault(SPLIT, "")));
    settings.put("practice trials", String.valueOf(protocol.practice()));
    settings.put("trials", String.valueOf(protocol.trials()));
    settings.put("inputs", protocol.inputs().toString());
    settings.put("repeat", String.valueOf(protocol.repeat()));
    settings.put("order", String.valueOf(protocol.seed()));
    algorithms.forEach(one -> settings.put(RUN + one.name(), one.weights()));
    return settings.buildOrThrow();
  }

  /**
   * What tells the pairs from others.
   *
   * @param kept what the folder says of them; studies from before a sample was enough name all
   *     contents
   */
  private String pairs(String kept) {
    var sample = pairs(Coverage.SAMPLE);
    return kept.isEmpty() || kept.equals(sample) ? sample : old(kept, sample);
  }

  private String old(String kept, String sample) {
    var full = pairs(Coverage.FULL);
    return kept.equals(full) ? full : sample;
  }

  private String pairs(Coverage coverage) {
    return split + " (" + pairs.checksum(coverage).value() + ")";
  }

  /**
   * What participants judge: a trained generator.
   *
   * @param name in tables, and of its folder of images
   * @param weights of which step, and how they are used: answers are kept for these alone
   * @param translator opened where images have to be made, and closed then
   */
  public record Algorithm(String name, String weights, Supplier<Translator> translator) {}
}
