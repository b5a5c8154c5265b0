package io.pix2pix.data.archive;

import com.google.common.base.Ascii;
import com.google.common.base.Suppliers;
import com.google.common.io.ByteSource;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import io.pix2pix.data.layout.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of an archive, or of several that are one set. They are looked through once; files are
 * read where they lie. A folder that holds everything, and is no split, is left out of names.
 */
final class ArchiveTree implements FileTree {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveTree.class);
  private static final InputFile FILE = InputFile.ofAnySize("an archive");
  private static final Pattern SPLIT = Pattern.compile("(train|val|test)(idation)?[^A-Za-z].*");

  private final Path named;
  private final Supplier<Indexed> indexed = Suppliers.memoize(this::index);
  private final Map<String, Optional<Listing>> listed = new ConcurrentHashMap<>();

  /**
   * What was found.
   *
   * @param index of all files
   * @param modified when archives were written
   * @param top the folder that holds everything, with {@code /}; empty for none
   */
  private record Indexed(ArchiveIndex index, Map<Path, Long> modified, String top) {}

  ArchiveTree(Path named) {
    this.named = named;
  }

  private Indexed index() {
    var archives = Shards.of(named);
    boolean areSplits =
        archives.size() > 1
            && archives.stream().allMatch(archive -> SPLIT.matcher(fileName(archive)).matches());
    var index = new ArchiveIndex();
    var modified = new HashMap<Path, Long>();
    for (var archive : archives) {
      modified.put(archive, add(archive, areSplits ? split(fileName(archive)) : "", index));
    }
    index.notePassedOver(named);
    return new Indexed(index, modified, top(index));
  }

  private static String fileName(Path archive) {
    return String.valueOf(archive.getFileName());
  }

  private static String split(String name) {
    var matcher = SPLIT.matcher(name);
    return matcher.matches() ? matcher.group(1) : "";
  }

  private String top(ArchiveIndex index) {
    var only = index.onlyFolder().filter(name -> !Split.NAMES.contains(name));
    only.ifPresent(
        name -> LOG.warn("{}: has all files in {}, which is taken for the data", named, name));
    return only.map(name -> name + "/").orElse("");
  }

  private static long add(Path archive, String mounted, ArchiveIndex index) {
    try {
      long modified = Files.getLastModifiedTime(FILE.checkIfPresent(archive)).toMillis();
      if (Files.size(archive) == 0) {
        throw new InvalidInputException(archive + ": the file is empty; copy it again");
      }
      var name = Ascii.toLowerCase(fileName(archive));
      if (name.endsWith(".zip")) {
        ZipReading.add(archive, mounted, index);
      } else if (name.endsWith(".tar")) {
        TarReading.add(archive, mounted, index);
      } else {
        CompressedTar.add(archive, mounted, index);
      }
      return modified;
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(
          archive + ": there is no such archive; name yours with --data", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidInputException(
          "%s: is no such archive, or damaged or cut short (%s); copy it again"
              .formatted(archive, e.getMessage() == null ? "it ends too early" : e.getMessage()),
          e);
    }
  }

  @Override
  public void check() {
    var unused = indexed.get();
  }

  @Override
  public Optional<Listing> list(String folder) {
    return listed.computeIfAbsent(folder, this::listing);
  }

  private Optional<Listing> listing(String folder) {
    var all = indexed.get();
    var path = all.top() + folder;
    return all.index()
        .list(path.endsWith("/") ? path.substring(0, path.length() - 1) : path, all.modified());
  }

  @Override
  public ByteSource open(String file) {
    var all = indexed.get();
    return all.index()
        .find(all.top() + file)
        .<ByteSource>map(content -> content)
        .orElseThrow(
            () ->
                new InvalidInputException(where(file) + ": there is no such file; check the path"));
  }

  @Override
  public String where(String name) {
    var all = indexed.get();
    var archive = all.index().find(all.top() + name).map(Content::archive).orElse(named);
    return name.isEmpty() ? archive.toString() : archive + "/" + name;
  }
}
