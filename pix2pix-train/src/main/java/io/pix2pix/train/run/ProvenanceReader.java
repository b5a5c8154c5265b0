package io.pix2pix.train.run;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import io.pix2pix.api.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads {@code run.json} of runs. A command reads it several times, and is told once that it is
 * damaged: each command has a reader of its own. Safe for use by several threads.
 */
public final class ProvenanceReader {
  /** Checksums of damaged files, their names included, that were told. */
  private final Set<HashCode> told = ConcurrentHashMap.newKeySet();

  /** Nothing was told yet. */
  public ProvenanceReader() {}

  /**
   * Where a run comes from and how far it is. Where the checksum of the file does not fit, a
   * warning says so, unless this reader has said it of the same file and text, and the identity of
   * the run is left out.
   *
   * @throws InvalidInputException if the file is missing or not what {@link Provenance#write}
   *     writes
   */
  public Provenance read(RunFolder run) {
    return ProvenanceFile.read(run.provenance(), this::isNews);
  }

  private boolean isNews(String text) {
    return told.add(Hashing.sha256().hashString(text, StandardCharsets.UTF_8));
  }
}
