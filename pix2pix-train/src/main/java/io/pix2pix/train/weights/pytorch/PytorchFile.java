package io.pix2pix.train.weights.pytorch;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.file.InputFile;
import io.pix2pix.train.weights.WeightFile;
import io.pix2pix.train.weights.pickle.Unpickler;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads tensors by name from a file that {@code torch.save(network.state_dict(), FILE)} wrote.
 * Everything that the file says of their sizes is checked when it is opened. Safe for use by
 * several threads until one closes it.
 */
public final class PytorchFile implements WeightFile {
  private static final long LONGEST_PICKLE = 16 << 20;
  private final Path file;
  private final ImmutableMap<String, TensorView> tensors;
  private final Storages storages;

  private PytorchFile(Path file, Saved saved) {
    this.file = file;
    this.storages = saved.storages();
    this.tensors = StateDictionary.of(file, saved.object());
    tensors.forEach(this::check);
  }

  /**
   * Opens a file.
   *
   * @throws InvalidInputException if it is missing, damaged, holds anything but named tensors, or
   *     asks for anything that these do not need
   */
  public static PytorchFile open(Path file) {
    try {
      InputFile.ofAnySize("a file of weights").checkIfPresent(file);
      return isZip(file) ? openZip(file) : openOlder(file);
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public Path path() {
    return file;
  }

  @Override
  public ImmutableSet<String> names() {
    return tensors.keySet();
  }

  @Override
  public ImmutableList<Long> shape(String name) {
    return view(name).shape();
  }

  @Override
  public float[] floats(String name) {
    var view = view(name);
    var type = view.storage().type();
    if (!type.isReal()) {
      throw new InvalidInputException(
          file + ": " + name + " is of type " + type + "; it should be of floats");
    }
    if (view.elements() == 0) {
      return new float[0];
    }
    try {
      long first = (view.storage().begin() + view.offset()) * type.bytes();
      var row = storages.read(view.storage().key(), first, view.span() * type.bytes());
      return view.of(type.floats(row));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public void close() {
    try {
      storages.close();
    } catch (IOException e) {
      throw new InvalidInputException(file + ": cannot be closed (" + e + ")", e);
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.read() == 'P' && in.read() == 'K';
    }
  }

  private static PytorchFile openZip(Path file) throws IOException {
    var zip = ZipStorages.open(file);
    try {
      var object = new Unpickler(zip.pickle(LONGEST_PICKLE), new TensorVocabulary()).read();
      return new PytorchFile(file, new Saved(object, zip));
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static PytorchFile openOlder(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new PytorchFile(file, OlderFormat.read(file, channel, LONGEST_PICKLE));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private void check(String name, TensorView view) {
    var storage = view.storage();
    view.problem()
        .or(() -> storage.problem(storages.length(storage.key())))
        .ifPresent(
            problem -> {
              throw new InvalidInputException(
                  file + ": " + name + " " + problem + "; use another copy");
            });
  }

  private TensorView view(String name) {
    var view = tensors.get(name);
    if (view == null) {
      throw new InvalidInputException(file + ": has no tensor \"" + name + "\"");
    }
    return view;
  }

  private static InvalidInputException unreadable(Path file, Exception cause) {
    return new InvalidInputException(
        file
            + ": cannot be read ("
            + CharMatcher.javaIsoControl().replaceFrom(String.valueOf(cause.getMessage()), '?')
            + "); use another copy",
        cause);
  }
}
