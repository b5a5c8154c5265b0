package io.pix2pix.api.network;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/**
 * The one place that says how sessions are configured. {@link SessionSettings} bound their threads,
 * for processes that share a machine; TensorFlow has one pool of threads for a whole process, made
 * for the first session, which is why a process has one setting.
 */
public final class Sessions {
  private static volatile SessionSettings ofProcess = SessionSettings.DEFAULT;

  private Sessions() {}

  /** Decides how sessions of this process are opened from now on. */
  public static void use(SessionSettings settings) {
    ofProcess = settings;
  }

  /** Opens a session with the settings of this process; the caller closes it. */
  public static Session open(Graph graph) {
    return open(graph, ofProcess);
  }

  /** Opens a session, which the caller closes. */
  public static Session open(Graph graph, SessionSettings settings) {
    // The remapper stumbles over batch normalizations whose statistics are fetched, and logs an
    // error each time.
    var rewriting = RewriterConfig.newBuilder().setRemapping(RewriterConfig.Toggle.OFF);
    var options = GraphOptions.newBuilder().setRewriteOptions(rewriting);
    int threads = settings.threads();
    var configuration =
        ConfigProto.newBuilder()
            .setGraphOptions(options)
            .setAllowSoftPlacement(true)
            .setIntraOpParallelismThreads(threads)
            .setInterOpParallelismThreads(threads);
    return new Session(graph, configuration.build());
  }
}
