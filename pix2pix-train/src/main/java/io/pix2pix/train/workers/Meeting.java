package io.pix2pix.train.workers;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import io.pix2pix.api.error.InvalidInputException;
import java.nio.charset.StandardCharsets;

/**
 * What workers compare before any of them begins: that all train the same, on the same data, with
 * the same program. All of them come to the same conclusion.
 */
public final class Meeting {
  private final ImmutableMap<String, String> facts;

  /**
   * @param facts what must be the same, in the order in which it is compared, by the words for it
   */
  public Meeting(ImmutableMap<String, String> facts) {
    this.facts = facts;
  }

  /**
   * Compares.
   *
   * @throws InvalidInputException if a worker has something else; the message says who and what
   * @throws LostWorkerException if a worker does not come
   */
  public void hold(ClusterWorkers workers) {
    var told = workers.exchange(facts.values().stream().mapToLong(Meeting::fingerprint).toArray());
    var words = facts.keySet().asList();
    for (int fact = 0; fact < words.size(); fact++) {
      for (int worker = 1; worker < told.length; worker++) {
        if (told[worker][fact] != told[0][fact]) {
          throw new InvalidInputException(
              "%s has another %s than worker 0; start all workers with the same"
                  .formatted(workers.cluster().words(worker), words.get(fact)));
        }
      }
    }
  }

  private static long fingerprint(String text) {
    return Hashing.farmHashFingerprint64().hashString(text, StandardCharsets.UTF_8).asLong();
  }
}
