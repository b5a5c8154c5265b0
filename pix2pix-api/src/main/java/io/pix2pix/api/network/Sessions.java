package io.pix2pix.api.network;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/**
 * The one place that says how sessions are configured. The system property {@code pix2pix.threads}
 * bounds their threads, for processes that share a machine; TensorFlow has one pool of threads for
 * a whole process, made for the first session.
 */
public final class Sessions {
  /** A system property: threads of a step; 0 or nothing for one on each core. */
  public static final String THREADS = "pix2pix.threads";

  private Sessions() {}

  /** Opens a session, which the caller closes. */
  public static Session open(Graph graph) {
    // The remapper stumbles over batch normalizations whose statistics are fetched, and logs an
    // error each time.
    var rewriting = RewriterConfig.newBuilder().setRemapping(RewriterConfig.Toggle.OFF);
    var options = GraphOptions.newBuilder().setRewriteOptions(rewriting);
    int threads = Integer.getInteger(THREADS, 0);
    var configuration =
        ConfigProto.newBuilder()
            .setGraphOptions(options)
            .setAllowSoftPlacement(true)
            .setIntraOpParallelismThreads(threads)
            .setInterOpParallelismThreads(threads);
    return new Session(graph, configuration.build());
  }
}
