package io.pix2pix.bench.speed.job;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.ImageCodec;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import io.pix2pix.api.image.ImageShape;
import io.pix2pix.api.image.PairShape;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.bench.perception.PerceptionFolder;
import io.pix2pix.bench.perception.PerceptionServer;
import io.pix2pix.bench.perception.PerceptionStudy;
import io.pix2pix.bench.perception.Protocol;
import io.pix2pix.train.translation.Translator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sessions of a perceptual study, one after the other: a participant gets the page, begins, looks
 * at both images of every trial, and answers.
 */
final class StudySessions implements Job {
  private static final Protocol PROTOCOL = new Protocol(1, 4, Protocol.Inputs.SAME, false, 1);

  private final Path folder;
  private final PerceptionServer server;
  private int participants;

  private StudySessions(Path folder, PerceptionServer server) {
    this.folder = folder;
    this.server = server;
  }

  static Job open(Jobs jobs, JobSettings settings) {
    try {
      var folder = Files.createTempDirectory("endurance");
      var study = study(jobs, settings, folder);
      study.prepare(ProgressListener.NONE);
      return new StudySessions(folder, PerceptionServer.start(study, "127.0.0.1", 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PerceptionStudy study(Jobs jobs, JobSettings settings, Path folder) {
    var dataset = jobs.experiment(settings).data();
    var algorithm =
        new PerceptionStudy.Algorithm(
            "generator",
            "not trained",
            () ->
                new Translator(
                    dataset,
                    ImageCodec.PLAIN,
                    Optional.empty(),
                    Translations.model(jobs, settings)));
    return new PerceptionStudy(
        new PerceptionFolder(folder),
        PROTOCOL,
        "test",
        new NoisePairs(RandomImages.shape(settings)),
        ImageCodec.PLAIN,
        ImmutableList.of(algorithm));
  }

  @Override
  public void run() {
    var participant = new Participant(server.address(), participants++);
    participant.get("/");
    var state = json(participant.post("/sessions"));
    while (state.get("trial").intValue() < state.get("trials").intValue()) {
      var session = "/sessions/" + state.get("session").stringValue();
      participant.get(session + "/images/" + state.get("left").stringValue());
      participant.get(session + "/images/" + state.get("right").stringValue());
      var answer = session + "/answers/" + state.get("trial").intValue() + "/left";
      state = json(participant.post(answer)).get("next");
    }
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  @Override
  public void close() {
    server.close();
    try {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As many pairs of noise as a participant is shown. */
  private record NoisePairs(ImageShape image) implements Pairs {
    @Override
    public int size() {
      return PROTOCOL.practice() + PROTOCOL.trials();
    }

    @Override
    public String name(int index) {
      return index + ".png";
    }

    @Override
    public PairShape shape(int index) {
      return new PairShape(image, image);
    }

    @Override
    public ImagePair read(int index) {
      var noise = Image.owning(image, RandomImages.values(image.size(), index));
      return new ImagePair(noise, noise);
    }

    @Override
    public DataChecksum checksum(Coverage coverage) {
      return DataChecksum.of(coverage, "noise");
    }
  }
}
