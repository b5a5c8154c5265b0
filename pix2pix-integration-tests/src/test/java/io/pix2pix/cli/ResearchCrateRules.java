package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What RO-Crate 1.1 asks of a folder: entities that have an identifier of their own and a type, a
 * descriptor of the metadata that is about the root, a root that is a data set with a date, and an
 * entity for each of its files.
 *
 * @param folder of the crate
 * @param context of its JSON-LD
 * @param entities by their identifiers
 */
record ResearchCrateRules(Path folder, String context, ImmutableMap<String, JsonNode> entities) {
  private static final String FILE = "ro-crate-metadata.json";

  static ResearchCrateRules read(Path folder) throws IOException {
    var crate = new JsonMapper().readTree(Files.readString(folder.resolve(FILE)));
    return new ResearchCrateRules(
        folder,
        crate.path("@context").asString(),
        Maps.uniqueIndex(crate.path("@graph"), entity -> entity.path("@id").asString()));
  }

  JsonNode root() {
    return entity("./");
  }

  ImmutableList<String> files() {
    return Streams.stream(root().path("hasPart"))
        .map(part -> part.path("@id").asString())
        .collect(ImmutableList.toImmutableList());
  }

  private JsonNode entity(String id) {
    return entities.getOrDefault(id, MissingNode.getInstance());
  }

  void assertKept() {
    assertThat(context).isEqualTo("https://w3id.org/ro/crate/1.1/context");
    assertThat(entities.values())
        .allSatisfy(entity -> assertThat(entity.path("@type").asString()).isNotEmpty());
    assertThat(entity(FILE))
        .hasToString(
            "{\"@id\":\"ro-crate-metadata.json\",\"@type\":\"CreativeWork\","
                + "\"conformsTo\":{\"@id\":\"https://w3id.org/ro/crate/1.1\"},"
                + "\"about\":{\"@id\":\"./\"}}");
    assertThat(root().path("@type").asString()).isEqualTo("Dataset");
    assertThat(root().propertyNames()).contains("name", "description");
    assertThat(Instant.parse(root().path("datePublished").asString())).isBefore(Instant.now());
    for (var file : files()) {
      assertThat(folder.resolve(file)).exists();
      assertThat(entity(file).path("@type").asString()).isEqualTo("File");
    }
  }
}
