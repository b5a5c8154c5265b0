package io.pix2pix.server.http;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Under which names a server is asked. A page of elsewhere can let its own name lead to this
 * machine (DNS rebinding) and would then share the server's origin; the name that it is asked under
 * gives it away.
 *
 * @param own names and addresses of what was bound
 * @param further names that the user allows, for example of a proxy, with any port
 * @param port that was bound
 */
record AllowedHosts(ImmutableSet<String> own, ImmutableSet<String> further, int port) {
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9a-fA-F:.]+]|[0-9a-zA-Z._-]+)(?::([0-9]{1,5}))?");
  private static final Pattern ORIGIN = Pattern.compile("(https?)://(.*)");
  private static final int PORT_OF_HTTP = 80;

  /**
   * @param host what the user named
   * @param bound where the server listens
   * @param further names that the user allows
   */
  static AllowedHosts of(String host, InetSocketAddress bound, List<String> further) {
    var own = ImmutableSet.<String>builder().add(name(host));
    var address = bound.getAddress();
    own.add(address.getHostAddress());
    if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
      own.add("localhost", "127.0.0.1", "[::1]");
    }
    if (address.isAnyLocalAddress()) {
      own.addAll(namesOfThisMachine());
    }
    return new AllowedHosts(
        own.build().stream().map(AllowedHosts::name).collect(ImmutableSet.toImmutableSet()),
        further.stream().map(AllowedHosts::name).collect(ImmutableSet.toImmutableSet()),
        bound.getPort());
  }

  /** Whether a {@code Host} header names this server. */
  boolean isHost(String header) {
    return isAllowed(header, false);
  }

  /** Whether an {@code Origin} header names this server. */
  boolean isOrigin(String header) {
    var origin = ORIGIN.matcher(header);
    return origin.matches() && isAllowed(origin.group(2), origin.group(1).equals("https"));
  }

  private boolean isAllowed(String authority, boolean secure) {
    var match = AUTHORITY.matcher(authority);
    if (!match.matches()) {
      return false;
    }
    var name = name(match.group(1));
    int asked = match.group(2) == null ? PORT_OF_HTTP : Integer.parseInt(match.group(2));
    return further.contains(name) || (!secure && own.contains(name) && asked == port);
  }

  private static String name(String host) {
    var plain = Ascii.toLowerCase(host.replaceAll("%.*", ""));
    if (!plain.contains(":")) {
      return plain;
    }
    try {
      // One address of version 6 is written in several ways; nothing is looked up.
      var address = InetAddress.getByName(plain.startsWith("[") ? plain : "[" + plain + "]");
      return address.getHostAddress().replaceAll("%.*", "");
    } catch (UnknownHostException e) {
      return plain;
    }
  }

  private static ImmutableSet<String> namesOfThisMachine() {
    var names = ImmutableSet.<String>builder();
    try {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .forEach(address -> names.add(address.getHostAddress()));
      names.add(InetAddress.getLocalHost().getHostName());
    } catch (SocketException | UnknownHostException e) {
      return names.build(); // the user can name what is missing
    }
    return names.build();
  }
}
