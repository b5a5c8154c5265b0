package io.pix2pix.bench.speed.result;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.bench.speed.measure.Noise;
import io.pix2pix.bench.speed.measure.RoundValues;
import io.pix2pix.bench.speed.result.BenchmarkResult.Circumstances;
import io.pix2pix.bench.speed.result.WorkResult.OpponentResult;
import io.pix2pix.bench.speed.roofline.Roofline;
import io.pix2pix.bench.speed.work.Unit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Results as JSON: a line for each work, and a file for all of them. */
public final class ResultJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private ResultJson() {}

  /** A work on one line: {@code work, ours, theirs, ratio, unit, spread} and more. */
  public static String line(WorkResult result, boolean quick) {
    return node(result).put("quick", quick).toString();
  }

  /** Everything, for a file. */
  public static String file(BenchmarkResult result) {
    var root = JSON.createObjectNode().put("name", result.name());
    root.set("circumstances", JSON.valueToTree(result.circumstances()));
    var works = root.putArray("works");
    result.works().forEach(work -> works.add(node(work)));
    root.set("roofline", JSON.valueToTree(result.roofline()));
    return JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(root) + "\n";
  }

  private static ObjectNode node(WorkResult result) {
    var node = JSON.createObjectNode();
    node.put("work", result.work());
    node.put("ours", result.ours().median());
    var theirs = result.theirs().map(OpponentResult::rounds);
    node.put("theirs", theirs.map(RoundValues::median).orElse(null));
    node.put("ratio", result.ratio().orElse(null));
    node.put("unit", result.unit().symbol());
    node.put("spread", result.ours().spread());
    node.put("theirSpread", theirs.map(RoundValues::spread).orElse(null));
    node.put("variant", result.theirs().map(OpponentResult::variant).orElse(null));
    node.put("noise", result.noise().variation());
    node.set("ourRounds", JSON.valueToTree(result.ours().values()));
    node.set("theirRounds", JSON.valueToTree(theirs.map(RoundValues::values).orElse(List.of())));
    var notes = node.putArray("notes");
    result.notes().forEach(notes::add);
    result.refusal().ifPresent(notes::add);
    return node;
  }

  /**
   * Reads what {@link #file} wrote.
   *
   * @throws InvalidInputException if the file is missing or something else
   */
  public static BenchmarkResult read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(
          file + ": is no file; name a bench/NAME.json that `pix2pix bench` wrote");
    }
    try {
      var root = JSON.readTree(file.toFile());
      return new BenchmarkResult(
          root.required("name").stringValue(),
          JSON.treeToValue(root.required("circumstances"), Circumstances.class),
          root.required("works").valueStream().map(ResultJson::work).toList(),
          roofline(root.path("roofline")));
    } catch (JacksonException | IllegalArgumentException e) {
      throw new InvalidInputException(
          "%s: is no result of `pix2pix bench` (%s)"
              .formatted(file, String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
          e);
    }
  }

  private static Optional<Roofline> roofline(JsonNode node) {
    return node.isObject() ? Optional.of(JSON.treeToValue(node, Roofline.class)) : Optional.empty();
  }

  private static WorkResult work(JsonNode node) {
    var theirs = rounds(node.required("theirRounds"));
    return new WorkResult(
        node.required("work").stringValue(),
        Unit.of(node.required("unit").stringValue()),
        new RoundValues(rounds(node.required("ourRounds"))),
        theirs.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new OpponentResult(
                    node.required("variant").stringValue(), new RoundValues(theirs))),
        new Noise(node.required("noise").doubleValue()),
        notes(node));
  }

  /** Why there is no ratio follows from the noise, and is not kept twice. */
  private static List<String> notes(JsonNode node) {
    return node.required("notes")
        .valueStream()
        .map(JsonNode::stringValue)
        .filter(note -> !note.startsWith("no ratio"))
        .toList();
  }

  private static ImmutableList<Double> rounds(JsonNode values) {
    return values.valueStream().map(JsonNode::doubleValue).collect(toImmutableList());
  }
}
