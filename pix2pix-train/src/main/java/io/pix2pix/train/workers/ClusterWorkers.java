package io.pix2pix.train.workers;

import io.pix2pix.api.network.Sessions;
import io.pix2pix.api.network.Workers;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Server;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.StdArrays;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ClusterDef;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.JobDef;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.proto.ServerDef;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt64;
import org.tensorflow.types.family.TNumber;

/**
 * The workers of a cluster, over TensorFlow's own servers. A server has no clean end: it lives
 * until its process ends, and so do the threads that watch the others; there is one in a process.
 *
 * <p>To be used by one thread.
 */
public final class ClusterWorkers implements Workers {
  private static final String JOB = "worker";
  private static final String PROTOCOL = "grpc";
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Cluster cluster;
  private final Patience patience;
  private final Server server;
  private final Consumer<String> lost;
  private final Thread watch;
  private final ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(1);

  private ClusterWorkers(
      Cluster cluster, Patience patience, Server server, Consumer<String> lost, Thread watch) {
    this.cluster = cluster;
    this.patience = patience;
    this.server = server;
    this.lost = lost;
    this.watch = watch;
    watchdog.setRemoveOnCancelPolicy(true);
    watchdog.setThreadFactory(
        work -> {
          var thread = new Thread(work, "watchdog of workers");
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Starts this worker's server and waits until all workers have theirs.
   *
   * @param lost is told when another worker is lost, by any thread; TensorFlow may wait for it for
   *     ever then, and only the end of the process ends that
   * @throws io.pix2pix.api.error.InvalidInputException if the port is in use, or a worker does not
   *     come
   */
  public static ClusterWorkers join(Cluster cluster, Patience patience, Consumer<String> lost) {
    var peers = new Peers(cluster);
    peers.requireFreePort();
    var server = new Server(definition(cluster));
    server.start();
    peers.await(patience.join());
    var watch = new Thread(() -> peers.watch(lost), "watch of workers");
    watch.setDaemon(true);
    watch.start();
    return new ClusterWorkers(cluster, patience, server, lost, watch);
  }

  private static ServerDef definition(Cluster cluster) {
    var job = JobDef.newBuilder().setName(JOB);
    for (int worker = 0; worker < cluster.size(); worker++) {
      job.putTasks(worker, cluster.addresses().get(worker).toString());
    }
    return ServerDef.newBuilder()
        .setCluster(ClusterDef.newBuilder().addJob(job))
        .setJobName(JOB)
        .setTaskIndex(cluster.index())
        .setProtocol(PROTOCOL)
        .setDefaultSessionConfig(led(cluster, Sessions.configuration(Sessions.settings())))
        .build();
  }

  /** Of all devices of the cluster, a session sees its own. */
  private static ConfigProto led(Cluster cluster, ConfigProto configuration) {
    var leader =
        ConfigProto.Experimental.newBuilder()
            .setCollectiveGroupLeader("/job:" + JOB + "/replica:0/task:0");
    return configuration.toBuilder()
        .setExperimental(leader)
        .addDeviceFilters("/job:" + JOB + "/task:" + cluster.index())
        .build();
  }

  /** Who they are. */
  public Cluster cluster() {
    return cluster;
  }

  @Override
  public int count() {
    return cluster.size();
  }

  @Override
  public int index() {
    return cluster.index();
  }

  @Override
  public Operand<TFloat32> sum(Ops tf, Operand<TFloat32> x) {
    return sumOf(tf, x);
  }

  /** The sum over all workers of numbers of any type. */
  <T extends TNumber> Operand<T> sumOf(Ops tf, Operand<T> x) {
    return CollectiveSum.of(tf, x, count(), (double) patience.step().toSeconds());
  }

  @Override
  public Session session(Graph graph, ConfigProto configuration) {
    return RemoteSession.open(RemoteSession.target(server), graph, led(cluster, configuration));
  }

  /**
   * Runs what may hold sums over workers.
   *
   * @throws LostWorkerException if one of them did not come, or the connection to it broke
   */
  @Override
  public Result run(Session.Runner runner) {
    var limit = patience.step().plus(GRACE);
    var alarm = alarm(limit.plus(GRACE));
    try {
      return runner
          .setOptions(RunOptions.newBuilder().setTimeoutInMs(limit.toMillis()).build())
          .run();
    } catch (TFResourceExhaustedException | TFInvalidArgumentException e) {
      throw e;
    } catch (TensorFlowException e) {
      throw new LostWorkerException("a sum over all workers failed: " + reason(e), e);
    } finally {
      alarm.cancel(false);
    }
  }

  /** TensorFlow first says where it happened. */
  private static String reason(TensorFlowException failure) {
    return String.valueOf(failure.getMessage())
        .lines()
        .filter(line -> !line.startsWith("From /job:"))
        .findFirst()
        .orElse("for no reason that TensorFlow would tell");
  }

  private ScheduledFuture<?> alarm(Duration after) {
    return watchdog.schedule(
        () ->
            lost.accept("the other workers did not come within " + after.toSeconds() + " seconds"),
        after.toSeconds(),
        TimeUnit.SECONDS);
  }

  /**
   * Tells all workers numbers, and hears theirs.
   *
   * @param own as many as the others tell
   * @return a row for each worker
   * @throws LostWorkerException if a worker does not come
   */
  long[][] exchange(long... own) {
    try (var graph = new Graph();
        var session = session(graph, Sessions.configuration(Sessions.settings()))) {
      var tf = Ops.create(graph);
      var all = new long[count()][own.length];
      all[index()] = own;
      try (var result = run(session.runner().fetch(sumOf(tf, tf.constant(all))))) {
        return StdArrays.array2dCopyOf((TInt64) result.get(0));
      }
    }
  }

  /**
   * Waits until all workers are here.
   *
   * @throws LostWorkerException if a worker does not come
   */
  public void await() {
    exchange(1);
  }

  /** The others may end from now on. */
  public void leave() {
    watch.interrupt();
    watchdog.shutdownNow();
  }
}
