package io.pix2pix.spark;

import java.io.FileNotFoundException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A file system as object stores are: keys and contents, which are there when they were written as
 * a whole. Nothing can be renamed or appended to, and there are no folders.
 *
 * <p>Not safe for use by several threads.
 */
public final class ObjectStore extends FileSystem {
  /** The property that says in which folder of the machine the objects lie. */
  public static final String ROOT = "fs.objects.root";

  /**
   * The property with the end of a key: the machine is lost at once when that object was written.
   */
  public static final String LOST_AFTER = "fs.objects.lost.after";

  private static final String SCHEME = "objects";

  private URI uri = URI.create(SCHEME + "://store");
  private java.nio.file.Path root = java.nio.file.Path.of("");
  private String lostAfter = "";

  @Override
  public void initialize(URI name, Configuration configuration) throws IOException {
    super.initialize(name, configuration);
    setConf(configuration);
    uri = URI.create(name.getScheme() + "://" + name.getAuthority());
    root = Files.createDirectories(java.nio.file.Path.of(configuration.get(ROOT)));
    lostAfter = configuration.get(LOST_AFTER, "");
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public URI getUri() {
    return uri;
  }

  private static String key(Path path) {
    var key = path.toUri().getPath();
    return key.startsWith("/") ? key.substring(1) : key;
  }

  private java.nio.file.Path object(String key) {
    return root.resolve(URLEncoder.encode(key, StandardCharsets.UTF_8));
  }

  @Override
  public FSDataInputStream open(Path path, int buffer) throws IOException {
    var object = object(key(path));
    if (Files.notExists(object)) {
      throw new FileNotFoundException(path.toString());
    }
    return new FSDataInputStream(new ObjectStream(new RandomAccessFile(object.toFile(), "r")));
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    var key = key(path);
    var part = Files.createTempDirectory("object").resolve(UUID.randomUUID().toString());
    return new FSDataOutputStream(new Upload(Files.newOutputStream(part), part, key), null);
  }

  /** What becomes an object when it is closed. */
  private final class Upload extends FilterOutputStream {
    private final java.nio.file.Path part;
    private final String key;
    private boolean closed;

    Upload(OutputStream out, java.nio.file.Path part, String key) {
      super(out);
      this.part = part;
      this.key = key;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      if (!closed) {
        closed = true;
        super.close();
        Files.move(part, object(key), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(part.resolveSibling(""));
        if (!lostAfter.isEmpty() && key.endsWith(lostAfter)) {
          loseTheMachine();
        }
      }
    }
  }

  /** The worker that has started this executor, and the executor itself. */
  private static void loseTheMachine() {
    ProcessHandle.current().parent().ifPresent(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(137);
  }

  @Override
  public FileStatus[] listStatus(Path folder) throws IOException {
    var prefix = key(folder).isEmpty() ? "" : key(folder) + "/";
    var found = new TreeMap<String, FileStatus>();
    try (var objects = Files.list(root)) {
      for (var object : objects.toList()) {
        var key = URLDecoder.decode(object.getFileName().toString(), StandardCharsets.UTF_8);
        if (key.startsWith(prefix) && key.length() > prefix.length()) {
          var rest = key.substring(prefix.length());
          int slash = rest.indexOf('/');
          var name = slash < 0 ? rest : rest.substring(0, slash);
          found.put(name, slash < 0 ? file(key, object) : folder(prefix + name));
        }
      }
    }
    if (found.isEmpty()) {
      throw new FileNotFoundException(folder.toString());
    }
    return found.values().toArray(FileStatus[]::new);
  }

  private Path path(String key) {
    return new Path(uri + "/" + key);
  }

  private FileStatus file(String key, java.nio.file.Path object) throws IOException {
    long modified = Files.getLastModifiedTime(object).toMillis();
    return new FileStatus(Files.size(object), false, 1, 1L << 20, modified, path(key));
  }

  private FileStatus folder(String key) {
    return new FileStatus(0, true, 1, 1L << 20, 0, path(key));
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    var object = object(key(path));
    if (Files.exists(object)) {
      return file(key(path), object);
    }
    listStatus(path); // throws if nothing is in it
    return folder(key(path));
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    boolean found = Files.deleteIfExists(object(key(path)));
    var start = URLEncoder.encode(key(path) + "/", StandardCharsets.UTF_8);
    try (var objects = Files.list(root)) {
      for (var object : objects.toList()) {
        if (object.getFileName().toString().startsWith(start)) {
          found |= Files.deleteIfExists(object);
        }
      }
    }
    return found;
  }

  @Override
  public boolean mkdirs(Path path, FsPermission permission) {
    return true;
  }

  @Override
  public boolean rename(Path from, Path to) {
    throw new UnsupportedOperationException("objects have no other names");
  }

  @Override
  public FSDataOutputStream append(Path path, int buffer, Progressable progress) {
    throw new UnsupportedOperationException("objects are written once");
  }

  @Override
  public void setWorkingDirectory(Path path) {
    throw new UnsupportedOperationException("there are no folders");
  }

  @Override
  public Path getWorkingDirectory() {
    return path("");
  }

  private static final class ObjectStream extends FSInputStream {
    private final RandomAccessFile file;

    ObjectStream(RandomAccessFile file) {
      this.file = file;
    }

    @Override
    public int read() throws IOException {
      return file.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      return file.read(bytes, from, length);
    }

    @Override
    public void seek(long position) throws IOException {
      file.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return file.getFilePointer();
    }

    @Override
    public boolean seekToNewSource(long position) {
      return false;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
