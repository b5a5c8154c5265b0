package io.pix2pix.cli;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Commands of this thread find the plug-ins of a jar until it is closed. */
final class PluginClassPath implements AutoCloseable {
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final URLClassLoader plugins;

  PluginClassPath(Path jar) throws IOException {
    plugins = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before);
    Thread.currentThread().setContextClassLoader(plugins);
  }

  @Override
  public void close() throws IOException {
    Thread.currentThread().setContextClassLoader(before);
    plugins.close();
  }
}
