package io.pix2pix.train.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Generator;
import io.pix2pix.api.network.Layers;
import io.pix2pix.api.network.ParameterGroup;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Precision;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.train.inference.GeneratorSignature;
import io.pix2pix.train.inference.InferenceModel;
import io.pix2pix.train.inference.InferenceSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Pictures of one value {@code i / 1000}, which {@code G(x) = -x} turns around. */
class TranslationPipelineTest {
  private static final PictureSize AS_THEY_ARE = new PictureSize(UnaryOperator.identity(), false);
  private static final int DAMAGED = 7;
  private static final int UNWRITABLE = 9;

  private final Map<Integer, Float> written = new ConcurrentHashMap<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger mostUnderWay = new AtomicInteger();
  private final List<Integer> told = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private Translator translator;

  @BeforeEach
  void open() {
    var network = new GeneratorSignature(ParameterGroup.GENERATOR, new Negative(), 1, 1);
    var settings =
        new InferenceSettings(
            network, Phase.translation(Statistics.BATCH, false), Precision.FLOAT32, 1);
    var model = InferenceModel.open(settings, new ImageShape(1, 1, 1), (variables, session) -> {});
    translator = new Translator(new Nothing(), ImageCodec.PLAIN, Optional.empty(), model);
  }

  @AfterEach
  void close() {
    translator.close();
  }

  @Test
  void writesEveryPictureAndTellsOfThemInTheirOrder() throws InterruptedException {
    translate(IntStream.range(100, 200).mapToObj(i -> new Constant(i, 1 + i % 3)).toList());

    assertThat(told).containsExactlyElementsOf(IntStream.range(100, 200).boxed().toList());
    assertThat(written).hasSize(100).containsEntry(100, -0.1f).containsEntry(199, -0.199f);
    assertThat(failures).isEmpty();
  }

  @Test
  void oneThatCannotBeReadIsToldInItsTurnAndTheOthersAreTranslated() throws InterruptedException {
    translate(List.of(new Constant(1, 2), new Constant(DAMAGED, 2), new Constant(3, 2)));

    assertThat(told).containsExactly(1, 3);
    assertThat(failures).containsExactly("7: is damaged");
  }

  @Test
  void oneThatCannotBeWrittenEndsAll() {
    var jobs = List.of(new Constant(UNWRITABLE, 2), new Constant(3, 2));

    assertThatThrownBy(() -> translate(jobs))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("9: the disk is full");
  }

  /** Two of them have more pixels than may be under way. */
  @Test
  void largePicturesAreReadOneAtATime() throws InterruptedException {
    translate(IntStream.range(100, 105).mapToObj(i -> new Constant(i, 1600)).toList());

    assertThat(written).hasSize(5);
    assertThat(mostUnderWay).hasValue(1);
  }

  private void translate(List<Constant> jobs) throws InterruptedException {
    TranslationPipeline.translate(
        translator,
        jobs,
        AS_THEY_ARE,
        new TranslationListener() {
          @Override
          public void onTranslated(PictureJob job) {
            told.add(Integer.valueOf(job.where()));
          }

          @Override
          public void onFailed(PictureJob job, InvalidInputException why) {
            failures.add(String.valueOf(why.getMessage()));
          }
        });
  }

  private final class Constant implements PictureJob {
    private final int number;
    private final int edge;

    Constant(int number, int edge) {
      this.number = number;
      this.edge = edge;
    }

    @Override
    public String where() {
      return String.valueOf(number);
    }

    @Override
    public ImageShape shape() {
      return new ImageShape(edge, edge, 1);
    }

    @Override
    public Image read() {
      mostUnderWay.accumulateAndGet(underWay.incrementAndGet(), Math::max);
      if (number == DAMAGED) {
        throw new InvalidInputException(where() + ": is damaged");
      }
      var values = new float[edge * edge];
      Arrays.fill(values, number / 1000f);
      return Image.owning(shape(), values);
    }

    @Override
    public void write(Image translated) {
      underWay.decrementAndGet();
      if (number == UNWRITABLE) {
        throw new InvalidInputException(where() + ": the disk is full");
      }
      written.put(number, translated.at(edge - 1, edge - 1, 0));
    }
  }

  private record Negative() implements Generator {
    @Override
    public Operand<TFloat32> build(Layers layers, Operand<TFloat32> condition, int channels) {
      return layers.tf().math.neg(condition);
    }

    @Override
    public int sizeMultiple() {
      return 1;
    }
  }

  private record Nothing() implements Dataset {
    @Override
    public Pairs open(Optional<FileTree> files, String split) {
      throw new UnsupportedOperationException(split);
    }

    @Override
    public boolean has(Optional<FileTree> files, String split) {
      return false;
    }
  }
}
