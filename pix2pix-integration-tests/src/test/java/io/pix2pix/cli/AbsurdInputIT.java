package io.pix2pix.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What no machine can hold ends in one line, and not in the end of the process. */
@Timeout(180)
class AbsurdInputIT {
  @TempDir Path folder;

  @AfterEach
  void forget() {
    System.clearProperty("pix2pix.memory");
  }

  @Test
  void refusesFiltersAndBatchesThatNoMachineHolds() {
    set("generator.filters=1000000000")
        .refuses(1, "generator.filters: must be between 1 and 16384, not 1000000000");
    set("discriminator.filters=1000000000")
        .refuses(1, "discriminator.filters: must be between 1 and 16384, not 1000000000");
    set("training.batchSize=1000000000")
        .refuses(1, "training.batchSize: must be between 1 and 65536, not 1000000000");
    set("generator.filters=" + "9".repeat(1000)).refuses(1, "999... (1,000 characters)");
    set("generator.filters=+" + "9".repeat(100_000)).refuses(1, "must be a whole number");
    set("a.".repeat(100_000) + "a=1").refuses(1, "has more than 64 parts");
  }

  /** 16384 filters: the third kernel alone has 4 x 4 x 32768 x 65536 weights, 128 GB. */
  @Test
  void refusesWeightsBeforeTensorFlowIsAskedForThem() {
    System.setProperty("pix2pix.memory", "64g");

    set("generator.filters=16384", "generator.levels=4", "data.size=64")
        .refuses(1, "generator/", "of memory, and there are 64 GB; lower filters");
  }

  @Test
  void refusesATrainingThatDoesNotFitAndSaysWhatFits() {
    System.setProperty("pix2pix.memory", "1g");
    var pix2pix = new Pix2Pix(folder);

    pix2pix
        .train("large", "--set", "training.batchSize=65536")
        .refuses(1, "of memory, and there are 1.0 GB; lower training.batchSize");
    assertThat(pix2pix.runs().resolve("large")).doesNotExist();
  }

  @Test
  void saysHowMuchMemoryATrainingTakes() {
    var pix2pix = new Pix2Pix(folder);

    assertThat(pix2pix.train("small").out()).containsPattern("Training takes about [0-9]+ MB");
    assertThat(set().out()).containsPattern("Training takes about [0-9]+ MB");
  }

  @Test
  void countsCellsWithoutMakingThem() throws IOException {
    study(9, "[1]").refuses(1, "axes: makes 1,000,000,000 cells; a study has at most 10,000");
    study(30, "[1]").refuses(1, "axes: makes 10^30 cells; a study has at most 10,000");
    var seeds = IntStream.range(0, 1001).mapToObj(Integer::toString).collect(joining(", "));
    study(1, "[" + seeds + "]").refuses(1, "seeds: makes 10,010 cells");
  }

  @Test
  void showsControlCharactersOfKeysAsEscapes() throws IOException {
    var file = Files.writeString(folder.resolve("key.yaml"), "name: y\n\"a\\e[31mred\": 1\n");
    var answer = new Pix2Pix(folder).run("describe", file.toString());

    answer.refuses(1, "a\\u001b[31mred: unknown key");
    assertThat(answer.err()).doesNotContain("\u001b");
  }

  @Test
  void readsNoPipesAndDevices() throws Exception {
    var pipe = folder.resolve("pipe.yaml");
    var made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assertThat(made.waitFor(10, TimeUnit.SECONDS)).isTrue();
    var pix2pix = new Pix2Pix(folder);

    for (var command : new String[] {"describe", "train", "study"}) {
      pix2pix.run(command, pipe.toString()).refuses(1, "is a device or a pipe");
      pix2pix.run(command, "/dev/zero").refuses(1, "is a device or a pipe");
    }
    pix2pix
        .run("import", pipe.toString(), folder.resolve("run").toString())
        .refuses(1, "is a device or a pipe");
    var picture = Files.createSymbolicLink(folder.resolve("a.png"), Path.of("/dev/zero"));
    pix2pix
        .run("translate", pix2pix.trained("tiny").toString(), picture.toString(), "out.png")
        .refuses(1, "is a device or a pipe");
  }

  private Pix2Pix.Answer set(String... changes) {
    var pix2pix = new Pix2Pix(folder);
    var arguments = new ArrayList<String>();
    arguments.add("describe");
    arguments.add(pix2pix.experiment().toString());
    for (var change : changes) {
      arguments.add("--set");
      arguments.add(change);
    }
    return pix2pix.run(arguments.toArray(String[]::new));
  }

  private Pix2Pix.Answer study(int axes, String seeds) throws IOException {
    var text =
        "name: s\ntitle: T\nexperiment: {data: synthetic-facades}\nmetrics: [l1]\nseeds: "
            + seeds
            + "\naxes:\n"
            + IntStream.range(0, axes).mapToObj(AbsurdInputIT::axis).collect(joining("\n"))
            + "\n";
    var file = Files.writeString(folder.resolve("study.yaml"), text);
    return new Pix2Pix(folder).run("study", file.toString(), "--dry-run");
  }

  /** An axis of ten values. */
  private static String axis(int number) {
    return IntStream.range(0, 10)
        .mapToObj(value -> "v%d: {training: {epochs: %d}}".formatted(value, value + 1))
        .collect(joining(", ", "  a" + number + ": {", "}"));
  }
}
