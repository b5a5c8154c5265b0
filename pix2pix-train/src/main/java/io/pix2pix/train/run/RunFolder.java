package io.pix2pix.train.run;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a run: what lies where.
 *
 * @param path the folder itself
 */
public record RunFolder(Path path) {
  private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);

  /**
   * Where a new run could be made. Nothing is written yet.
   *
   * @param runs the folder of all runs; it may be missing
   * @param name of the run and of its folder
   * @throws InvalidInputException if the run exists already, {@code runs} cannot be written, or
   *     {@code name} is not the name of a folder
   */
  public static RunFolder vacant(Path runs, String name) {
    var folder = of(runs, name);
    if (Files.exists(folder.path(), LinkOption.NOFOLLOW_LINKS)) {
      throw new InvalidInputException(
          folder.path()
              + ": exists already; continue it with --resume, or give --name another name");
    }
    checkWritable(runs);
    return folder;
  }

  /**
   * A run among others, which may not be there.
   *
   * @throws InvalidInputException if {@code name} is not the name of a folder
   */
  public static RunFolder of(Path runs, String name) {
    checkName(name);
    return new RunFolder(runs.resolve(name));
  }

  /**
   * Makes the folder of a new run, with places for checkpoints and samples. It appears with its
   * first files in it, or not at all.
   *
   * @param runs the folder of all runs, made where missing
   * @param name of the run and of its folder
   * @param first writes the files that every run has
   * @throws InvalidInputException if it exists already, cannot be made, or {@code name} is not the
   *     name of a folder
   */
  public static RunFolder create(Path runs, String name, Consumer<RunFolder> first) {
    return make(vacant(runs, name), first);
  }

  /**
   * Makes the folder of a new run anywhere. It appears with its first files in it, or not at all.
   *
   * @param path of the folder; its parents are made where missing
   * @param first writes the files that every run has
   * @throws InvalidInputException if it exists already or cannot be made
   */
  public static RunFolder create(Path path, Consumer<RunFolder> first) {
    return make(new RunFolder(path), first);
  }

  private static RunFolder make(RunFolder folder, Consumer<RunFolder> first) {
    AtomicFolders.create(
        folder.path(),
        unfinished -> {
          var made = new RunFolder(unfinished);
          Files.createDirectory(made.checkpoints());
          Files.createDirectory(made.samples());
          first.accept(made);
        });
    return folder;
  }

  /**
   * Opens the folder of a run that was made before.
   *
   * @throws InvalidInputException if it is not there or not a run; the message names what is
   *     missing
   */
  public static RunFolder open(Path path) {
    if (!Files.isDirectory(path)) {
      throw new InvalidInputException(
          path + ": is not a folder; give the folder of a run, such as runs/facades");
    }
    var folder = new RunFolder(path);
    var missing = folder.missing();
    if (!missing.isEmpty()) {
      throw new InvalidInputException(
          "%s: is not a run, it has no %s; give a folder that `pix2pix train` or `pix2pix import` made"
              .formatted(path, String.join(", no ", missing)));
    }
    return folder;
  }

  /** What the folder is called. */
  public String name() {
    return path.toAbsolutePath().normalize().getFileName().toString();
  }

  /** The merged experiment, every value spelled out. */
  public Path experiment() {
    return path.resolve("experiment.yaml");
  }

  /** Where the run comes from and how far it is: {@link Provenance}. */
  public Path provenance() {
    return path.resolve("run.json");
  }

  /** How its operations are computed: {@link StoredPlan}. */
  public Path plan() {
    return path.resolve("plan.json");
  }

  /** The classes of the conditions' label maps, where the data has these as indices. */
  public Path palette() {
    return path.resolve("palette.csv");
  }

  /** The classes of label maps, where networks see these otherwise than people do. */
  public Path classes() {
    return path.resolve("classes.csv");
  }

  /** Losses of every step: {@link LossLog}. */
  public Path losses() {
    return path.resolve("losses.csv");
  }

  /** What an evaluation found, if there was one. */
  public Path metrics() {
    return path.resolve("metrics.csv");
  }

  /** What was measured while it trained, if anything: {@link ValidationLog}. */
  public Path validation() {
    return path.resolve("validation.csv");
  }

  /** The folder of what an evaluation found for each image. */
  public Path evaluations() {
    return path.resolve("evaluations");
  }

  /**
   * A folder beside all runs, in which what several of them need is kept: what is in it can be made
   * again.
   */
  public Path cache() {
    return path.toAbsolutePath().normalize().resolveSibling(".cache");
  }

  /** The folder of TensorBoard's event files: {@link EventFile}. */
  public Path events() {
    return path.resolve("events");
  }

  /** The folder of sample pictures: {@link SampleGrid}. */
  public Path samples() {
    return path.resolve("samples");
  }

  /** The sample picture of a step, for example {@code samples/step-000500.png}. */
  public Path sample(long step) {
    return samples().resolve(String.format(Locale.ROOT, "step-%06d.png", step));
  }

  /** The folder of checkpoints. */
  public Path checkpoints() {
    return path.resolve("checkpoints");
  }

  /** The page that shows the run: {@link RunPage}. */
  public Path page() {
    return path.resolve("index.html");
  }

  /**
   * Makes the folders that a training writes into, where they are missing. A file in the place of
   * one is kept under another name. What killed processes left half-written is removed.
   *
   * @throws InvalidInputException if one cannot be made
   */
  public void createFolders() {
    for (var folder : ImmutableList.of(checkpoints(), samples(), events())) {
      if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) {
        LOG.warn("{}: is no folder; it is now called {}", folder, KeptAside.rename(folder));
      }
      AtomicFiles.createFolder(folder);
    }
    AtomicFiles.discardParts(checkpoints());
    AtomicFiles.discardOldParts(path);
    if (Files.isDirectory(StoredChecksum.folder(path))) {
      AtomicFiles.discardOldParts(StoredChecksum.folder(path));
    }
  }

  private ImmutableList<String> missing() {
    if (Files.exists(provenance())) {
      return ImmutableList.of(); // what else is missing is found there, or made anew
    }
    return Stream.of(experiment(), provenance(), checkpoints())
        .filter(Files::notExists)
        .map(file -> file.getFileName().toString())
        .collect(toImmutableList());
  }

  /** What exists of the path decides. */
  private static void checkWritable(Path runs) {
    var existing = runs.toAbsolutePath().normalize();
    while (!Files.exists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      throw new InvalidInputException(existing + ": is not a folder; give --runs a folder");
    } else if (!Files.isWritable(existing)) {
      throw new InvalidInputException(
          existing + ": cannot be written; give access to it, or --runs another folder");
    }
  }

  private static void checkName(String name) {
    boolean plain = !name.isBlank() && !name.matches("\\.+|.*[/\\\\:\\p{Cntrl}].*");
    if (!plain) {
      throw new InvalidInputException(
          "--name: \"" + name + "\" cannot be a folder; use letters, digits and dashes");
    }
  }
}
