package io.pix2pix.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import io.pix2pix.api.error.VisibleText;
import io.pix2pix.cli.console.Failures;
import io.pix2pix.library.AddedCommand;
import io.pix2pix.library.Bootstrap;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The way in: makes the one injector and runs the command that was asked for. */
public final class Main {
  private static final TypeLiteral<Set<AddedCommand>> ADDED = new TypeLiteral<>() {};

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
    Locales.advice().map(VisibleText::line).ifPresent(System.err::println);
    var commandLine = commandLine();
    return execute(commandLine, arguments);
  }

  /**
   * Runs a command that writes elsewhere.
   *
   * @param out for results
   * @param err for what is wrong
   * @return 0 if it succeeded, 1 if it failed, 2 if it was used wrongly
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return execute(commandLine().setOut(out).setErr(err), arguments);
  }

  /** Where memory is full, a trace would tell users nothing. */
  private static int execute(CommandLine commandLine, String... arguments) {
    try {
      return commandLine.execute(arguments);
    } catch (OutOfMemoryError e) {
      return Failures.explain(e, commandLine.getErr());
    }
  }

  /**
   * The commands, and all that they work with.
   *
   * @param plugins where other jars are
   */
  public static Injector injector(ClassLoader plugins) {
    return Bootstrap.injector(plugins, new CommandLineModule());
  }

  static CommandLine commandLine() {
    var injector = injector(Thread.currentThread().getContextClassLoader());
    var factory = CommandLine.defaultFactory();
    var commandLine =
        new CommandLine(
            new Pix2PixCommand(),
            new CommandLine.IFactory() {
              @Override
              public <K> K create(Class<K> type) throws Exception {
                boolean bound = injector.getExistingBinding(Key.get(type)) != null;
                return bound ? injector.getInstance(type) : factory.create(type);
              }
            });
    added(injector).forEach(commandLine::addSubcommand);
    return commandLine
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((misuse, parsed) -> Failures.explain(misuse))
        .setExecutionExceptionHandler(
            (failure, failed, parsed) -> Failures.explain(failure, failed.getErr()));
  }

  /** What jars add is bound here: without picocli these classes cannot be looked into. */
  private static ImmutableList<Callable<Integer>> added(Injector injector) {
    var types = injector.getInstance(Key.get(ADDED));
    var commands =
        injector.createChildInjector(binder -> types.forEach(added -> binder.bind(added.type())));
    return types.stream()
        .<Callable<Integer>>map(added -> commands.getInstance(added.type()))
        .collect(toImmutableList());
  }
}
