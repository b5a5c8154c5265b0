package io.pix2pix.bench.tracking.mlflow;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.plugin.Setting;
import io.pix2pix.bench.tracking.Tracker;
import io.pix2pix.bench.tracking.TrackerClient;
import java.util.Map;
import java.util.Optional;

/**
 * A tracking server of MLflow. A study is a run there, and its cells are runs below it.
 *
 * @param address of the server
 * @param experiment that runs belong to there
 */
public record Mlflow(
    @Setting(value = "\"\"", meaning = "the server, such as http://localhost:5000") String address,
    @Setting(value = "pix2pix", meaning = "the experiment of MLflow that runs belong to")
        String experiment)
    implements Tracker {
  private static final String URI = "MLFLOW_TRACKING_URI";
  private static final String EXPERIMENT = "MLFLOW_EXPERIMENT_NAME";

  @Override
  public Tracker at(String newAddress) {
    return new Mlflow(ServerAddress.of(newAddress, "--track").text(), experiment);
  }

  /** What MLflow's own programs heed. */
  @Override
  public Optional<Tracker> inEnvironment(Map<String, String> environment) {
    var uri = environment.getOrDefault(URI, "");
    if (uri.isBlank()) {
      return Optional.empty();
    }
    var name = environment.getOrDefault(EXPERIMENT, "");
    return Optional.of(
        new Mlflow(ServerAddress.of(uri, URI).text(), name.isBlank() ? experiment : name));
  }

  @Override
  public TrackerClient connect(Map<String, String> environment) {
    if (address.isBlank()) {
      throw new InvalidInputException(
          "--track: mlflow has no address; give one such as mlflow:http://localhost:5000, or set "
              + URI);
    }
    var server = ServerAddress.of(address, "--track");
    return new MlflowClient(new MlflowServer(server, Credentials.of(environment)), experiment);
  }
}
