package io.pix2pix.bench.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without a window, driven by the DevTools protocol. */
public final class Chromium implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int PATIENCE = 60;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> messages;
  private final List<String> complaints = new ArrayList<>();
  private int sent;

  private Chromium(Process process, WebSocket socket, BlockingQueue<JsonNode> messages) {
    this.process = process;
    this.socket = socket;
    this.messages = messages;
  }

  /** Where it is installed, if it is. */
  public static Optional<Path> program() {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, "chromium"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  public static Chromium start(Path profile, int width, int height) throws Exception {
    Files.createDirectories(profile);
    var process =
        new ProcessBuilder(
                program().orElseThrow().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--remote-debugging-port=0",
                "--window-size=" + width + "," + height,
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(complaints(profile).toFile())
            .start();
    var messages = new ArrayBlockingQueue<JsonNode>(10_000);
    var client = HttpClient.newHttpClient();
    var socket =
        client
            .newWebSocketBuilder()
            .buildAsync(page(client, port(process, profile)), new Inbox(messages))
            .get(PATIENCE, TimeUnit.SECONDS);
    var browser = new Chromium(process, socket, messages);
    browser.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    browser.call("Runtime.enable", Map.of());
    browser.call("Log.enable", Map.of());
    return browser;
  }

  private static Path complaints(Path profile) {
    return profile.resolve("chromium.err");
  }

  /** Chromium writes the port that it chose into its profile; what it says is for people. */
  private static int port(Process process, Path profile) throws Exception {
    var file = profile.resolve("DevToolsActivePort");
    for (int i = 0; i < PATIENCE * 10 && process.isAlive(); i++) {
      var lines = Files.exists(file) ? Files.readAllLines(file) : List.<String>of();
      if (lines.size() > 1) {
        return Integer.parseInt(lines.get(0));
      }
      Thread.sleep(100);
    }
    throw new IOException("chromium did not start: " + Files.readString(complaints(profile)));
  }

  private static URI page(HttpClient client, int port) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"));
    for (int i = 0; i < PATIENCE; i++) {
      var found = client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
      for (var target : JSON.readTree(found)) {
        if (target.get("type").asString().equals("page")) {
          return URI.create(target.get("webSocketDebuggerUrl").asString());
        }
      }
      Thread.sleep(1000);
    }
    throw new IOException("chromium shows no page");
  }

  JsonNode call(String method, Map<String, ?> parameters) throws Exception {
    int number = ++sent;
    var request = Map.of("id", number, "method", method, "params", parameters);
    socket.sendText(JSON.writeValueAsString(request), true).get(PATIENCE, TimeUnit.SECONDS);
    while (true) {
      var message = messages.poll(PATIENCE, TimeUnit.SECONDS);
      if (message == null) {
        throw new IOException(method + " is not answered");
      }
      if (message.path("id").asInt(-1) == number) {
        return message.get("result");
      }
      note(message);
    }
  }

  private void note(JsonNode message) {
    boolean bad =
        switch (message.path("method").asString("")) {
          case "Runtime.exceptionThrown" -> true;
          case "Runtime.consoleAPICalled" ->
              message.path("params").path("type").asString("").equals("error");
          case "Log.entryAdded" ->
              message.path("params").path("entry").path("level").asString("").equals("error");
          default -> false;
        };
    if (bad) {
      complaints.add(message.get("params").toString());
    }
  }

  /** What the page has thrown, and the errors in the browser's console. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /**
   * Opens a page.
   *
   * @param there an expression that is true once it is
   */
  public void open(URI address, String there) throws Exception {
    call("Page.navigate", Map.of("url", address.toString()));
    until("document.readyState === 'complete' && !!(" + there + ")");
  }

  /** The value of an expression on the page. */
  public JsonNode value(String expression) throws Exception {
    return call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true))
        .get("result")
        .path("value");
  }

  /** Waits until an expression is true. */
  public void until(String expression) throws Exception {
    for (int i = 0; i < PATIENCE * 20; i++) {
      if (value(expression).asBoolean(false)) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(
        "never: " + expression + "; the page says " + value("document.body.innerText"));
  }

  /** Presses a key, as a person would. */
  public void press(String key) throws Exception {
    call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", key));
    call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
  }

  /** Clicks into the middle of an element with the mouse. */
  public void click(String selector) throws Exception {
    var at = middle(selector);
    for (var type : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          Map.of("type", type, "x", at[0], "y", at[1], "button", "left", "clickCount", 1));
    }
  }

  /** Chooses a file in an input of files, as a person would in the dialog. */
  public void choose(String selector, Path file) throws Exception {
    var page = call("DOM.getDocument", Map.of()).get("root").get("nodeId").asInt();
    var input =
        call("DOM.querySelector", Map.of("nodeId", page, "selector", selector))
            .get("nodeId")
            .asInt();
    call(
        "DOM.setFileInputFiles",
        Map.of("nodeId", input, "files", List.of(file.toAbsolutePath().toString())));
  }

  /** Presses a key together with others: 2 is Control, 8 is Shift, 10 is both. */
  public void press(String key, int modifiers) throws Exception {
    for (var type : List.of("rawKeyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", key, "modifiers", modifiers, "windowsVirtualKeyCode", 0));
    }
  }

  /**
   * Presses the mouse on an element, moves it from point to point, and lets it go.
   *
   * @param points shares of its width and height, from 0 to 1
   */
  public void drag(String selector, double[]... points) throws Exception {
    var type = "mousePressed";
    for (var point : points) {
      mouse(type, at(selector, point));
      type = "mouseMoved";
    }
    mouse("mouseReleased", at(selector, points[points.length - 1]));
  }

  private void mouse(String type, double[] at) throws Exception {
    call(
        "Input.dispatchMouseEvent",
        Map.of(
            "type", type, "x", at[0], "y", at[1], "button", "left", "buttons", 1, "clickCount", 1));
  }

  /**
   * Draws on an element with a finger.
   *
   * @param points shares of its width and height, from 0 to 1
   */
  public void finger(String selector, double[]... points) throws Exception {
    var places = new ArrayList<double[]>();
    for (var point : points) {
      places.add(at(selector, point));
    }
    var type = "touchStart";
    for (var at : places) {
      touch(type, List.of(Map.of("x", at[0], "y", at[1])));
      type = "touchMove";
    }
    touch("touchEnd", List.of());
  }

  /** Makes the page believe that its reader wants it dark, or light. */
  public void dark(boolean wanted) throws Exception {
    var feature = Map.of("name", "prefers-color-scheme", "value", wanted ? "dark" : "light");
    call("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  /** Puts a finger on the middle of an element, moves it to the side, and lifts it. */
  public void swipe(String selector, double sideways) throws Exception {
    var at = middle(selector);
    touch("touchStart", List.of(Map.of("x", at[0], "y", at[1])));
    touch("touchMove", List.of(Map.of("x", at[0] + sideways, "y", at[1])));
    touch("touchEnd", List.of());
  }

  private void touch(String type, List<Map<String, Double>> points) throws Exception {
    call("Input.dispatchTouchEvent", Map.of("type", type, "touchPoints", points));
  }

  private double[] middle(String selector) throws Exception {
    return at(selector, new double[] {0.5, 0.5});
  }

  private double[] at(String selector, double[] shares) throws Exception {
    var box =
        value(
            """
            (() => {
              const element = document.querySelector('%s');
              element.scrollIntoView({block: 'center', behavior: 'instant'});
              // Fingers are led to what was painted last.
              return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => {
                const box = element.getBoundingClientRect();
                // Where a page is zoomed or moved by fingers, touches count from what is seen of it.
                const seen = window.visualViewport;
                done({x: box.x - seen.offsetLeft + box.width * %s,
                    y: box.y - seen.offsetTop + box.height * %s});
              })));
            })()
            """
                .formatted(selector, shares[0], shares[1]));
    return new double[] {box.get("x").asDouble(), box.get("y").asDouble()};
  }

  /** Shows pages as a system with a dark or a light surface does. */
  public void prefer(String scheme) throws Exception {
    var feature = Map.of("name", "prefers-color-scheme", "value", scheme);
    call("Emulation.setEmulatedMedia", Map.of("features", List.of(feature)));
  }

  public byte[] screenshot() throws Exception {
    return Base64.getDecoder()
        .decode(call("Page.captureScreenshot", Map.of()).get("data").asString());
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    try {
      process.waitFor(PATIENCE, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Inbox implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> messages;
    private final StringBuilder text = new StringBuilder();

    Inbox(BlockingQueue<JsonNode> messages) {
      this.messages = messages;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        messages.add(JSON.readTree(text.toString()));
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(socket, data, last);
    }
  }
}
