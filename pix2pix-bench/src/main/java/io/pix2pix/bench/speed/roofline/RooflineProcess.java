package io.pix2pix.bench.speed.roofline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** Measures the roofline in a process of its own, so that no other session holds threads. */
public final class RooflineProcess {
  private RooflineProcess() {}

  /**
   * Starts a program that prints {@link Roofline#json} as its last line.
   *
   * @throws InvalidInputException if it fails
   */
  public static Roofline run(ImmutableList<String> command) throws InterruptedException {
    try {
      var process = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
      process.getOutputStream().close();
      var said = new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
      if (process.waitFor() != 0 || said.isEmpty()) {
        throw new InvalidInputException(
            "layers: the process that measures them failed; `pix2pix bench-process --layers` shows why");
      }
      return Roofline.parse(said.get(said.size() - 1));
    } catch (IOException e) {
      throw new InvalidInputException("layers: cannot be measured (" + e.getMessage() + ")", e);
    }
  }
}
