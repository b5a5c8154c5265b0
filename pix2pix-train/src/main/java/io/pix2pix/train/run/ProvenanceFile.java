package io.pix2pix.train.run;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.error.MachineFailureException;
import io.pix2pix.api.file.InputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** {@code run.json}: how it is written, and how runs of older versions are read. */
final class ProvenanceFile {
  private static final InputFile FILE =
      new InputFile("a record of a run", InputFile.WRITTEN_BY_PROGRAMS);

  /** Missing in runs from before they were written. */
  private static final ImmutableList<String> OPTIONAL =
      ImmutableList.of("arithmetic", "experiment");

  /**
   * Missing in runs from before weights could be imported, networks start from weights of others,
   * and data change.
   */
  private static final ImmutableList<String> LISTS =
      ImmutableList.of("imported", "initialized", "dataChanges");

  /** Missing in data from before pairs could be left out. */
  private static final String LEFT_OUT = "leftOut";

  private static final String CHECKSUM = "checksum";

  private static final Logger LOG = LoggerFactory.getLogger(ProvenanceFile.class);

  private ProvenanceFile() {}

  /** What a damaged file held is kept beside the new one. */
  static void write(Path file, Provenance provenance) {
    if (Files.exists(file) && !ProvenanceChecksum.holds(text(file))) {
      LOG.warn("{}: is damaged; it is kept as {}", file, KeptAside.copy(file));
    }
    AtomicFiles.write(
        file, ProvenanceChecksum.sealed(mapper().writeValueAsString(provenance) + "\n"));
  }

  /**
   * @param isNews whether somebody is to be told of a damaged file with that text
   */
  static Provenance read(Path file, Predicate<String> isNews) {
    if (!Files.exists(file)) {
      throw new InvalidInputException(file + ": is missing; every run has one");
    }
    var text = text(file);
    var provenance = parsed(file, text);
    if (ProvenanceChecksum.holds(text)) {
      return provenance;
    }
    if (isNews.test(file.toAbsolutePath() + text)) {
      LOG.warn(
          "{}: is not what the run wrote, its checksum does not fit; which run its checkpoints are"
              + " of is not compared, and data, machine and times may be others: put back a copy if"
              + " there is one",
          file);
    }
    return provenance.withoutIdentity();
  }

  /** Bytes that are no text are damage like any other. */
  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(FILE.checkIfPresent(file)), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw MachineFailureException.of(file + ": cannot be read (" + e + "); give access to it", e);
    }
  }

  private static Provenance parsed(Path file, String text) {
    try {
      var mapper = mapper();
      if (!(mapper.readTree(text) instanceof ObjectNode said)) {
        throw new InvalidInputException(damaged(file, "it holds nothing"));
      }
      complete(said);
      return mapper.treeToValue(said, Provenance.class);
    } catch (JacksonException e) {
      var how = e.getOriginalMessage().replaceAll(" \\(start marker at .*", "");
      throw new InvalidInputException(damaged(file, how), e);
    }
  }

  /** Adds what older runs lack. */
  private static void complete(ObjectNode said) {
    LISTS.stream().filter(name -> !said.has(name)).forEach(said::putArray);
    OPTIONAL.stream().filter(name -> !said.has(name)).forEach(said::putNull);
    if (said.get("data") instanceof ObjectNode data) {
      nameCoverage(data);
      if (!data.has(LEFT_OUT)) {
        data.putArray(LEFT_OUT);
      }
    }
  }

  /** Runs from before a sample of the data was enough have a plain text: that of all contents. */
  private static void nameCoverage(ObjectNode data) {
    if (data.get(CHECKSUM) instanceof StringNode value) {
      var coverage = value.stringValue().isEmpty() ? "" : Coverage.FULL.words();
      data.putObject(CHECKSUM).put("of", coverage).put("value", value.stringValue());
    }
  }

  private static String damaged(Path file, String how) {
    return "%s: is damaged (%s); put back the file that the run wrote".formatted(file, how);
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }
}
