package io.pix2pix.cli;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Layouts of the same six pairs with the same masks. */
final class MaskedLayouts {
  private static final String FOLDERS =
      "{name: folders, condition: label, target: photo, mask: %s}";
  private static final String CSV = "%1$s-x/%2$d.png,%1$s-y/%2$d.png,%1$s-m/%2$d.png,%1$s";
  private static final String JSON =
      "{\"file_name\": \"%1$s-y/%2$d.png\", \"edges_file_name\": \"%1$s-x/%2$d.png\","
          + " \"mask_file_name\": \"%1$s-m/%2$d.png\", \"split\": \"%1$s\"}";

  private MaskedLayouts() {}

  /** The one that others are compared with. */
  static Layout reference() {
    return new Layout("folders", FOLDERS.formatted("mask"), () -> each(MaskedLayouts::folders));
  }

  static Stream<Layout> others() {
    return Stream.of(
        new Layout(
            "pattern",
            FOLDERS.formatted("'masks/{split}-{name}'"),
            () -> each(at("%s/label/%d", "%s/photo/%d", "masks/%s-%d"))),
        new Layout("alpha", FOLDERS.formatted("alpha"), () -> each(MaskedLayouts::alpha)),
        new Layout(
            "paired", "{name: paired, mask: mask}", () -> each(pairs("%s/%d", "%s/mask/%d"))),
        new Layout(
            "paired-pattern",
            "{name: paired, files: 'pairs/{split}/{path*}', mask: 'masks/{split}/{path*}'}",
            () -> each(pairs("pairs/%s/x/%d", "masks/%s/x/%d"))),
        new Layout(
            "samples.zip",
            "{name: webdataset, mask: mask}",
            () -> each(at("%s/%d.condition", "%s/%d.target", "%s/%d.mask"))),
        new Layout(
            "list",
            "{name: list, mask: mask}",
            () -> listed().add("pairs.csv", "condition,target,mask,split\n" + rows(CSV))),
        new Layout(
            "metadata",
            "{name: image-folder, mask: mask_file_name}",
            () -> listed().add("metadata.jsonl", rows(JSON))));
  }

  private static LayoutFiles each(BiConsumer<LayoutFiles, Integer> write) {
    var files = new LayoutFiles();
    for (int number = 1; number <= LayoutFiles.SPLITS.size(); number++) {
      write.accept(files, number);
    }
    return files;
  }

  private static void folders(LayoutFiles files, int number) {
    at("%s/label/%d", "%s/photo/%d", "%s/mask/%d").accept(files, number);
  }

  private static LayoutFiles listed() {
    return each(at("%s-x/%d", "%s-y/%d", "%s-m/%d"));
  }

  private static BiConsumer<LayoutFiles, Integer> at(String condition, String target, String mask) {
    return (files, number) -> {
      var split = split(number);
      var pair = LayoutFiles.pair(number);
      files.add((condition + ".png").formatted(split, number), pair.condition());
      files.add((target + ".png").formatted(split, number), pair.target());
      files.add((mask + ".png").formatted(split, number), mask(number));
    };
  }

  private static void alpha(LayoutFiles files, int number) {
    var pair = LayoutFiles.pair(number);
    files.add("%s/label/%d.png".formatted(split(number), number), pair.condition());
    files.add(
        "%s/photo/%d.png".formatted(split(number), number), withAlpha(pair.target(), mask(number)));
  }

  private static BiConsumer<LayoutFiles, Integer> pairs(String picture, String mask) {
    return (files, number) -> {
      var split = split(number);
      var pair = LayoutFiles.pair(number);
      files.add(
          (picture + ".png").formatted(split, number),
          LayoutFiles.sideBySide(pair.condition(), pair.target()));
      files.add((mask + ".png").formatted(split, number), mask(number));
    };
  }

  private static String rows(String format) {
    return IntStream.rangeClosed(1, LayoutFiles.SPLITS.size())
        .mapToObj(number -> format.formatted(split(number), number))
        .collect(Collectors.joining("\n"));
  }

  private static String split(int number) {
    return LayoutFiles.SPLITS.get(number - 1);
  }

  /** Black at the left, gray in the middle, white at the right. */
  private static Image mask(int number) {
    var values = new float[256];
    for (int i = 0; i < values.length; i++) {
      int x = i % 16;
      values[i] = (x < 4 + number ? 0 : x < 12 ? 102 : 255) / 127.5f - 1;
    }
    return Image.owning(new ImageShape(16, 16, 1), values);
  }

  private static Image withAlpha(Image colors, Image alpha) {
    var shape = colors.shape().withChannels(4);
    var values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 4 < 3 ? colors.toArray()[i / 4 * 3 + i % 4] : alpha.toArray()[i / 4];
    }
    return Image.owning(shape, values);
  }
}
