package io.pix2pix.campaign;

import com.google.common.collect.ImmutableList;
import io.pix2pix.cli.Main;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A command in a process of its own that gets a signal at some moment, and is given again.
 *
 * @param command that gets it
 * @param signal KILL, TERM or INT
 * @param share of the time that the command takes, after which it is sent
 */
record KillCase(Command command, String signal, double share) implements FaultCase {
  private static final ImmutableList<String> SIGNALS = ImmutableList.of("KILL", "TERM", "INT");
  private static final double EARLIEST = 0.25;
  private static final int LIMIT_SECONDS = 120;
  private static final Map<Command, Long> MILLIS = new ConcurrentHashMap<>();

  /** Commands and signals in turn, at moments that follow from the seed. */
  static ImmutableList<FaultCase> all(int count, long seed) {
    var random = new Random(seed);
    var cases = ImmutableList.<FaultCase>builder();
    for (int index = 0; index < count; index++) {
      cases.add(
          new KillCase(
              Recovery.COMMANDS.get(index % Recovery.COMMANDS.size()),
              SIGNALS.get((index + index / Recovery.COMMANDS.size()) % SIGNALS.size()),
              EARLIEST + (1 - EARLIEST) * random.nextDouble()));
    }
    return cases.build();
  }

  @Override
  public String kind() {
    return "SIG" + signal;
  }

  @Override
  public String words() {
    return "%s, SIG%s after %.2f of its time".formatted(command.name(), signal, share);
  }

  @Override
  public ImmutableList<Judged> run(Laboratory laboratory) throws IOException {
    laboratory.undisturbed(command);
    var workplace = laboratory.workplace();
    if (!MILLIS.containsKey(command)) {
      workplace.restore();
      long begin = System.nanoTime();
      awaited(start(workplace));
      MILLIS.put(command, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }
    workplace.restore();
    var process = start(workplace);
    sleep((long) (share * MILLIS.getOrDefault(command, 0L)));
    send(process);
    var problem =
        awaited(process) ? trace(workplace) : Optional.of("does not end after SIG" + signal);
    return problem
        .map(words -> ImmutableList.of(new Judged(command.name(), Verdict.failed(words))))
        .orElseGet(() -> ImmutableList.of(Recovery.judge(laboratory, command)));
  }

  private Process start(Workplace workplace) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.add("-Dpix2pix.calibrate=false");
    line.add(Main.class.getName());
    line.addAll(List.of(command.in(workplace)));
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(new File(said(workplace).toString()))
        .start();
  }

  private static Path said(Workplace workplace) {
    return workplace.root().resolve("killed.log");
  }

  private static Optional<String> trace(Workplace workplace) throws IOException {
    var text = Files.readString(said(workplace), StandardCharsets.UTF_8);
    return Optional.of(new Answer(0, text, "", Optional.empty()))
        .filter(Answer::hasTrace)
        .map(answer -> "a trace when it was killed: " + text.lines().limit(3).toList());
  }

  private void send(Process process) throws IOException {
    if (process.isAlive()) {
      awaited(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start());
    }
  }

  private static boolean awaited(Process process) {
    try {
      return process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.destroyForcibly();
    }
  }

  private static void sleep(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
