package io.pix2pix.data.file;

import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.Palette;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decodes each file once while a thread looks at it from several sides: what it decodes is kept
 * until it is done, and so is how the pictures are stored. Other threads decode as always.
 */
public final class DecodedOnce {
  private static final ThreadLocal<@Nullable DecodedOnce> OF_THREAD = new ThreadLocal<>();

  private final Map<Key, DecodedPicture> pictures = new HashMap<>();
  private final Map<LabelKey, Optional<Image>> labels = new HashMap<>();
  private final Map<String, PictureFacts> facts = new HashMap<>();

  private DecodedOnce() {}

  /** Looks at files, of which this thread decodes each once. */
  public static void during(Runnable look) {
    var before = Optional.ofNullable(OF_THREAD.get());
    OF_THREAD.set(new DecodedOnce());
    try {
      look.run();
    } finally {
      OF_THREAD.remove();
      before.ifPresent(OF_THREAD::set);
    }
  }

  /** A picture that is there, or is decoded now. */
  static DecodedPicture picture(String path, ReadOptions options, Supplier<DecodedPicture> decode) {
    var kept = OF_THREAD.get();
    if (kept == null) {
      return decode.get();
    }
    var key = new Key(path, options);
    var known = kept.pictures.get(key);
    var picture = known == null ? decode.get() : known;
    kept.pictures.put(key, picture);
    return picture;
  }

  /** A label map that is there, or is decoded now. */
  static Optional<Image> labels(String path, Palette palette, Supplier<Optional<Image>> decode) {
    var kept = OF_THREAD.get();
    if (kept == null) {
      return decode.get();
    }
    var key = new LabelKey(path, palette);
    var known = kept.labels.get(key);
    var map = known == null ? decode.get() : known;
    kept.labels.put(key, map);
    return map;
  }

  /** Tells how a picture is stored that is decoded now, if somebody may ask for it later. */
  static void tell(String path, Supplier<PictureFacts> stored) {
    var kept = OF_THREAD.get();
    if (kept != null && !kept.facts.containsKey(path)) {
      kept.facts.put(path, stored.get());
    }
  }

  /** How a picture is stored that was decoded. */
  static Optional<PictureFacts> facts(String path) {
    return Optional.ofNullable(OF_THREAD.get()).map(kept -> kept.facts.get(path));
  }

  private record Key(String path, ReadOptions options) {}

  private record LabelKey(String path, Palette palette) {}
}
