package io.pix2pix.cli;

import com.google.common.collect.ImmutableList;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Stage;
import io.pix2pix.api.InvalidInputException;
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
    var injector = injector(Thread.currentThread().getContextClassLoader());
    return commandLine(injector).execute(arguments);
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

  private static CommandLine commandLine(Injector injector) {
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
        .setExecutionExceptionHandler(
            (failure, commandLine, parsed) -> explain(failure, commandLine.getErr()));
  }

  /** A user's mistake is told in one line; anything else is ours, and comes with its trace. */
  private static int explain(Exception failure, PrintWriter err) {
    if (failure instanceof InvalidInputException) {
      err.println("pix2pix: " + failure.getMessage());
    } else {
      err.println("pix2pix: this should not have happened; please report it:");
      failure.printStackTrace(err);
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }
}
