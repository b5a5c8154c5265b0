package io.pix2pix.bench.serving;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.bench.speed.measure.ProcessMemory;
import io.pix2pix.data.file.ImageBytes;
import io.pix2pix.server.http.FrontSettings;
import io.pix2pix.server.model.ModelServer;
import io.pix2pix.server.model.ServedRun;
import io.pix2pix.train.translation.Translator;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Loads a server of models in this process: server, clients, and the generator alone in turns, so
 * that what else the machine does meets both. For one thread.
 */
public final class ServingLoad {
  private static final int PICTURES = 16;
  private static final int ROUNDS = 10;
  private static final double LOAD = 0.8;
  private static final double NANOSECONDS = 1e9;

  private final ServedRun run;
  private final LoadSettings settings;
  private final Translator alone;
  private final Clients clients;
  private final LoadClient client;
  private final double[] bare = new double[ROUNDS];
  private final double[] busy = new double[ROUNDS];

  private ServingLoad(ServedRun run, LoadSettings settings, Translator alone, LoadClient client) {
    this.run = run;
    this.settings = settings;
    this.alone = alone;
    this.client = client;
    this.clients = new Clients(client);
  }

  /**
   * Loads a server.
   *
   * @param progress is told of the rounds
   * @throws io.pix2pix.api.error.InvalidInputException if the run cannot be served, or takes no
   *     pictures of that size
   * @throws InterruptedException if the thread is interrupted
   */
  public static LoadResult measure(ServedRun run, LoadSettings settings, ProgressListener progress)
      throws InterruptedException {
    var images =
        IntStream.range(0, PICTURES)
            .mapToObj(i -> noise(settings.size().withChannels(3), i))
            .collect(ImmutableList.toImmutableList());
    try (var server =
            ModelServer.start(FrontSettings.at("127.0.0.1", 0), settings.server(), List.of(run));
        var alone = run.translator().apply(run.statistics())) {
      server.load();
      alone.check(run.run().trainedSize(images.get(0).shape()), "--size");
      var client =
          new LoadClient(
              server.address(), run.name(), images.stream().map(ImageBytes::png).toList());
      return new ServingLoad(run, settings, alone, client).measure(images, progress);
    }
  }

  private LoadResult measure(ImmutableList<Image> images, ProgressListener progress)
      throws InterruptedException {
    var conditions = images.stream().map(this::condition).toList();
    int perRound = Math.max(settings.clients(), settings.requests() / ROUNDS);
    warm(conditions);
    var times = new long[ROUNDS * perRound];
    double early = 0;
    try (var told = progress.begin("load", ROUNDS)) {
      for (int round = 0; round < ROUNDS; round++) {
        System.arraycopy(round(round, conditions, perRound), 0, times, round * perRound, perRound);
        early = round == 0 ? ProcessMemory.resident() : early;
        told.reached(round + 1);
      }
    }
    double late = ProcessMemory.resident();
    double asked = LOAD * median(busy);
    var steady = clients.steady(asked, perRound);
    var shares = IntStream.range(0, ROUNDS).mapToDouble(i -> busy[i] / bare[i]).toArray();
    return new LoadResult(
        median(bare),
        median(busy),
        median(shares),
        Latencies.ofNanoseconds(times),
        asked,
        Latencies.ofNanoseconds(steady),
        early,
        late,
        client.answers(),
        client.wrong());
  }

  /** The generator alone, then the server, asked by all clients. */
  private long[] round(int round, List<Image> conditions, int requests)
      throws InterruptedException {
    bare[round] = bareRate(conditions, Math.max(PICTURES, requests / ROUNDS));
    long begin = System.nanoTime();
    var times = clients.busy(settings.clients(), requests);
    busy[round] = requests / ((System.nanoTime() - begin) / NANOSECONDS);
    return times;
  }

  private Image condition(Image image) {
    var size = run.run().trainedSize(image.shape());
    return alone.condition(new Translator.Input(image, "noise"), size).image();
  }

  private void warm(List<Image> conditions) throws InterruptedException {
    clients.busy(settings.clients(), 4 * PICTURES);
    bareRate(conditions, 2 * PICTURES);
  }

  private double bareRate(List<Image> conditions, int pictures) {
    long begin = System.nanoTime();
    for (int i = 0; i < pictures; i++) {
      alone.translate(conditions.get(i % conditions.size()), "noise");
    }
    return pictures / ((System.nanoTime() - begin) / NANOSECONDS);
  }

  private static double median(double[] values) {
    var sorted = Arrays.stream(values).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static Image noise(ImageShape shape, int seed) {
    var random = new Random(seed);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextInt(256) / 127.5f - 1;
    }
    return Image.owning(shape, values);
  }
}
