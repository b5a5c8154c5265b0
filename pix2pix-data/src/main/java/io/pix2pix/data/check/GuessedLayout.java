package io.pix2pix.data.check;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.folders.TwoFolders;
import io.pix2pix.data.paired.Direction;
import io.pix2pix.data.paired.Paired;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How files seem to become pairs: pictures of A|B pairs, or two folders in each split.
 *
 * @param dataset that reads them
 * @param words what was guessed
 */
record GuessedLayout(Dataset dataset, String words) {
  private static final ImmutableSet<String> CONDITIONS =
      ImmutableSet.of(
          "a",
          "condition",
          "conditions",
          "edge",
          "edges",
          "input",
          "inputs",
          "label",
          "labels",
          "mask",
          "masks",
          "segmentation",
          "sketch",
          "sketches",
          "source");
  private static final ImmutableSet<String> TARGETS =
      ImmutableSet.of(
          "b", "image", "images", "output", "outputs", "photo", "photos", "real", "target",
          "targets");

  static GuessedLayout of(FileTree files) {
    return Stream.of("train", "val", "test")
        .filter(split -> !hasImages(files, split))
        .map(split -> folders(files, split))
        .filter(folders -> folders.size() == 2)
        .findFirst()
        .map(GuessedLayout::twoFolders)
        .orElseGet(
            () ->
                new GuessedLayout(
                    new Paired(Direction.AtoB, 0), "A|B pairs side by side (data: paired)"));
  }

  private static GuessedLayout twoFolders(ImmutableList<String> folders) {
    var first = folders.get(0);
    var second = folders.get(1);
    boolean swapped = isKnown(CONDITIONS, second) || isKnown(TARGETS, first);
    var condition = swapped ? second : first;
    var target = swapped ? first : second;
    return new GuessedLayout(
        new TwoFolders(condition, target, 0),
        "conditions in %s, targets in %s (data: {name: folders, condition: %s, target: %s})"
            .formatted(condition, target, condition, target));
  }

  private static boolean isKnown(ImmutableSet<String> names, String folder) {
    return names.contains(Ascii.toLowerCase(folder));
  }

  private static ImmutableList<String> folders(FileTree files, String split) {
    return files.list(split).stream()
        .flatMap(listing -> listing.folders().stream())
        .filter(name -> !name.startsWith(".") && hasImages(files, split + "/" + name))
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean hasImages(FileTree files, String folder) {
    return files.lookInto(folder).stream()
        .flatMap(listing -> listing.files().stream())
        .anyMatch(file -> ImageFiles.isImage(file.name()));
  }

  DataInspection inspection() {
    return new DataInspection(
        dataset, words + ", as it seems; --experiment FILE says otherwise", Optional.empty());
  }
}
