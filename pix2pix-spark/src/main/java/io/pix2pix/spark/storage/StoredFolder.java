package io.pix2pix.spark.storage;

import io.pix2pix.spark.job.Refusal;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A folder on a file system that Hadoop knows. It needs only what object stores have, too: files
 * that are there when they were closed, lists of names, and removal. Safe for use by several
 * threads, as Hadoop's file systems are.
 */
public final class StoredFolder {
  private static final int BUFFER = 1 << 16;
  private static final String LOCAL = "file";

  private final FileSystem files;
  private final Path path;

  private StoredFolder(FileSystem files, Path path) {
    this.files = files;
    this.path = path;
  }

  /**
   * A folder that may not be there yet.
   *
   * @param uri as Hadoop writes it; without a scheme it lies where Hadoop is configured to look
   * @throws Refusal if there is no such file system
   */
  public static StoredFolder of(String uri, Configuration configuration) {
    try {
      var path = new Path(uri);
      var found = path.getFileSystem(configuration);
      return new StoredFolder(found, found.makeQualified(path));
    } catch (IOException | IllegalArgumentException e) {
      throw new Refusal(uri + ": is on no file system that Hadoop can reach (" + e + ")", e);
    }
  }

  /** A folder within. */
  public StoredFolder within(String name) {
    return new StoredFolder(files, new Path(path, relative(name)));
  }

  /** Where a file of it lies, as Hadoop writes it. */
  public String where(String name) {
    return file(name).toString();
  }

  /**
   * Reads a file anywhere.
   *
   * @param uri as Hadoop writes it
   */
  public static InputStream open(String uri, Configuration configuration) throws IOException {
    var path = new Path(uri);
    return path.getFileSystem(configuration).open(path);
  }

  private Path file(String name) {
    return new Path(path, relative(name));
  }

  /** Hadoop takes what stands before a colon for a scheme. */
  private static Path relative(String name) {
    return new Path(null, null, name);
  }

  /**
   * Refuses a folder that cannot be written, by writing into it.
   *
   * @throws Refusal if it cannot
   */
  public void requireWritable() {
    var probe = ".writable";
    try {
      write(probe, probe);
      delete(probe);
    } catch (IOException e) {
      throw new Refusal(
          path + ": cannot be written (" + reason(e) + "); give access to it, or another folder",
          e);
    }
  }

  private static String reason(IOException e) {
    var message = e.getMessage();
    return message == null ? e.toString() : message.lines().findFirst().orElse(e.toString());
  }

  /** Writes a file; it is there when the stream is closed. */
  public OutputStream create(String name) throws IOException {
    var file = file(name);
    if (file.toUri().getScheme().equals(LOCAL)) {
      // Without permissions, for each of which Hadoop would start a process.
      return files.create(
          file, null, true, BUFFER, files.getDefaultReplication(file), 1L << 27, null);
    }
    return files.create(file, true);
  }

  /** Writes a small file. */
  public void write(String name, String text) throws IOException {
    try (var out = create(name)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Reads a file. */
  public InputStream open(String name) throws IOException {
    return files.open(file(name));
  }

  /** The text of a small file; empty if it is not there. */
  public Optional<String> read(String name) throws IOException {
    try (var in = open(name)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Whether there is such a file. */
  public boolean has(String name) throws IOException {
    return files.exists(file(name));
  }

  /** Removes a file, or a folder with all that is in it, if it is there. */
  public void delete(String name) throws IOException {
    files.delete(file(name), true);
  }

  /** Whether this is a file. */
  public boolean isFile() throws IOException {
    try {
      return files.getFileStatus(path).isFile();
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  /** The folder in which this one lies. */
  public StoredFolder parent() {
    var parent = path.getParent();
    return parent == null ? this : new StoredFolder(files, parent);
  }

  /** What it is called. */
  public String name() {
    return path.getName();
  }

  /** The files in it, without those in folders within, sorted by name. */
  public List<Entry> list() throws IOException {
    var found = new ArrayList<Entry>();
    try {
      var all = files.listStatusIterator(path);
      while (all.hasNext()) {
        var status = all.next();
        if (status.isFile()) {
          found.add(entry(status));
        }
      }
    } catch (FileNotFoundException e) {
      return List.of();
    }
    found.sort(Comparator.comparing(Entry::name));
    return found;
  }

  private static Entry entry(FileStatus status) {
    return new Entry(status.getPath().getName(), status.getLen(), status.getModificationTime());
  }

  @Override
  public String toString() {
    return path.toString();
  }

  /**
   * A file.
   *
   * @param name in its folder
   * @param size in bytes
   * @param modified milliseconds since 1970
   */
  public record Entry(String name, long size, long modified) {}
}
