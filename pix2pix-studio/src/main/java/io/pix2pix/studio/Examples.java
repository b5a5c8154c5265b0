package io.pix2pix.studio;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.data.OpenedDataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.Palette;
import io.pix2pix.train.translation.TrainedRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Pairs that a run was not trained on, where its data is at hand. Safe for use by several threads.
 */
final class Examples {
  /** So many are offered: the first ones. */
  static final int MOST = 60;

  private static final int LOOKED_AT = 4;
  private static final ImmutableList<String> SPLITS = ImmutableList.of("test", "val", "train");

  private final Optional<Opened> opened;
  private final String split;
  private final String problem;
  private final Optional<Palette> ofRun;

  private Examples(Optional<Opened> opened, String split, String problem, Optional<Palette> ofRun) {
    this.opened = opened;
    this.split = split;
    this.problem = problem;
    this.ofRun = ofRun;
  }

  /**
   * Those of a run. That its data is not there any more is no reason not to draw.
   *
   * @param folder of the data, if it is not where the run was trained
   * @throws InvalidInputException if a folder was given, but is not the data of the run
   */
  static Examples of(TrainedRun run, Optional<Path> folder) {
    var ofRun = run.indices().or(run::classes);
    try {
      var trained = run.provenance().data().folder().map(Path::of);
      var data = DataSource.of(folder.or(() -> trained)).open(run.data());
      var split = SPLITS.stream().filter(data::has).findFirst().orElse(SPLITS.get(0));
      var pairs = data.split(split);
      return new Examples(Optional.of(Opened.of(data, pairs)), split, "", ofRun);
    } catch (InvalidInputException e) {
      if (folder.isPresent()) {
        throw e;
      }
      return new Examples(Optional.empty(), "", String.valueOf(e.getMessage()), ofRun);
    }
  }

  /** The split that they are of; empty if there are none. */
  String split() {
    return split;
  }

  /** Why there are none; empty if there are some. */
  String problem() {
    return problem;
  }

  /** What they are called. */
  ImmutableList<String> names() {
    return opened
        .map(its -> indices(its, MOST).mapToObj(its.pairs()::name).collect(toImmutableList()))
        .orElse(ImmutableList.of());
  }

  /** A few conditions, as pictures. Those that cannot be read are left out. */
  ImmutableList<Image> some() {
    return opened
        .map(its -> read(its).map(pair -> its.codec().showCondition(pair.condition())))
        .orElse(Stream.empty())
        .collect(toImmutableList());
  }

  /** The classes of conditions, where these are label maps. */
  Optional<Palette> palette() {
    var labels = opened.flatMap(its -> read(its).map(ImagePair::labels).findFirst());
    return labels.isEmpty()
        ? ofRun
        : labels
            .filter(its -> its.condition().isLabels())
            .flatMap(its -> its.palette().or(() -> ofRun));
  }

  private static Stream<ImagePair> read(Opened opened) {
    return indices(opened, LOOKED_AT)
        .mapToObj(
            index -> {
              try {
                return Optional.of(opened.pairs().read(index));
              } catch (InvalidInputException e) {
                return Optional.<ImagePair>empty(); // It is told when somebody asks for it.
              }
            })
        .flatMap(Optional::stream);
  }

  private static IntStream indices(Opened opened, int most) {
    return IntStream.range(0, Math.min(most, opened.pairs().size()));
  }

  /**
   * Both images of an example as pictures: condition and target.
   *
   * @throws InvalidInputException if there is no such example, or it cannot be read
   */
  List<Image> pictures(int index) {
    var its =
        opened
            .filter(one -> index >= 0 && index < Math.min(MOST, one.pairs().size()))
            .orElseThrow(() -> new InvalidInputException("there is no example " + index));
    var pair = its.pairs().read(index);
    return List.of(
        its.codec().showCondition(pair.condition()),
        its.codec().showTarget(pair.condition(), pair.target()));
  }

  private record Opened(Pairs pairs, ImageCodec codec) {
    static Opened of(OpenedDataset data, Pairs pairs) {
      return new Opened(pairs, data.codec());
    }
  }
}
