package io.pix2pix.train.run;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The git commit that a run was started at.
 *
 * @param hash of the commit
 * @param dirty whether files known to git differed from it
 */
public record Commit(String hash, boolean dirty) {
  private static final long PATIENCE_SECONDS = 10;

  /** The commit that is checked out in a folder; empty without git or outside of a repository. */
  public static Optional<Commit> of(Path folder) {
    try {
      var head = git(folder, Redirect.PIPE, "rev-parse", "--verify", "HEAD");
      if (head.exitValue() != 0) {
        return Optional.empty();
      }
      var hash = new String(head.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      var changes = git(folder, Redirect.DISCARD, "diff", "--quiet", "HEAD");
      return Optional.of(new Commit(hash.strip(), changes.exitValue() != 0));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Process git(Path folder, Redirect output, String... arguments)
      throws IOException, InterruptedException {
    var command = new ProcessBuilder("git", "--no-optional-locks");
    command.command().addAll(List.of(arguments));
    var process =
        command
            .directory(folder.toAbsolutePath().toFile())
            .redirectError(Redirect.DISCARD)
            .redirectOutput(output)
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("git takes too long");
    }
    return process;
  }
}
