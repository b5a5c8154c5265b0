package io.pix2pix.bench.speed.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.pix2pix.bench.study.execution.CellProcess.Program;
import io.pix2pix.train.workers.Cluster;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Training steps that several processes take together, each with one thread and {@link #IMAGES}
 * images. They are programs as this one is, and are asked for a step as this one is asked for a
 * round.
 */
final class WorkerSteps implements Job {
  /** Of each worker. */
  static final int IMAGES = 4;

  private final JobRequest step;
  private final List<Worker> workers;

  private WorkerSteps(JobRequest step, List<Worker> workers) {
    this.step = step;
    this.workers = workers;
  }

  static Job open(JobSettings settings) {
    var own = settings.as(JobKind.WORKER);
    int count = settings.batch() / IMAGES;
    var workers = new ArrayList<Worker>();
    try {
      var ports = freePorts(count);
      for (int index = 0; index < count; index++) {
        workers.add(Worker.start(Cluster.local(ports, index)));
      }
    } catch (IOException e) {
      workers.forEach(Worker::close);
      throw new UncheckedIOException("workers cannot be started", e);
    }
    return new WorkerSteps(new JobRequest(own, 0, 1), workers);
  }

  private static ImmutableList<Integer> freePorts(int count) throws IOException {
    var ports = ImmutableList.<Integer>builder();
    for (int i = 0; i < count; i++) {
      try (var socket = new ServerSocket(0)) {
        ports.add(socket.getLocalPort());
      }
    }
    return ports.build();
  }

  @Override
  public void run() {
    try {
      for (var worker : workers) {
        worker.ask(step);
      }
      for (var worker : workers) {
        worker.awaitAnswer();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a worker was lost", e);
    }
  }

  @Override
  public void close() {
    workers.forEach(Worker::close);
  }

  private record Worker(Process process, BufferedWriter requests, BufferedReader answers) {
    /** The same program as this process, as the Java of one started it. */
    static Worker start(Cluster cluster) throws IOException {
      var program = Splitter.on(' ').splitToList(System.getProperty("sun.java.command"));
      var command = Program.current(program.toArray(String[]::new)).start();
      var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
      builder.environment().put(Cluster.VARIABLE, cluster.json());
      var process = builder.start();
      return new Worker(process, process.outputWriter(UTF_8), process.inputReader(UTF_8));
    }

    void ask(JobRequest request) throws IOException {
      requests.write(request.json() + "\n");
      requests.flush();
    }

    void awaitAnswer() throws IOException {
      for (var line = answers.readLine(); line != null; line = answers.readLine()) {
        var answer = JobAnswer.parse(line);
        if (answer.isPresent()) {
          answer
              .get()
              .problem()
              .ifPresent(
                  problem -> {
                    throw new IllegalStateException(problem);
                  });
          return;
        }
      }
      throw new IOException("it ended");
    }

    void close() {
      process.destroyForcibly();
    }
  }
}
