package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.data.file.ImageFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {
  private static final Pattern READY = Pattern.compile("(http://\\S+:translate)\nReady");
  private static final int PATIENCE = 600;

  @TempDir static Path home;
  private static Pix2Pix pix2pix;
  private static String run;
  private static Path picture;

  @BeforeAll
  static void train() {
    pix2pix = new Pix2Pix(home);
    run = pix2pix.trained("tiny").toString();
    picture = home.resolve("in.png");
    var shape = new ImageShape(16, 16, 3);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 251 / 125f - 1;
    }
    ImageFiles.write(picture, Image.owning(shape, values));
  }

  @Test
  void answersWithTheFileThatTranslateWrites() throws Exception {
    var written = home.resolve("out.png");
    assertThat(pix2pix.run("translate", run, picture.toString(), written.toString()).code())
        .isZero();
    var token = Files.writeString(home.resolve("token.txt"), "0123456789abcdef\n");
    var told = new StringWriter();
    var codes = new int[] {-1};
    var serving =
        new Thread(
            () ->
                codes[0] =
                    WatchedCommand.run(
                        () ->
                            Main.run(
                                new PrintWriter(told),
                                new PrintWriter(told),
                                "serve",
                                "fronts=" + run,
                                "--port",
                                "0",
                                "--token-file",
                                token.toString()),
                        "serve"));
    serving.start();
    var address = address(told);

    var answer = ask(address, "Bearer 0123456789abcdef");
    var refused = ask(address, "Bearer another");
    serving.interrupt();
    serving.join();

    assertThat(address.getPath()).isEqualTo("/v1/models/fronts:translate");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Files.readAllBytes(written));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(told.toString()).endsWith("Ended\n");
    assertThat(codes[0]).isZero();
  }

  @Test
  void refusesWhatCannotBeServed() throws IOException {
    var secret = Files.writeString(home.resolve("short.txt"), "secret\n").toString();

    pix2pix
        .run("serve", run, "--host", "0.0.0.0")
        .refuses(1, "--host 0.0.0.0: other machines could ask without a secret");
    pix2pix.run("serve", run, "--token-file", secret).refuses(1, "a token has 16 characters");
    pix2pix.run("serve", run, run, "--port", "0").refuses(1, "tiny: two models have this name");
    pix2pix.run("serve", "a b=" + run).refuses(1, "a b: a served model is called by letters");
    pix2pix.run("serve", home.resolve("none").toString()).refuses(1, "none");
    pix2pix.run("serve", run, "--queue", "0").refuses(1, "--queue 0: must be from 1 to 10000");
    pix2pix.run("serve").refuses(2, "RUN");
    try (var taken = new ServerSocket(0)) {
      pix2pix
          .run("serve", run, "--port", "" + taken.getLocalPort())
          .refuses(1, "cannot be listened at", "give another port");
    }
  }

  @Test
  void aLoadComparesEveryAnswerWithThatOfItsPictureAlone() {
    var answer = pix2pix.run("serve-load", run, "--requests", "100", "--size", "16");

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out())
        .containsPattern("bare inference +[0-9.]+ pictures/s")
        .containsPattern("8 clients +[0-9.]+ pictures/s, [0-9.]+ of the bare rate")
        .containsPattern("at 80 % of that +[0-9.]+ asked/s")
        .containsPattern("answers +[0-9]+, of which 0 are wrong");
    pix2pix
        .run("serve-load", run, "--size", "17", "--requests", "100")
        .refuses(1, "17x17 pixels; this generator takes");
    pix2pix.run("serve-load", run, "--clients", "0").refuses(1, "--clients 0: must be from 1");
  }

  private static HttpResponse<byte[]> ask(URI address, String credentials)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "image/png")
                .header("Authorization", credentials)
                .POST(HttpRequest.BodyPublishers.ofFile(picture))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  private static URI address(StringWriter told) throws InterruptedException {
    for (int i = 0; i < PATIENCE; i++) {
      var found = READY.matcher(told.toString());
      if (found.find()) {
        return URI.create(found.group(1));
      }
      Thread.sleep(100);
    }
    throw new AssertionError(told.toString());
  }
}
