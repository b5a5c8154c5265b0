package io.pix2pix.bench.tracking;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.run.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code tracking.json} in the folder of a run or study: what each tracker was sent. All else is
 * missing there.
 *
 * @param file where it lies
 */
record SentFile(Path file) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final TypeReference<LinkedHashMap<String, Sent>> TYPE = new TypeReference<>() {};

  static SentFile in(Path folder) {
    return new SentFile(folder.resolve("tracking.json"));
  }

  /**
   * What a tracker was sent.
   *
   * @throws InvalidInputException if the file is damaged
   */
  Sent read(String address) {
    var sent = all().get(address);
    return sent == null ? Sent.NOTHING : sent;
  }

  void write(String address, Sent sent) {
    var all = new LinkedHashMap<>(all());
    all.put(address, sent);
    AtomicFiles.write(file, JSON.writeValueAsString(all) + "\n");
  }

  private ImmutableMap<String, Sent> all() {
    if (Files.notExists(file)) {
      return ImmutableMap.of();
    }
    try {
      return ImmutableMap.copyOf(JSON.readValue(Files.readAllBytes(file), TYPE));
    } catch (IOException | JacksonException | NullPointerException e) {
      throw new InvalidInputException(
          file + ": is damaged (" + e.getClass().getSimpleName() + "); remove it to send all anew",
          e);
    }
  }

  /**
   * What was sent of a run.
   *
   * @param id of the run at the tracker; empty if it does not know it yet
   * @param losses last step whose losses were sent
   * @param validation last step whose validation was sent
   * @param metrics rows of evaluations that were sent
   * @param files that were sent, with what changes when they are written
   * @param state what the tracker was told that the run does
   */
  record Sent(
      String id,
      long losses,
      long validation,
      List<String> metrics,
      Map<String, String> files,
      String state) {
    static final Sent NOTHING = new Sent("", 0, 0, ImmutableList.of(), ImmutableMap.of(), "");

    Sent {
      metrics = ImmutableList.copyOf(metrics);
      files = ImmutableMap.copyOf(files);
    }

    Sent begun(String newId) {
      return new Sent(newId, losses, validation, metrics, files, state);
    }

    Sent withLosses(long step) {
      return new Sent(id, step, validation, metrics, files, state);
    }

    Sent withValidation(long step) {
      return new Sent(id, losses, step, metrics, files, state);
    }

    Sent withMetrics(List<String> rows) {
      return new Sent(id, losses, validation, rows, files, state);
    }

    Sent withFile(String path, String mark) {
      var all = new LinkedHashMap<>(files);
      all.put(path, mark);
      return new Sent(id, losses, validation, metrics, all, state);
    }

    Sent in(String newState) {
      return new Sent(id, losses, validation, metrics, files, newState);
    }
  }
}
