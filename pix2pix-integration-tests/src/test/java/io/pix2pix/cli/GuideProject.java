package io.pix2pix.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * The project that a guide makes, on disk.
 *
 * @param folder of the project, laid out as Maven wants it
 */
record GuideProject(Path folder) {

  /** Writes the files of a guide. */
  static GuideProject write(Path guide, Path folder) throws IOException {
    for (var file : Guides.files(guide).entrySet()) {
      var path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return new GuideProject(folder);
  }

  /** Compiles its sources and packs them with its resources; the jar is on no class path yet. */
  Path jar() throws IOException {
    compile("src/main/java", classes(), classPath());
    var jar = folder.resolve("target/guide.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      pack(classes(), out);
      pack(folder.resolve("src/main/resources"), out);
    }
    return jar;
  }

  /**
   * Runs the tests of one of its classes.
   *
   * @return how many there are
   */
  int runTests(Path jar, String name) throws Exception {
    try (var loader = testLoader(jar)) {
      var constructor = loader.loadClass(name).getDeclaredConstructor();
      constructor.setAccessible(true);
      var tests =
          Arrays.stream(constructor.getDeclaringClass().getDeclaredMethods())
              .filter(method -> method.isAnnotationPresent(Test.class))
              .toList();
      for (var test : tests) {
        test.setAccessible(true);
        test.invoke(constructor.newInstance());
      }
      return tests.size();
    }
  }

  private URLClassLoader testLoader(Path jar) throws IOException {
    var classes = folder.resolve("target/test-classes");
    compile("src/test/java", classes, jar + System.getProperty("path.separator") + classPath());
    return new URLClassLoader(
        new URL[] {jar.toUri().toURL(), classes.toUri().toURL()},
        GuideProject.class.getClassLoader());
  }

  private void compile(String sources, Path classes, String classPath) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var messages = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, UTF_8)) {
      var options =
          ImmutableList.of(
              "-d", Files.createDirectories(classes).toString(), "-cp", classPath, "-proc:none");
      var units = files.getJavaFileObjectsFromPaths(filesIn(folder.resolve(sources)));
      boolean compiled = compiler.getTask(messages, files, null, options, null, units).call();
      assertThat(compiled).as("%s compiles: %s", sources, messages).isTrue();
    }
  }

  private static void pack(Path folder, JarOutputStream jar) throws IOException {
    for (var file : filesIn(folder)) {
      jar.putNextEntry(new JarEntry(folder.relativize(file).toString().replace('\\', '/')));
      Files.copy(file, jar);
    }
  }

  private static ImmutableList<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).collect(ImmutableList.toImmutableList());
    }
  }

  private Path classes() {
    return folder.resolve("target/classes");
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }
}
