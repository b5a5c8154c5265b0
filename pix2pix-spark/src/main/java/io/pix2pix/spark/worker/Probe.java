package io.pix2pix.spark.worker;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.spark.api.java.function.Function;

/**
 * The first task: asks a worker whether it can do the others. Gives what keeps it from that, and
 * nothing if it can.
 *
 * @param launch of the processes that others need
 * @param folder that all machines see
 * @param platform of the machine that asks
 */
public record Probe(Launch launch, String folder, String platform)
    implements Function<Integer, String> {

  @Override
  public String call(Integer number) throws UnknownHostException {
    try {
      WorkerFiles.of(folder).folder().requireWritable();
    } catch (RuntimeException e) {
      return host() + ": " + e.getMessage();
    }
    var obstacle = launch.obstacle(platform);
    return obstacle.isEmpty() ? "" : host() + ": " + obstacle;
  }

  private static String host() throws UnknownHostException {
    return "worker " + InetAddress.getLocalHost().getHostName();
  }
}
