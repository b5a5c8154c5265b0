package io.pix2pix.cli;

import com.google.common.base.Strings;
import io.pix2pix.cli.console.Console;
import io.pix2pix.train.experiment.PluginTable;
import io.pix2pix.train.experiment.PluginTable.PluginDescription;
import io.pix2pix.train.experiment.PluginTable.PluginDescription.SettingDescription;
import io.pix2pix.train.experiment.PluginTable.RoleDescription;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what an experiment file can say. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "Shows every plug-in of every role, with its settings: type, allowed values, default and"
            + " meaning. Networks are measured with their defaults on a 256x256 image.%n")
final class ListCommand implements Callable<Integer> {
  private static final int WIDTH = 29;

  private final PluginTable table;
  private final ListedNetworks networks;

  @Parameters(
      paramLabel = "ROLE",
      arity = "0..1",
      description = "only this role, for example generator")
  private @Nullable String only;

  @Spec private @Nullable CommandSpec spec;

  @Inject
  ListCommand(PluginTable table, ListedNetworks networks) {
    this.table = table;
    this.networks = networks;
  }

  @Override
  public Integer call() {
    var console = Console.of(spec);
    checkRole();
    if (only == null) {
      console.say("experiment: what a file says at its top level\n");
      print(console, table.experiment());
      console.say("");
    }
    for (var role : table.roles()) {
      if (only == null || only.equals(role.name())) {
        print(console, role);
      }
    }
    return 0;
  }

  private void checkRole() {
    var roles = table.roles().stream().map(RoleDescription::name).toList();
    if (spec != null && only != null && !roles.contains(only)) {
      throw new ParameterException(
          spec.commandLine(),
          String.format("unknown role \"%s\"; known: %s", only, String.join(", ", roles)));
    }
  }

  private void print(Console console, RoleDescription role) {
    console.say(role.name() + ": " + role.meaning() + "\n");
    for (var plugin : role.plugins()) {
      console.say("  " + plugin.name());
      networks.facts(role.name(), plugin.name()).ifPresent(facts -> console.say("    " + facts));
      print(console, plugin);
    }
  }

  private static void print(Console console, PluginDescription plugin) {
    print(console, plugin.settings());
    console.say("");
  }

  private static void print(Console console, List<SettingDescription> settings) {
    int longest = settings.stream().mapToInt(setting -> setting.key().length()).max().orElse(0);
    int width = Math.max(WIDTH, longest + 2);
    settings.forEach(setting -> print(console, setting, width));
  }

  private static void print(Console console, SettingDescription setting, int width) {
    var type =
        setting.allowed().isEmpty() ? setting.type() : setting.type() + ", " + setting.allowed();
    var standard = setting.standard().map(value -> "default " + value).orElse("must be given");
    console.say("    " + Strings.padEnd(setting.key(), width, ' ') + setting.meaning());
    console.say(" ".repeat(4 + width) + type + "; " + standard);
  }
}
