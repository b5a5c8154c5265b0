package io.pix2pix.bench.tracking;

import io.pix2pix.api.plugin.Role;
import java.util.Map;
import java.util.Optional;

/** Where runs and studies report to, beside their folders. All of its settings have defaults. */
@Role(value = "tracker", meaning = "a server that runs and studies report to")
public interface Tracker {

  /**
   * Where it is, as messages call it and as folders note it. It tells no secret.
   *
   * @return for example {@code http://localhost:5000}; empty if nobody said where
   */
  String address();

  /**
   * The same tracker at another address.
   *
   * @param address what stands after the colon of {@code --track NAME:ADDRESS}
   * @throws io.pix2pix.api.error.InvalidInputException if it is none
   */
  Tracker at(String address);

  /**
   * What the environment says of such a tracker, where it says that runs are to report to it.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if what it says cannot be used
   */
  default Optional<Tracker> inEnvironment(Map<String, String> environment) {
    return Optional.empty();
  }

  /**
   * What talks to it. Nothing is sent yet.
   *
   * @param environment where credentials are
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot be talked to as it stands
   */
  TrackerClient connect(Map<String, String> environment);
}
