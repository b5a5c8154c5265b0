package io.pix2pix.cli;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImagePair;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A layout that the same six pairs are stored in.
 *
 * @param place of the data: a folder, or an archive
 * @param data the value of {@code data} that reads it
 * @param files to be written there
 */
record Layout(String place, String data, Supplier<LayoutFiles> files) {
  private static final String FOLDERS = "{name: folders, condition: label, target: photo}";

  @Override
  public String toString() {
    return data + " in " + place;
  }

  /** All that hold the same pairs in the same order. */
  static Stream<Layout> ofTheSamePairs() {
    return Stream.concat(Stream.concat(ofFolders(), ofLists()), ofArchives());
  }

  /** The one that others are compared with. */
  static Layout reference() {
    return new Layout("paired", "{name: paired}", () -> paired(false));
  }

  private static Stream<Layout> ofFolders() {
    return Stream.of(
        reference(),
        new Layout("swapped", "{name: paired, direction: BtoA}", () -> paired(true)),
        new Layout(
            "deep-pairs",
            "{name: paired, files: '{split}/{path*}'}",
            () -> each((split, number) -> split + "/" + number / 3 + "/" + number, Layout::joined)),
        new Layout("folders", FOLDERS, Layout::twoFolders),
        new Layout(
            "nested",
            "{name: folders, condition: 'label/{split}/{path*}', target: 'photo/{split}/{path*}'}",
            () ->
                sides(
                    (split, number) -> "label/%s/%d/%d".formatted(split, number / 3, number),
                    (split, number) -> "photo/%s/%d/%d".formatted(split, number / 3, number))),
        new Layout(
            "cityscapes",
            "{name: folders, condition: 'gtFine/{split}/{city}/{name}_gtFine_labelIds.png',"
                + " target: 'leftImg8bit/{split}/{city}/{name}_leftImg8bit.png'}",
            () ->
                sides(
                    (split, number) -> city("gtFine", split, number, "_gtFine_labelIds"),
                    (split, number) -> city("leftImg8bit", split, number, "_leftImg8bit"))),
        new Layout(
            "cyclegan",
            "{name: folders, condition: '{split}A', target: '{split}B'}",
            () ->
                sides(
                    (split, number) -> split + "A/" + number,
                    (split, number) -> split + "B/" + number)),
        new Layout(
            "photos",
            "{name: edges}",
            () -> each((split, number) -> split + "/" + number, ImagePair::target)));
  }

  private static String city(String set, String split, int number, String end) {
    var city = number % 3 == 0 || number > 3 ? "bochum" : "aachen";
    return "%s/%s/%s/%s_00000%d_000019%s".formatted(set, split, city, city, number, end);
  }

  private static Stream<Layout> ofLists() {
    return Stream.of(
        new Layout("csv", "{name: list}", () -> list("pairs.csv", ",")),
        new Layout("tsv", "{name: list, file: pairs.tsv}", () -> list("pairs.tsv", "\t")),
        new Layout(
            "jsonl",
            "{name: list, file: '{split}.jsonl', condition: from, target: to}",
            () -> perSplit("%s.jsonl", "{\"from\": \"x/%1$d.png\", \"to\": \"y/%1$d.png\"}", "")),
        new Layout(
            "image-folder",
            "{name: image-folder}",
            () ->
                perSplit(
                    "%s/metadata.jsonl",
                    "{\"file_name\": \"y/%1$d.png\", \"edges_file_name\": \"x/%1$d.png\"}",
                    "%s/")));
  }

  private static Stream<Layout> ofArchives() {
    return Stream.of(
        new Layout("folders.zip", FOLDERS, Layout::twoFolders),
        new Layout("folders.tar", FOLDERS, Layout::twoFolders),
        new Layout("paired.tar.gz", "{name: paired}", () -> paired(false)),
        new Layout("list.zip", "{name: list}", () -> list("pairs.csv", ",")),
        new Layout("samples.tar", "{name: webdataset}", Layout::samples),
        new Layout("rows.parquet", "{name: parquet}", Layout::samples),
        new Layout(
            "several",
            "{name: mixed, sets: [{data: {name: paired}, folder: a},"
                + " {data: {name: folders}, folder: b}]}",
            Layout::several));
  }

