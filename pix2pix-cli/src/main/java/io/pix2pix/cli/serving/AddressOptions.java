package io.pix2pix.cli.serving;

import com.google.common.base.CharMatcher;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import io.pix2pix.server.http.FrontSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a server listens, and whom it answers. */
final class AddressOptions {
  private static final InputFile TOKEN = new InputFile("a token file", InputFile.WRITTEN_BY_HAND);
  private static final int SHORTEST_TOKEN = 16;
  private static final int LARGEST_PORT = 65_535;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "which address of this machine is listened at (default: ${DEFAULT-VALUE}, which only this"
              + " machine reaches); others want a token")
  private String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "which port; 0 for any that is free (default: ${DEFAULT-VALUE})")
  private int port = 8080;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "a file with a secret of 16 characters or more, which requests have to carry:"
              + " Authorization: Bearer SECRET")
  private @Nullable Path tokenFile;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      description =
          "a further name under which the server is asked, for example that of a proxy; can be"
              + " given several times. Requests under other names are refused")
  private List<String> names = List.of();

  @Option(names = "--access-log", description = "tell every answer on the standard error")
  private boolean accessLog;

  /**
   * Where, and for whom.
   *
   * @throws InvalidInputException if others could ask without a token
   */
  FrontSettings settings() {
    if (port < 0 || port > LARGEST_PORT) {
      throw new InvalidInputException("--port %d: must be from 0 to 65535".formatted(port));
    }
    var token = Optional.ofNullable(tokenFile).map(AddressOptions::token);
    if (token.isEmpty() && !isLoopback()) {
      throw new InvalidInputException(
          "--host %s: other machines could ask without a secret; give --token-file"
              .formatted(host));
    }
    var settings = FrontSettings.at(host, port).withHosts(names).withToken(token);
    return accessLog ? settings.withAccessLog() : settings;
  }

  /** The host, as addresses show it. */
  String shownHost() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new InvalidInputException(
          "--host %s: is not known; give an address of this machine".formatted(host), e);
    }
  }

  private static String token(Path file) {
    var token = TOKEN.text(file).strip();
    if (token.length() < SHORTEST_TOKEN || !CharMatcher.inRange('!', '~').matchesAllOf(token)) {
      throw new InvalidInputException(
          "%s: a token has %d characters or more, without spaces; make one with: openssl rand -hex 32"
              .formatted(file, SHORTEST_TOKEN));
    }
    return token;
  }
}
