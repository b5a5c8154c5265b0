package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ObjectArrays;
import io.pix2pix.bench.browser.Chromium;
import io.pix2pix.testing.Provided;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The page of {@code --layout web} in Chromium, where there is one; else reported as skipped. */
class WebPageIT {
  private static final String DONE =
      "document.body.dataset.state === 'ready' && !get('save').disabled";
  private static final String STATUS = "get('status').textContent";
  @TempDir static Path home;
  private static Pix2Pix pix2pix;
  private static Path run;

  /** Chromium may still write when it is over. */
  @TempDir(cleanup = CleanupMode.NEVER)
  Path folder;

  /** The network of the demo, after four steps. */
  @BeforeAll
  static void trainTheNetworkOfTheDemo() {
    pix2pix = new Pix2Pix(home);
    var demo = Path.of(System.getProperty("pix2pix.root", ""), "experiments", "demo.yaml");
    String[] train = {"train", demo.toString(), "--runs", pix2pix.runs().toString()};
    String[] little = {"--set", "training.epochs=1", "--set", "data.train=4"};
    var answer = pix2pix.run(ObjectArrays.concat(train, little, String.class));
    assertThat(answer.code()).as(answer.err()).isZero();
    run = pix2pix.runs().resolve("demo");
  }

  @BeforeEach
  void wantABrowser() {
    Provided.require(Chromium.program().isPresent(), "needs chromium on the PATH");
  }

