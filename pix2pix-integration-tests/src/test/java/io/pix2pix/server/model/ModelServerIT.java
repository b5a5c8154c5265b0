package io.pix2pix.server.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import com.google.common.primitives.Bytes;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.server.http.FrontSettings;
import io.pix2pix.testing.ManyThreads;
import io.pix2pix.testing.NativeHandles;
import io.pix2pix.train.translation.TrainedRun;
import io.pix2pix.train.translation.Translator;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelServerIT {
  private static final int PICTURES = 24;
  private static final int REQUESTS = 240;

  @TempDir static Path home;
  private static TrainedRun run;

  @BeforeAll
  static void train() throws Exception {
    NativeHandles.keepWhatIsForgotten();
    run = ServedTiny.train(home);
  }

  /** Of three sizes, with three seeds and both statistics, eight at a time. */
  @Test
  void everyAnswerAmongManyIsThatOfThePictureAlone() throws Exception {
    var before = NativeHandles.now();
    try (var server = ServedTiny.start(run, ServeSettings.USUAL)) {
      var alone = new ArrayList<byte[]>();
      for (int i = 0; i < PICTURES; i++) {
        alone.add(answer(server, i));
      }
      assertThat(alone.stream().map(Arrays::hashCode)).doesNotHaveDuplicates();

      var answers = ManyThreads.results(REQUESTS, i -> answer(server, i % PICTURES));

      for (int i = 0; i < REQUESTS; i++) {
        assertThat(answers.get(i)).as("answer %d", i).isEqualTo(alone.get(i % PICTURES));
      }
      assertThat(new String(server.get("/metrics").body(), UTF_8))
          .contains("status=\"200\"} " + (PICTURES + REQUESTS) + ".0")
          .doesNotContain("pix2pix_group_pictures_count " + (PICTURES + REQUESTS) + "\n");
    }
    assertThat(before.openedSince()).isEmpty();
  }

  private static byte[] answer(ServedTiny server, int i) throws Exception {
    var query = "?seed=%d&statistics=%s".formatted(i % 3, i % 4 == 0 ? "running" : "batch");
    var answer = server.translate(query, NoisePictures.png(16, 16 + 4 * (i % 2), i));
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void rawValuesGiveWhatTheTranslatorMakesOfThem() throws Exception {
    var image = NoisePictures.image(16, 20, 1);
    try (var server = ServedTiny.start(run, ServeSettings.USUAL);
        var translator = ServedTiny.translator(run, Statistics.BATCH)) {
      var answer =
          server.post(
              ServedTiny.TRANSLATE + "?seed=7",
              RawImage.write(image),
              "Content-Type",
              "application/octet-stream",
              "X-Shape",
              "16,20,3",
              "Accept",
              "text/html;q=0.9, application/octet-stream");

      assertThat(answer.headers().firstValue("X-Shape")).contains("16,20,3");
      assertThat(RawImage.read(answer.body(), new ImageShape(16, 20, 3)))
          .isEqualTo(translator.translate(image, "noise", 7));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "?seed=-1 | image/png | image/png | 400 | seed must be a whole number",
        "?seed=1&seed=2 | image/png | image/png | 400 | the query has seed more than once",
        "?sede=1 | image/png | image/png | 400 | a query may have seed and statistics alone",
        "?statistics=none | image/png | image/png | 400 | statistics must be batch or running",
        "'' | image/jpeg | image/png | 400 | the body is not image/jpeg",
        "'' | application/json | image/png | 415 | give the Content-Type",
        "'' | image/tiff | image/png | 415 | give the Content-Type",
        "'' | application/octet-stream | image/png | 400 | give height, width and channels",
        "'' | image/png | text/html | 406 | accept image/png",
      })
  void whatIsAskedWronglyIsRefusedWithAReason(
      String query, String type, String accepted, int status, String reason) throws Exception {
    try (var server = ServedTiny.start(run, ServeSettings.USUAL)) {
      var answer =
          server.post(
              ServedTiny.TRANSLATE + query,
              NoisePictures.png(16, 16, 1),
              "Content-Type",
              type,
              "Accept",
              accepted);

      assertRefusal(answer, status, reason);
    }
  }

  @Test
  void picturesThatNoModelCanTakeAreRefusedBeforeTheyAreDecoded() throws Exception {
    var settings = new ServeSettings(1 << 20, 4096, 8, 1, 4, ServeSettings.USUAL.timeLimit());
    var png = NoisePictures.png(16, 16, 1);
    try (var server = ServedTiny.start(run, settings)) {
      assertRefusal(server.translate("", new byte[0]), 400, "the body is not image/png");
      assertRefusal(server.translate("", Arrays.copyOf(png, png.length / 2)), 400, "damaged");
      assertRefusal(server.translate("", Arrays.copyOf(png, 20)), 400, "damaged");
      assertRefusal(server.translate("", withSize(png, 60_000)), 400, "the picture: ");
      assertRefusal(server.translate("", withSize(png, 65)), 413, "65x65 pixels");
      assertRefusal(server.translate("", NoisePictures.png(17, 16, 1)), 422, "the nearest is");
      assertRefusal(server.translate("", new byte[(1 << 20) + 1]), 413, "it may have 1048576");
      assertRefusal(server.post("/v1/models/other:translate", png), 404, "no such model");
      assertThat(server.translate("", png).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"16,16,3", "16,16,5", "0,16,3", "99999,99999,3", "999999,2,3", "a,b,c"})
  void rawValuesOfAnotherShapeAreRefused(String shape) throws Exception {
    try (var server = ServedTiny.start(run, ServeSettings.USUAL)) {
      var answer =
          server.post(
              ServedTiny.TRANSLATE,
              new byte[16 * 16 * 5 * 4],
              "Content-Type",
              "application/octet-stream",
              "X-Shape",
              shape);

      assertThat(answer.statusCode()).isIn(400, 413, 422);
      assertThat(new String(answer.body(), UTF_8)).doesNotContain(home.toString());
    }
  }

  /** A head that says more pixels than follow, as decompression bombs do. */
  private static byte[] withSize(byte[] png, int edge) {
    var changed = png.clone();
    var head = ByteBuffer.wrap(changed);
    head.putInt(16, edge).putInt(20, edge);
    var check = new CRC32();
    check.update(changed, 12, 17);
    head.putInt(29, (int) check.getValue());
    return changed;
  }

  /** Two megabytes of text that would be two gigabytes, and are never unpacked. */
  @Test
  void textInPicturesIsNotRead() throws Exception {
    var png = NoisePictures.png(16, 16, 1);
    var bomb = new ByteArrayOutputStream();
    var packing = new DeflaterOutputStream(bomb);
    for (int i = 0; i < 2048; i++) {
      packing.write(new byte[1 << 20]);
    }
    packing.finish();
    var chunk = ByteBuffer.allocate(bomb.size() + 15);
    chunk.putInt(bomb.size() + 3).put("zTXtx\0\0".getBytes(ISO_8859_1)).put(bomb.toByteArray());
    var check = new CRC32();
    check.update(chunk.array(), 4, bomb.size() + 7);
    chunk.putInt((int) check.getValue());
    var head = Arrays.copyOf(png, 33);
    var rest = Arrays.copyOfRange(png, 33, png.length);
    try (var server = ServedTiny.start(run, ServeSettings.USUAL)) {
      var answer = server.translate("", Bytes.concat(head, chunk.array(), rest));

      assertThat(answer.body()).isEqualTo(server.translate("", png).body());
    }
  }

  @Test
  void aRunThatWasRemovedIsServedOn() throws Exception {
    var elsewhere = ServedTiny.train(Files.createDirectory(home.resolve("removed")));
    var png = NoisePictures.png(16, 16, 1);
    try (var server = ServedTiny.start(elsewhere, ServeSettings.USUAL)) {
      var before = server.translate("", png);
      MoreFiles.deleteRecursively(elsewhere.folder().path(), RecursiveDeleteOption.ALLOW_INSECURE);

      assertThat(server.translate("", png).body()).isEqualTo(before.body());
      assertThat(server.translate("", NoisePictures.png(32, 32, 2)).statusCode()).isEqualTo(200);
      assertThat(server.translate("?statistics=running", png).statusCode()).isIn(200, 503);
    }
  }

  @Test
  void modelsOfOneNameAreRefused() {
    var twice = List.of(ServedTiny.served(run), ServedTiny.served(run));

    assertThatThrownBy(
            () -> ModelServer.start(FrontSettings.at("127.0.0.1", 0), ServeSettings.USUAL, twice))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("tiny: two models have this name; give NAME=RUN");
  }

  /** A group of two that would differ by a bit is found out, and computed one by one. */
  @Test
  void groupsAreComputedTogetherOnlyWhereThatIsEqual() throws Exception {
    try (var translator = ServedTiny.translator(run, Statistics.BATCH)) {
      var inputs =
          List.of(
              new Translator.Input(NoisePictures.image(16, 16, 1), "first"),
              new Translator.Input(NoisePictures.image(16, 16, 2), "second"));
      var batches = new EqualBatches();

      for (int i = 0; i < 3; i++) {
        var images = batches.translate(translator, inputs, 0);
        assertThat(images.get(0)).isEqualTo(translator.translate(inputs.get(0).image(), "", 0));
        assertThat(images.get(1)).isEqualTo(translator.translate(inputs.get(1).image(), "", 0));
      }
    }
  }

  private static void assertRefusal(HttpResponse<byte[]> answer, int status, String reason) {
    var text = new String(answer.body(), UTF_8);
    assertThat(answer.statusCode()).as(text).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(text).contains(reason).doesNotContain(home.toString());
    assertThat(new String(answer.body(), ISO_8859_1)).doesNotContain("/runs/");
  }
}
