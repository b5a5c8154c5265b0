package io.pix2pix.cli;

import static io.pix2pix.testing.PixAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows docs/add-a-generator.md, whose files lie outside of this project. */
class AddAGeneratorIT {
  private static final Path GUIDE = Guides.root().resolve("docs/add-a-generator.md");

  @TempDir private static Path folder;

  private static GuideProject project;
  private static Path jar;
  private static PluginClassPath plugins;

  @BeforeAll
  static void buildTheJar() throws Exception {
    project = GuideProject.write(GUIDE, folder.resolve("residual"));
    jar = project.jar();
    plugins = new PluginClassPath(jar);
  }

  @AfterAll
  static void putTheClassPathBack() throws Exception {
    plugins.close();
  }

  @Test
  void listShowsTheGeneratorAsTheGuideSays() throws Exception {
    var list = Terminal.run("list", "generator");

    assertThat(list.exitCode()).isZero();
    var shown = list.output().substring(list.output().indexOf("  residual\n"));
    shown = shown.substring(0, shown.indexOf("\n\n") + 1);
    assertThat(Files.readString(GUIDE)).contains("```\n" + shown + "```");
  }

  @Test
  void itsExperimentTrainsAndTranslates() {
    var experiment = project.folder().resolve("residual.yaml").toString();
    var train =
        Terminal.run(
            "train",
            experiment,
            "--runs",
            folder.toString(),
            "--name",
            "run",
            "--set",
            "data={size: 32, train: 4, val: 1, test: 1}",
            "--set",
            "training.epochs=1",
            "--set",
            "discriminator.filters=2");
    assertThat(train.exitCode()).as(train.output()).isZero();

    var output = folder.resolve("translated.png");
    var translate =
        Terminal.run("translate", folder.resolve("run").toString(), input(), output.toString());
    assertThat(translate.exitCode()).as(translate.output()).isZero();
    assertThat(ImageFiles.read(output)).hasShape(21, 13, 3);
  }

  @Test
  void itsTestsPass() throws Exception {
    assertThat(project.runTests(jar, "org.example.residual.ResidualTest")).isPositive();
  }

  @Test
  void itsPomNamesTheVersionsOfThisProject() throws Exception {
    var own = Files.readString(Guides.root().resolve("pom.xml"));
    var pom = Guides.file(GUIDE, "pom.xml");

    assertThat(own)
        .contains("<version>" + between(pom, "<pix2pix.version>", "</") + "</version>")
        .contains("<junit.version>" + between(pom, "junit-jupiter</artifactId>", "</version>"));
  }

  private static String between(String text, String start, String end) {
    var rest = text.substring(text.indexOf(start) + start.length());
    return rest.substring(0, rest.indexOf(end)).replace("<version>", "").strip();
  }

  /** The generator takes every size: 13 by 21 pixels. */
  private static String input() {
    var file = folder.resolve("labels.png");
    var shape = new ImageShape(21, 13, 3);
    ImageFiles.write(file, Image.of(shape, new float[shape.size()]));
    return file.toString();
  }
}
