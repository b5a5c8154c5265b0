package io.pix2pix.cli.translation;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Multimaps;
import com.google.common.util.concurrent.MoreExecutors;
import io.pix2pix.api.image.Image;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.train.translation.Translator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Translates image files, several of equal size at once. While the network works on some, others
 * are read and written.
 *
 * @param translator of all of them
 * @param read what the generator is given of a file
 */
record FolderTranslation(Translator translator, Function<Path, Image> read) {
  private static final int FILES_AT_ONCE = 4;
  private static final int THREADS = 2;

  /**
   * Translates all files.
   *
   * @param progress is told how many more are done
   * @throws io.pix2pix.api.error.InvalidInputException if one cannot be read, translated or
   *     written; those that come later may be missing then
   */
  void translate(ImmutableList<TranslationFiles> files, IntConsumer progress)
      throws InterruptedException {
    var threads = Executors.newFixedThreadPool(THREADS);
    var begun = new ArrayList<Future<Integer>>();
    try {
      for (var some : batches(files)) {
        begun.add(threads.submit((Callable<Integer>) () -> translate(some)));
      }
      for (var one : begun) {
        progress.accept(done(one));
      }
    } finally {
      begun.forEach(one -> one.cancel(false));
      MoreExecutors.shutdownAndAwaitTermination(threads, Duration.ofHours(1));
    }
  }

  private static List<List<TranslationFiles>> batches(ImmutableList<TranslationFiles> files) {
    var batches = new ArrayList<List<TranslationFiles>>();
    Multimaps.index(files, file -> ImageFiles.shape(file.input()))
        .asMap()
        .values()
        .forEach(same -> Iterables.partition(same, FILES_AT_ONCE).forEach(batches::add));
    return batches;
  }

  private int translate(List<TranslationFiles> files) {
    var pictures =
        files.stream()
            .map(file -> new Translator.Input(read.apply(file.input()), file.input().toString()))
            .toList();
    var translated = translator.pictures(pictures);
    for (int i = 0; i < files.size(); i++) {
      ImageFiles.write(files.get(i).output(), translated.get(i));
    }
    return files.size();
  }

  private static int done(Future<Integer> one) throws InterruptedException {
    try {
      return one.get();
    } catch (ExecutionException e) {
      var cause = Objects.requireNonNull(e.getCause());
      Throwables.throwIfUnchecked(cause);
      throw new IllegalStateException(cause);
    }
  }
}
