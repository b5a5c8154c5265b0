package io.pix2pix.studio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.Pixels;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.server.http.FrontSettings;
import io.pix2pix.testing.ManyThreads;
import io.pix2pix.train.run.Png;
import io.pix2pix.train.translation.TrainedRun;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StudioServerIT {
  private static final String USUAL =
      "api/runs/0/picture?step=12&weights=trained&statistics=batch&noise=on&draw=";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir static Path folder;
  private static TrainedRun fronts;
  private static Path photos;

  @BeforeAll
  static void train() throws Exception {
    fronts = new TinyRuns(folder).labels("fronts");
    photos = folder.resolve("photos");
    for (var split : List.of("train", "test")) {
      Files.createDirectories(photos.resolve(split));
      for (int i = 0; i < 4; i++) {
        ImageFiles.write(photos.resolve(split + "/" + i + ".png"), photo(16, i));
      }
    }
  }

  @Test
  void toolsFollowTheData() throws Exception {
    assertKind(fronts, "labels", "brush", "rectangle", "polygon", "fill", "eyedropper");
    var runs = new TinyRuns(folder);
    assertKind(runs.photos("edges", photos), "lines", "brush", "eraser");
    assertKind(runs.photos("inpainting", photos), "hole", "box");
    assertKind(runs.photos("colorization", photos), "gray");
  }

  private static void assertKind(TrainedRun run, String kind, String... tools) throws Exception {
    try (var served = new Served(run)) {
      var sketch = served.json("api/studio").get("sketch");
      assertThat(sketch.get("kind").asString()).isEqualTo(kind);
      assertThat(sketch.get("tools")).extracting(JsonNode::asString).containsExactly(tools);
      assertThat(sketch.get("width").asInt()).isEqualTo(16);
      var example = served.get("api/examples/0/condition").body();
      var path = USUAL.replace("noise=on", "noise=off").replace("step=12", "step=" + served.step());
      assertThat(served.post(path + 0, example).statusCode()).isEqualTo(200);
      assertThat(
              served.post("api/condition", Png.encode(Pixels.toPicture(photo(24, 0)))).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void theSameDrawAndTheSameDrawingGiveTheSamePicture() throws Exception {
    try (var served = new Served(fronts)) {
      var example = served.get("api/examples/0/condition").body();
      var first = served.post(USUAL + 0, example).body();

      var answers = ManyThreads.results(24, call -> served.post(USUAL + call % 3, example).body());

      for (int call = 0; call < answers.size(); call += 3) {
        assertThat(answers.get(call)).isEqualTo(first);
        assertThat(answers.get(call + 1)).isNotEqualTo(first);
      }
    }
  }

  @Test
  void theDiscriminatorSaysSomethingOfEveryPatch() throws Exception {
    try (var served = new Served(fronts)) {
      var example = served.get("api/examples/0/condition").body();
      var answer = served.post(USUAL.replace("picture", "judgment") + 0, example);
      var scale = JsonMapper.shared().readTree(answer.body()).get("scales").get(0);

      assertThat(scale.get("logits").size())
          .isEqualTo(scale.get("width").asInt() * scale.get("height").asInt())
          .isPositive();
    }
  }

  @Test
  void whatCannotBeTranslatedIsRefusedWithAReason() throws Exception {
    try (var served = new Served(fronts)) {
      var example = served.get("api/examples/0/condition").body();
      var large = Png.encode(Pixels.toPicture(photo(2049, 0)));

      served.refuses(422, USUAL + 0, new byte[0], "drawing: is empty");
      served.refuses(422, USUAL + 0, "no picture".getBytes(UTF_8), "drawing: not an image");
      served.refuses(422, USUAL + 0, Arrays.copyOf(example, 90), "drawing: ");
      served.refuses(422, USUAL + 0, large, "2049x2049 pixels; at most 2048");
      served.refuses(
          422, USUAL + 0, Png.encode(Pixels.toPicture(photo(17, 0))), "drawing: 17x17 pixels");
      served.refuses(422, USUAL.replace("12", "7") + 0, example, "has no checkpoint of step 7");
      served.refuses(422, USUAL.replace("trained", "averaged") + 0, example, "no averaged weights");
      served.refuses(422, USUAL.replace("runs/0", "runs/5") + 0, example, "run 5: there are 1");
      served.refuses(400, USUAL + "x", example, "draw: must be a whole number from 0 on");
      served.refuses(400, USUAL.replace("batch", "both") + 0, example, "statistics: must be");
      assertThat(served.post(USUAL + 0, example).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aRunWithoutItsDataHasNoExamplesAndStillTranslates() throws Exception {
    var gone = folder.resolve("gone");
    Files.createDirectories(gone);
    Files.createSymbolicLink(gone.resolve("train"), photos.resolve("train"));
    var run = new TinyRuns(folder).photos("deblurring", gone);
    Files.delete(gone.resolve("train"));
    Files.delete(gone);
    try (var served = new Served(run)) {
      assertThat(served.json("api/studio").get("examples")).isEmpty();
      assertThat(served.json("api/studio").get("withoutExamples").asString()).contains("gone");
      var drawing = Png.encode(Pixels.toPicture(photo(16, 0)));
      var path = USUAL.replace("step=12", "step=" + served.step());
      assertThat(served.post(path + 0, drawing).statusCode()).isEqualTo(200);
    }
  }

  private static Image photo(int size, int shade) {
    var shape = new ImageShape(size, size, 3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (i * (7 + shade) % 200) / 100f - 1;
    }
    return Image.of(shape, values);
  }

  private static final class Served implements AutoCloseable {
    private final Studio studio;
    private final StudioServer server;

    Served(TrainedRun run) {
      studio = Studio.open(List.of(run), Optional.empty());
      server = StudioServer.start(studio, FrontSettings.at("127.0.0.1", 0));
    }

    long step() {
      return studio.run(0).opened().checkpoint().step();
    }

    HttpResponse<byte[]> get(String path) throws Exception {
      return CLIENT.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    JsonNode json(String path) throws Exception {
      return JsonMapper.shared().readTree(get(path).body());
    }

    HttpResponse<byte[]> post(String path, byte[] body) throws Exception {
      var request = request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
      return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    void refuses(int status, String path, byte[] body, String reason) throws Exception {
      var answer = post(path, body);
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(JsonMapper.shared().readTree(answer.body()).get("detail").asString())
          .contains(reason)
          .doesNotContain("\n");
    }

    private HttpRequest.Builder request(String path) {
      var address = server.address();
      return HttpRequest.newBuilder(
          URI.create("http://127.0.0.1:%d/%s".formatted(address.getPort(), path)));
    }

    @Override
    public void close() {
      server.close();
      studio.close();
    }
  }
}
