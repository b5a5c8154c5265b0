package io.pix2pix.spark.storage;

import io.pix2pix.spark.job.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder of results, and what made them. Lists beside them say which are whole: each is written
 * when all of its results are there.
 *
 * @param folder of the results
 */
public record Results(StoredFolder folder) {
  private static final String RECORD = ".translation";
  private static final String LISTS = ".translated";
  private static final String END = "end";
  private static final String SEPARATOR = "\t";

  /**
   * Finds out which results are there already, and begins to make the others.
   *
   * @param record what results follow from
   * @param again whether all are to be made
   * @return those that are missing, or whose inputs have changed
   * @throws Refusal if results are there that something else has made
   */
  public List<Picture> begin(List<Picture> all, List<String> record, boolean again)
      throws IOException {
    var there = sizes();
    var kept = folder.read(RECORD);
    var text = String.join("\n", record) + "\n";
    boolean isSame = kept.equals(Optional.of(text));
    if (!isSame && !again) {
      all.stream()
          .filter(picture -> there.containsKey(picture.output()))
          .findFirst()
          .ifPresent(picture -> refuse(picture, kept, record));
    }
    if (!isSame || again) {
      folder.delete(LISTS);
      folder.write(RECORD, text);
      return all;
    }
    var done = done();
    return all.stream()
        .filter(picture -> !isDone(picture, Optional.ofNullable(done.get(picture.output())), there))
        .toList();
  }

  private void refuse(Picture picture, Optional<String> kept, List<String> record) {
    var how =
        kept.map(
                text ->
                    "was made otherwise: with %s, not %s"
                        .formatted(
                            difference(text.lines().toList(), record),
                            difference(record, text.lines().toList())))
            .orElse("is there already, and nothing says what made it");
    throw new Refusal(
        "%s: %s; give another folder, or --again to replace it"
            .formatted(folder.where(picture.output()), how));
  }

  private static String difference(List<String> of, List<String> from) {
    return String.join(", ", of.stream().filter(line -> !from.contains(line)).toList());
  }

  /** Sizes of results that lie in the folder itself; those in folders within are not looked at. */
  private Map<String, Long> sizes() throws IOException {
    var sizes = new HashMap<String, Long>();
    for (var entry : folder.list()) {
      sizes.put(entry.name(), entry.size());
    }
    return sizes;
  }

  private static boolean isDone(Picture picture, Optional<Done> done, Map<String, Long> there) {
    return done.filter(one -> one.input().equals(picture.input()))
        .filter(one -> one.state().equals(picture.state()))
        .filter(one -> isThere(picture.output(), one.size(), there))
        .isPresent();
  }

  private static boolean isThere(String name, long size, Map<String, Long> there) {
    return name.contains("/") || Long.valueOf(size).equals(there.get(name));
  }

  /**
   * A result that is whole.
   *
   * @param input where its picture lies
   * @param state of that
   * @param size of the result in bytes
   */
  private record Done(String input, String state, long size) {}

  private Map<String, Done> done() throws IOException {
    var done = new HashMap<String, Done>();
    var lists = folder.within(LISTS);
    for (var entry : lists.list()) {
      var lines = new ArrayList<>(lists.read(entry.name()).orElse("").lines().toList());
      if (!lines.isEmpty() && lines.remove(lines.size() - 1).equals(END)) {
        for (var line : lines) {
          var words = line.split(SEPARATOR, -1);
          done.put(words[0], new Done(words[1], words[2], Long.parseLong(words[3])));
        }
      }
    }
    return done;
  }

  /**
   * Says that results are whole.
   *
   * @param name of the list
   * @param sizes in bytes, by picture
   */
  public void note(String name, Map<Picture, Long> sizes) throws IOException {
    var text = new StringBuilder();
    sizes.forEach(
        (picture, size) ->
            text.append(picture.output())
                .append(SEPARATOR)
                .append(picture.input())
                .append(SEPARATOR)
                .append(picture.state())
                .append(SEPARATOR)
                .append(size)
                .append('\n'));
    folder.within(LISTS).write(name, text + END + "\n");
  }
}
