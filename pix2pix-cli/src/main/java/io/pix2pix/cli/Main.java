package io.pix2pix.cli;

import com.google.common.collect.ImmutableList;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Stage;
import io.pix2pix.bench.BenchModule;
import io.pix2pix.data.DataModule;
import io.pix2pix.models.ModelsModule;
import io.pix2pix.train.TrainModule;
import java.io.PrintWriter;
import java.util.ServiceLoader;
import picocli.CommandLine;

/** The way in: makes the one injector and runs the command that was asked for. */
public final class Main {
  private Main() {}

  /**
   * Runs a command and ends the process: 0 if it succeeded, 1 if it failed, 2 if it was used
   * wrongly.
   *
   * @param arguments a command and what belongs to it; {@code --help} lists them
   */
  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  /**
   * Runs a command.
   *
   * @return 0 if it succeeded, 1 if it failed, 2 if it was used wrongly
   */
  static int run(String... arguments) {
    return commandLine().execute(arguments);
  }

  /**
   * Runs a command that writes elsewhere.
   *
   * @param out for results
   * @param err for what is wrong
   * @return 0 if it succeeded, 1 if it failed, 2 if it was used wrongly
   */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return commandLine().setOut(out).setErr(err).execute(arguments);
  }

  /**
   * All of ours, and the modules that other jars name in {@code
   * META-INF/services/com.google.inject.Module}.
   *
   * @param plugins where other jars are
   */
  static Injector injector(ClassLoader plugins) {
    var modules =
        ImmutableList.<Module>builder()
            .add(new CommandLineModule())
            .add(new ModelsModule())
            .add(new DataModule())
            .add(new TrainModule())
            .add(new BenchModule())
            .addAll(ServiceLoader.load(Module.class, plugins));
    return Guice.createInjector(Stage.PRODUCTION, modules.build());
  }

  static CommandLine commandLine() {
    var injector = injector(Thread.currentThread().getContextClassLoader());
    var factory = CommandLine.defaultFactory();
    return new CommandLine(
            new Pix2PixCommand(),
            new CommandLine.IFactory() {
              @Override
              public <K> K create(Class<K> type) throws Exception {
                boolean bound = injector.getExistingBinding(Key.get(type)) != null;
                return bound ? injector.getInstance(type) : factory.create(type);
              }
            })
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((misuse, parsed) -> Failures.explain(misuse))
        .setExecutionExceptionHandler(
            (failure, commandLine, parsed) -> Failures.explain(failure, commandLine.getErr()));
  }
}
