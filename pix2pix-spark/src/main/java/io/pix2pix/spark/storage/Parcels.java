package io.pix2pix.spark.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files that travel together through a folder that all machines see. A list of them is written last
 * and tells that all are there, so that nothing need be renamed and half of a parcel is none.
 *
 * @param folder in which parcels lie
 */
public record Parcels(StoredFolder folder) {
  private static final String LIST = ".list";
  private static final String END = "end";
  private static final String SEPARATOR = "\t";

  /** Whether a parcel is there as a whole. */
  public boolean has(String name) throws IOException {
    return contents(name).isPresent();
  }

  /**
   * Sends files.
   *
   * @param name of the parcel, which is not there yet
   */
  public void send(String name, LocalFiles files) throws IOException {
    var within = folder.within(name);
    var list = new StringBuilder();
    for (var file : files.files()) {
      long sent;
      try (var out = within.create(file.name())) {
        sent = Files.copy(file.path(), out);
      }
      list.append(sent).append(SEPARATOR).append(file.name()).append('\n');
    }
    folder.write(name + LIST, list + END + "\n");
  }

  /**
   * Brings all files of a parcel into a folder of this machine.
   *
   * @throws IOException if it is not there as a whole
   */
  public void fetch(String name, Path target) throws IOException {
    var contents =
        contents(name).orElseThrow(() -> new IOException(folder + "/" + name + " is not whole"));
    for (var item : contents) {
      var file = target.resolve(item.name()).normalize();
      if (!file.startsWith(target)) {
        throw new IOException(folder + "/" + name + " would write elsewhere: " + item.name());
      }
      Files.createDirectories(file.getParent());
      try (var in = folder.within(name).open(item.name())) {
        long size = Files.copy(in, file);
        if (size != item.size()) {
          throw new IOException(
              "%s/%s/%s has %d bytes, not %d"
                  .formatted(folder, name, item.name(), size, item.size()));
        }
      }
    }
  }

  /** Removes a parcel; it stops being whole first. */
  public void delete(String name) throws IOException {
    folder.delete(name + LIST);
    folder.delete(name);
  }

  /** All whole parcels, sorted by name. */
  public List<String> names() throws IOException {
    var names = new ArrayList<String>();
    for (var entry : folder.list()) {
      if (entry.name().endsWith(LIST)) {
        var name = entry.name().substring(0, entry.name().length() - LIST.length());
        if (has(name)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  private Optional<List<Item>> contents(String name) throws IOException {
    var text = folder.read(name + LIST);
    if (text.isEmpty() || !("\n" + text.get()).endsWith("\n" + END + "\n")) {
      return Optional.empty();
    }
    var items = new ArrayList<Item>();
    for (var line : text.get().lines().toList()) {
      int at = line.indexOf(SEPARATOR);
      if (at > 0) {
        items.add(new Item(Long.parseLong(line.substring(0, at)), line.substring(at + 1)));
      }
    }
    return Optional.of(items);
  }

  private record Item(long size, String name) {}
}
