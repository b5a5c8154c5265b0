package io.pix2pix.server.model;

import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.Statistics;
import io.pix2pix.library.Pix2PixLibrary;
import io.pix2pix.server.http.FrontSettings;
import io.pix2pix.train.TrainingListener;
import io.pix2pix.train.translation.TrainedRun;
import io.pix2pix.train.translation.Translator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A generator of a second's training, and a client of its server. */
final class ServedTiny implements AutoCloseable {
  static final String TRANSLATE = "/v1/models/tiny:translate";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String EXPERIMENT =
      """
      name: tiny
      data: {name: synthetic-facades, size: 16, train: 4, val: 1, test: 2}
      generator: {name: unet, levels: 2, filters: 4}
      discriminator: {name: patch, receptiveField: 16, filters: 4}
      training: {epochs: 1, checkpoints: {every: 4}, samples: {every: 100}}
      """;

  private final ModelServer server;

  private ServedTiny(ModelServer server) {
    this.server = server;
  }

  static TrainedRun train(Path folder) throws IOException, InterruptedException {
    var library = Pix2PixLibrary.load();
    var file = Files.writeString(folder.resolve("tiny.yaml"), EXPERIMENT);
    return library.train(
        library.experiment(file), Optional.empty(), folder.resolve("runs"), TrainingListener.NONE);
  }

  static ServedRun served(TrainedRun run) {
    return new ServedRun(
        "tiny", run, Statistics.BATCH, true, statistics -> translator(run, statistics));
  }

  static Translator translator(TrainedRun run, Statistics statistics) {
    return run.translator(Phase.translation(statistics, true), 1);
  }

  /** A server that is ready. */
  static ServedTiny start(TrainedRun run, ServeSettings settings) {
    return start(run, settings, FrontSettings.at("127.0.0.1", 0));
  }

  static ServedTiny start(TrainedRun run, ServeSettings settings, FrontSettings front) {
    var started = notLoaded(served(run), settings, front);
    started.server.load();
    return started;
  }

  /** A server that is not ready yet. */
  static ServedTiny notLoaded(ServedRun run, ServeSettings settings, FrontSettings front) {
    return new ServedTiny(ModelServer.start(front, settings, List.of(run)));
  }

  HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  HttpResponse<byte[]> post(String path, byte[] body, String... headers)
      throws IOException, InterruptedException {
    var request = request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<byte[]> translate(String query, byte[] png)
      throws IOException, InterruptedException {
    return post(TRANSLATE + query, png, "Content-Type", "image/png");
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.address().getPort() + path));
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  @Override
  public void close() {
    server.close();
  }
}