  /** Those that no other layout gives the same conditions, or not as often. */
  static Stream<Layout> ofOtherPairs() {
    var photos = Stream.of("colorization", "inpainting", "deblurring", "super-resolution");
    return Stream.concat(
        photos.map(
            name ->
                new Layout(
                    name,
                    "{name: %s}".formatted(name),
                    () -> each((split, number) -> split + "/" + number, ImagePair::target))),
        Stream.of(
            new Layout(
                "weighted",
                "{name: mixed, sets: [{data: {name: paired}, folder: a, weight: 2},"
                    + " {data: {name: folders}, folder: b, weight: 0.7}]}",
                Layout::several)));
  }

  private interface Content {
    Image of(ImagePair pair);
  }

  private static LayoutFiles each(BiFunction<String, Integer, String> names, Content content) {
    var files = new LayoutFiles();
    numbers()
        .forEach(
            number ->
                files.add(
                    names.apply(split(number), number) + ".png",
                    content.of(LayoutFiles.pair(number))));
    return files;
  }

  private static LayoutFiles sides(
      BiFunction<String, Integer, String> conditions, BiFunction<String, Integer, String> targets) {
    var files = new LayoutFiles();
    numbers()
        .forEach(
            number -> {
              var pair = LayoutFiles.pair(number);
              files.add(conditions.apply(split(number), number) + ".png", pair.condition());
              files.add(targets.apply(split(number), number) + ".png", pair.target());
            });
    return files;
  }

  private static LayoutFiles paired(boolean swapped) {
    return each(
        (split, number) -> split + "/" + number,
        pair -> swapped ? LayoutFiles.sideBySide(pair.target(), pair.condition()) : joined(pair));
  }

  private static Image joined(ImagePair pair) {
    return LayoutFiles.sideBySide(pair.condition(), pair.target());
  }

  private static LayoutFiles twoFolders() {
    return sides(
        (split, number) -> split + "/label/" + number,
        (split, number) -> split + "/photo/" + number);
  }

  private static LayoutFiles samples() {
    return sides(
        (split, number) -> "%s/%06d.condition".formatted(split, number),
        (split, number) -> "%s/%06d.target".formatted(split, number));
  }

  private static LayoutFiles unsplit() {
    return sides((split, number) -> "x/" + number, (split, number) -> "y/" + number);
  }

  private static LayoutFiles list(String name, String separator) {
    var lines = new StringBuilder("condition,target,split\n".replace(",", separator));
    numbers()
        .forEach(
            number ->
                lines.append(
                    "x/%1$d.png,y/%1$d.png,%2$s\n"
                        .formatted(number, split(number))
                        .replace(",", separator)));
    return unsplit().add(name, lines.toString());
  }

  private static LayoutFiles perSplit(String name, String line, String folder) {
    var files =
        sides(
            (split, number) -> folder.formatted(split) + "x/" + number,
            (split, number) -> folder.formatted(split) + "y/" + number);
    for (var split : ImmutableList.of("train", "val", "test")) {
      var lines =
          numbers().filter(number -> split(number).equals(split)).map(line::formatted).toList();
      files.add(name.formatted(split), String.join("\n", lines) + "\n");
    }
    return files;
  }

  /** Two pairs of the training in each set. */
  private static LayoutFiles several() {
    var files = new LayoutFiles();
    numbers()
        .forEach(
            number -> {
              var pair = LayoutFiles.pair(number);
              var split = split(number);
              if (number > 2 && number < 5) {
                files.add("b/%s/label/%d.png".formatted(split, number), pair.condition());
                files.add("b/%s/photo/%d.png".formatted(split, number), pair.target());
              } else {
                files.add("a/%s/%d.png".formatted(split, number), joined(pair));
              }
            });
    return files;
  }

  private static Stream<Integer> numbers() {
    return IntStream.rangeClosed(1, LayoutFiles.SPLITS.size()).boxed();
  }

  private static String split(int number) {
    return LayoutFiles.SPLITS.get(number - 1);
  }
}
