package io.pix2pix.api.network;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/** The one place that says how sessions are configured. */
public final class Sessions {
  private Sessions() {}

  /** Opens a session, which the caller closes. */
  public static Session open(Graph graph) {
    // The remapper stumbles over batch normalisations whose statistics are fetched, and logs an
    // error each time.
    var rewriting = RewriterConfig.newBuilder().setRemapping(RewriterConfig.Toggle.OFF);
    var options = GraphOptions.newBuilder().setRewriteOptions(rewriting);
    return new Session(
        graph,
        ConfigProto.newBuilder().setGraphOptions(options).setAllowSoftPlacement(true).build());
  }
}
