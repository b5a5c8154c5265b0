package io.pix2pix.bench.tracking;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.tracking.TrackerClient.Start;
import io.pix2pix.train.run.Commit;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What a tracker is told of a run when it begins. */
final class RunFacts {
  private static final YAMLMapper YAML = new YAMLMapper();

  private RunFacts() {}

  static Start of(RunFolder run, Provenance provenance, Optional<String> parent) {
    var tags = ImmutableMap.<String, String>builder();
    tags.put("pix2pix.version", provenance.software().pix2pix());
    tags.put("pix2pix.folder", run.path().toAbsolutePath().normalize().toString());
    provenance.machine().processor().ifPresent(name -> tags.put("pix2pix.processor", name));
    provenance.commit().ifPresent(commit -> tags.put("pix2pix.commit", words(commit)));
    if (!provenance.data().checksum().value().isEmpty()) {
      tags.put("pix2pix.data", provenance.data().checksum().value());
    }
    return new Start(
        run.name(),
        parent,
        provenance.progress().started(),
        parameters(run.experiment()),
        tags.buildOrThrow());
  }

  private static String words(Commit commit) {
    return commit.hash() + (commit.dirty() ? " with changes" : "");
  }

  /** The settings of an experiment, for example {@code generator.levels}. */
  static ImmutableMap<String, String> parameters(Path experiment) {
    if (Files.notExists(experiment)) {
      return ImmutableMap.of();
    }
    try {
      var found = new LinkedHashMap<String, String>();
      collect("", YAML.readTree(Files.readString(experiment)), found);
      return ImmutableMap.copyOf(found);
    } catch (IOException | JacksonException e) {
      throw new InvalidInputException(
          experiment + ": cannot be read (" + e.getClass().getSimpleName() + "); repair it", e);
    }
  }

  private static void collect(String key, JsonNode node, Map<String, String> found) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              entry ->
                  collect(
                      key.isEmpty() ? entry.getKey() : key + "." + entry.getKey(),
                      entry.getValue(),
                      found));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        var name = node.get(i).path("name").asString("");
        var named = key + "." + name;
        boolean alone = !name.isEmpty() && !found.containsKey(named + ".name");
        collect(alone ? named : key + "." + i, node.get(i), found);
      }
    } else {
      found.put(key, node.asString(""));
    }
  }
}
