package io.pix2pix.bench.speed.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;

/**
 * One of many who take part in a perceptual study on this machine. Each has an address of its own,
 * as the server tells participants apart by that.
 *
 * @param server that is asked
 * @param number from 0
 */
record Participant(InetSocketAddress server, int number) {
  private static final int BYTE = 256;
  private static final String END_OF_HEAD = "\r\n\r\n";

  /** What the server answers. */
  String get(String path) {
    return ask("GET", path);
  }

  /** What the server answers. */
  String post(String path) {
    return ask("POST", path);
  }

  /**
   * Asks in a connection of its own, as browsers would.
   *
   * @throws IllegalStateException if the server does not do what it is asked
   */
  private String ask(String method, String path) {
    var request =
        "%s %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Length: 0\r\nConnection: close%s"
            .formatted(
                method,
                path,
                server.getAddress().getHostAddress(),
                server.getPort(),
                END_OF_HEAD);
    try (var socket = new Socket(server.getAddress(), server.getPort(), address(), 0)) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      if (!answer.startsWith("HTTP/1.1 200 ")) {
        throw new IllegalStateException(path + ": " + answer.lines().findFirst().orElse("nothing"));
      }
      return answer.substring(answer.indexOf(END_OF_HEAD) + END_OF_HEAD.length());
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** One of 127.1.0.0 to 127.1.255.255, all of which Linux gives to the machine itself. */
  private InetAddress address() throws UnknownHostException {
    return InetAddress.getByAddress(
        new byte[] {127, 1, (byte) (number / BYTE), (byte) (number % BYTE)});
  }
}
