package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.spark.ObjectStore;
import io.pix2pix.spark.SparkFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Translates pictures with Spark in one process, and pix2pix in another. */
class SparkTranslateIT {
  private static final int PICTURES = 12;

  @TempDir private Path folder;

  @Test
  void picturesAreThoseOfOneMachineAndASecondRunDoesWhatIsMissing() throws IOException {
    var spark = SparkFolder.find();
    var run = new Pix2Pix(folder).trained("run");
    var input = pictures();
    var whole = translate(run, input, folder.resolve("one").toString());
    var damaged = Files.writeString(input.resolve("damaged.png"), "no picture");

    var answer = translate(run, input, "objects://store/two", "--executor", executor(spark));

    assertThat(whole.code()).as(whole.err()).isZero();
    assertThat(answer.code()).as(answer.out() + answer.err()).isOne();
    assertThat(answer.err()).contains(damaged.toString(), "1 of 13 pictures was not translated");
    for (int i = 0; i < PICTURES; i++) {
      assertThat(result(i)).hasSameBinaryContentAs(folder.resolve("one").resolve(i + ".png"));
    }

    Files.delete(damaged);
    Files.delete(result(7));
    var again = translate(run, input, "objects://store/two", "--executor", executor(spark));

    assertThat(again.code()).as(again.out() + again.err()).isZero();
    assertThat(again.out()).contains("11 of 12 pictures were there already");
    assertThat(result(7)).hasSameBinaryContentAs(folder.resolve("one/7.png"));
  }

  @Test
  void resultsThatSomethingElseHasMadeAreRefused() throws IOException {
    var spark = SparkFolder.find();
    var run = new Pix2Pix(folder).trained("run");
    var list = Files.writeString(pictures().resolve("list.txt"), "3.png\n5.png\n");
    Files.createDirectories(folder.resolve("objects"));
    Files.writeString(result(3), "another");

    translate(run, list, "objects://store/two", "--executor", executor(spark))
        .refuses(1, "two/3.png: is there already, and nothing says what made it");
    var answer =
        translate(run, list, "objects://store/two", "--again", "--executor", executor(spark));

    assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
    assertThat(ImageFiles.read(result(3)).shape()).isEqualTo(new ImageShape(16, 16, 3));
    assertThat(result(4)).doesNotExist();
  }

  private Path pictures() throws IOException {
    var input = Files.createDirectories(folder.resolve("input"));
    IntStream.range(0, PICTURES).forEach(number -> picture(input, number));
    return input;
  }

  private static void picture(Path folder, int number) {
    var values = new float[16 * 16 * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i + number);
    }
    ImageFiles.write(folder.resolve(number + ".png"), Image.of(new ImageShape(16, 16, 3), values));
  }

  private Path result(int number) {
    return folder.resolve("objects").resolve("two%2F" + number + ".png");
  }

  private Pix2Pix.Answer translate(Path run, Path input, String output, String... more) {
    var arguments = new ArrayList<>(List.of("translate", run.toString()));
    arguments.addAll(List.of(input.toString(), output));
    arguments.addAll(List.of(more));
    return new Pix2Pix(folder).run(arguments.toArray(String[]::new));
  }

  private String executor(SparkFolder spark) throws IOException {
    var jar = SparkFolder.jar(ObjectStore.class, folder.resolve("jars"));
    var conf =
        List.of(
            "spark.hadoop.fs.objects.impl=" + ObjectStore.class.getName(),
            "spark.hadoop." + ObjectStore.ROOT + "=" + folder.resolve("objects"),
            "spark.driver.extraClassPath=" + jar,
            "spark.driver.host=127.0.0.1");
    return "{name: spark, master: 'local[1]', home: '%s', batch: 5, timeout: 300, conf: ['%s']}"
        .formatted(spark.home(), String.join("', '", conf));
  }
}