  @Test
  void openedFromAFolderItMakesThePicturesOfTranslate() throws Exception {
    var page = exported(run);
    var picture = picture("labels.png", 64, 64);

    try (var browser = browser(1280, 900)) {
      browser.open(index(page), DONE);
      assertThat(browser.value(STATUS).asString()).startsWith("test-0000.png: 64 × 64 pixels");
      browser.choose("#file", picture);
      browser.until("get('status').textContent.startsWith('labels.png:') && " + DONE);

      assertAlike(shown(browser), translated(run, picture), 1);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void servedAsFilesItMakesThePicturesOfTranslate() throws Exception {
    var picture = picture("labels.png", 64, 64);

    try (var server = new StaticFiles(exported(run));
        var browser = browser(1280, 900)) {
      browser.open(server.address("index.html"), DONE);
      browser.choose("#file", picture);
      browser.until("get('status').textContent.startsWith('labels.png:') && " + DONE);

      assertAlike(shown(browser), translated(run, picture), 1);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void resizesAsTheTrainingDidAndTakesOtherSizes() throws Exception {
    var sized = sizedRun();
    var photo = picture("photo.png", 53, 37);

    try (var browser = browser(1280, 900)) {
      browser.open(index(exported(sized)), "document.body.dataset.state === 'ready'");
      assertThat(browser.value("document.querySelectorAll('#examples button').length").asInt())
          .isZero();
      browser.choose("#file", photo);
      browser.until(DONE);
      assertThat(browser.value(STATUS).asString())
          .startsWith("photo.png: 16 × 16 pixels, resized from 53 × 37, translated in ");
      assertAlike(shown(browser), translated(sized, photo), 1);

      browser.value("get('size').value = 'own'; get('size').dispatchEvent(new Event('change'))");
      browser.until("get('output').width === 52 && get('output').height === 36 && " + DONE);
      assertThat(browser.complaints()).isEmpty();
    }
  }

  @Test
  void halfWeightsAreHalfAsLargeAndAFewLevelsOff() throws Exception {
    var page = exported(run, "{name: web, weights: float16}");
    var picture = picture("labels.png", 64, 64);

    assertThat(modelSize(page)).isLessThan(modelSize(exported(run)) * 51 / 100);
    try (var browser = browser(1280, 900)) {
      browser.open(index(page), DONE);
      browser.choose("#file", picture);
      browser.until("get('status').textContent.startsWith('labels.png:') && " + DONE);

      assertAlike(shown(browser), translated(run, picture), 2);
    }
  }

  @Test
  void fitsAPhoneIsDarkWhereThatIsWantedAndNamesEveryControl() throws Exception {
    try (var browser = browser(390, 780)) {
      browser.prefer("dark");
      browser.open(index(exported(run)), DONE);

      assertThat(browser.value("document.documentElement.scrollWidth").asInt()).isEqualTo(390);
      assertThat(browser.value("getComputedStyle(document.body).backgroundColor").asString())
          .isEqualTo("rgb(14, 16, 19)");
      assertThat(
              browser
                  .value(
                      """
                      [...document.querySelectorAll('button, input, select, canvas, progress, img')]
                        .filter(one => !one.closest('[hidden], button *') && !one.ariaLabel
                          && !one.alt && !one.textContent.trim() && !(one.labels || []).length)
                        .map(one => one.outerHTML).join()
                      """)
                  .asString())
          .isEmpty();
    }
  }

  @Test
  void examplesShowTheirTargetsAndSaveTheirTranslations() throws Exception {
    try (var browser = browser(1280, 900)) {
      browser.open(index(exported(run)), DONE);
      browser.value(
          "window.saved = []; HTMLAnchorElement.prototype.click = function () { saved.push(this.download); }");

      browser.click("#examples button:nth-child(2)");
      browser.until("get('status').textContent.startsWith('test-0001.png:') && " + DONE);
      assertThat(browser.value("get('target-figure').hidden").asBoolean()).isFalse();
      browser.click("#save");
      browser.until("saved.length === 1");
      assertThat(browser.value("saved[0]").asString()).isEqualTo("test-0001-demo.png");
    }
  }

  @Test
  void saysWhatIsMissingAndWhatIsNoPicture() throws Exception {
    var page = exported(run);
    var text = Files.writeString(folder.resolve("notes.txt"), "no picture");

    try (var browser = browser(1280, 900)) {
      browser.open(index(page), DONE);
      browser.choose("#file", text);
      browser.until("document.body.dataset.state === 'failed'");
      assertThat(browser.value(STATUS).asString())
          .contains("notes.txt cannot be read as a picture");

      Files.delete(page.resolve("model-001.js"));
      browser.open(index(page), "document.body.dataset.state === 'failed'");
      assertThat(browser.value(STATUS).asString()).contains("model-001.js cannot be loaded");
    }
  }

  @Test
  void refusesRunsWhosePicturesAreMadeInAnotherWay() throws Exception {
    var photos = folder.resolve("photos");
    Files.createDirectories(photos.resolve("train"));
    for (var name : new String[] {"1.png", "2.png"}) {
      Files.copy(picture(name, 16, 16), photos.resolve("train").resolve(name));
    }
    var colors =
        pix2pix.trained("colors", "--set", "data=colorization", "--data", photos.toString());

    export(colors, folder.resolve("page"), "web")
        .refuses(1, "a page in the browser takes and shows pictures as they are");
    export(run, folder, "web").refuses(1, folder + ": exists already");
    export(run, folder.resolve("page"), "{name: web, weights: float8}")
        .refuses(1, "--layout", "float16");
    assertThat(folder.resolve("page")).doesNotExist();
  }

  private Chromium browser(int width, int height) throws Exception {
    return Chromium.start(folder.resolve("profile"), width, height);
  }

  private Path exported(Path of) {
    return exported(of, "web");
  }

  private Path exported(Path of, String layout) {
    var page = folder.resolve("page-" + Integer.toHexString(layout.hashCode()));
    var answer = export(of, page, layout);
    assertThat(answer.code()).as(answer.err()).isZero();
    return page;
  }

  private static Pix2Pix.Answer export(Path of, Path page, String layout) {
    return pix2pix.run("export", of.toString(), page.toString(), "--layout", layout);
  }

  private static URI index(Path page) {
    return page.resolve("index.html").toUri();
  }

  private static long modelSize(Path page) throws IOException {
    try (var files = Files.list(page)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("model-"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  /** Trained on pairs of 32x32 pixels, which it reads at 16x16. */
  private Path sizedRun() throws IOException {
    var pairs = folder.resolve("pairs");
    Files.createDirectories(pairs.resolve("train"));
    for (var name : new String[] {"1.png", "2.png"}) {
      Files.copy(picture(name, 64, 32), pairs.resolve("train").resolve(name));
    }
    return pix2pix.trained(
        "sized-" + folder.getFileName(),
        "--set",
        "data={name: paired, size: 16}",
        "--data",
        pairs.toString());
  }

  /** Smooth, so that resizing has something to do, with noise. */
  private Path picture(String name, int width, int height) throws IOException {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var random = new Random(name.hashCode());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int red = 255 * x / width;
        int green = 255 * y / height;
        picture.setRGB(x, y, red << 16 | green << 8 | random.nextInt(256));
      }
    }
    var file = folder.resolve(name);
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  private BufferedImage translated(Path with, Path picture) throws IOException {
    var result = folder.resolve("translated.png");
    Files.deleteIfExists(result);
    var answer =
        pix2pix.run(
            "translate", with.toString(), picture.toString(), result.toString(), "--noise", "off");
    assertThat(answer.code()).as(answer.err()).isZero();
    return ImageIO.read(result.toFile());
  }

  private static BufferedImage shown(Chromium browser) throws Exception {
    var address = browser.value("get('output').toDataURL('image/png')").asString();
    var png = Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1));
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static void assertAlike(BufferedImage one, BufferedImage other, int levels) {
    assertThat(one.getWidth()).isEqualTo(other.getWidth());
    assertThat(one.getHeight()).isEqualTo(other.getHeight());
    int greatest = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        int first = one.getRGB(x, y);
        int second = other.getRGB(x, y);
        greatest =
            Stream.of(0, 8, 16)
                .map(shift -> Math.abs((first >> shift & 0xff) - (second >> shift & 0xff)))
                .reduce(greatest, Math::max);
      }
    }
    assertThat(greatest).as("difference in levels of 255").isLessThanOrEqualTo(levels);
  }
}
