package io.pix2pix.bench.speed.contender;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.run.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The opponent: the same networks and steps in PyTorch, and the same loading with Pillow.
 *
 * @param contender the script
 * @param versions for people, for example {@code PyTorch 2.13.0, Pillow 12.3.0, Python 3.12.4}
 * @param compiles whether {@code torch.compile} can work: it needs a C++ compiler
 */
public record Pytorch(Contender contender, String versions, boolean compiles) {
  private static final String SCRIPT = "pytorch.py";
  private static final int PATIENCE_MINUTES = 3;
  private static final String INSTALL =
      "pip install torch numpy pillow --index-url https://download.pytorch.org/whl/cpu";

  /**
   * The opponent, ready to be started.
   *
   * @param python the program, found on the path unless it names a folder
   * @param folder where the script is put
   * @throws InvalidInputException if Python or a package is missing; the message says how to
   *     install it
   */
  public static Pytorch find(String python, Path folder) throws InterruptedException {
    var script = folder.resolve(SCRIPT);
    AtomicFiles.write(script, text());
    var command = ImmutableList.of(python, "-u", script.toString());
    var facts = facts(python, command);
    var missing = facts.path("missing").stringValue("");
    if (!missing.isEmpty()) {
      throw new InvalidInputException(
          "%s: has no %s; the opponent needs it: %s -m %s"
              .formatted(python, missing, python, INSTALL));
    }
    return new Pytorch(
        new Contender("PyTorch", command),
        facts.path("versions").stringValue(""),
        facts.path("compiles").booleanValue(false));
  }

  private static JsonNode facts(String python, ImmutableList<String> command)
      throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(ImmutableList.<String>builder().addAll(command).add("facts").build())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      return new JsonMapper().readTree(said.strip());
    } catch (IOException e) {
      throw new InvalidInputException(
          "%s: cannot be started; install Python 3, then: %s -m %s"
              .formatted(python, python, INSTALL),
          e);
    } catch (JacksonException e) {
      throw new InvalidInputException(
          python + ": is no Python 3 that can run the opponent; name another with --python", e);
    }
  }

  private static String text() {
    try {
      return Resources.toString(
          Resources.getResource(Pytorch.class, SCRIPT), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(SCRIPT, e);
    }
  }
}
