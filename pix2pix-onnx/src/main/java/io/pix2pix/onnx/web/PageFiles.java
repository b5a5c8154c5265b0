package io.pix2pix.onnx.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.common.io.ByteStreams;
import com.google.common.io.Resources;
import io.pix2pix.train.run.AtomicFiles;
import io.pix2pix.train.template.Template;
import java.io.IOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of a page. Everything is a page, a style or a plain script, binary data as text: these
 * are what browsers load from a folder too, without a server.
 */
final class PageFiles {
  /** Hosts of static pages take files of this size; a browser decodes one in no time. */
  private static final int PART = 12 << 20;

  private static final JsonMapper JSON = JsonMapper.shared();

  private PageFiles() {}

  /** The number of files that a model comes in. */
  static int parts(int bytes) {
    return Math.max(1, (int) (((long) bytes + PART - 1) / PART));
  }

  static void write(Path folder, ModelProto model, PageSettings settings) throws IOException {
    AtomicFiles.write(
        folder.resolve("index.html"),
        new Template(PageFiles.class, "page.html").fill(new PageText(settings)));
    for (var name : new String[] {"page.css", "page.js", "worker.js"}) {
      AtomicFiles.write(folder.resolve(name), Resources.toByteArray(resource(name)));
    }
    AtomicFiles.write(
        folder.resolve("settings.js"),
        "const settings = %s;\n".formatted(JSON.writeValueAsString(settings)));
    writeModel(folder, model.toByteArray());
    writeRuntime(folder);
  }

  private static void writeModel(Path folder, byte[] model) {
    for (int i = 0; i < parts(model.length); i++) {
      int begin = i * PART;
      var part = ByteBuffer.wrap(model, begin, Math.min(PART, model.length - begin));
      AtomicFiles.write(
          folder.resolve(String.format(Locale.ROOT, "model-%03d.js", i)),
          script("takeModel", text(Base64.getEncoder().encode(part))));
    }
  }

  private static void writeRuntime(Path folder) throws IOException {
    AtomicFiles.write(
        folder.resolve("runtime.js"),
        script(
            "takeRuntime",
            text(encoded("ort.wasm.bundle.min.mjs.gz")),
            text(encoded("ort-wasm-simd-threaded.wasm.gz"))));
    var licenses = Files.createDirectory(folder.resolve("licenses"));
    AtomicFiles.write(
        licenses.resolve("onnxruntime-web.txt"), Resources.toByteArray(resource("LICENSE.txt")));
    try (var notices = new GZIPInputStream(resource("ThirdPartyNotices.txt.gz").openStream())) {
      AtomicFiles.write(
          licenses.resolve("onnxruntime-web-third-party.txt"), ByteStreams.toByteArray(notices));
    }
  }

  private static ByteBuffer encoded(String name) throws IOException {
    return ByteBuffer.wrap(Base64.getEncoder().encode(Resources.toByteArray(resource(name))));
  }

  private static String text(ByteBuffer encoded) {
    return US_ASCII.decode(encoded).toString();
  }

  private static String script(String function, String... arguments) {
    return "%s(\"%s\");\n".formatted(function, String.join("\", \"", arguments));
  }

  private static URL resource(String name) {
    return Resources.getResource(PageFiles.class, name);
  }
}
