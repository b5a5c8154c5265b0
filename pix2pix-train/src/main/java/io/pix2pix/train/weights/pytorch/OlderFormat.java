package io.pix2pix.train.weights.pytorch;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.train.weights.ElementType;
import io.pix2pix.train.weights.pickle.PickleInput;
import io.pix2pix.train.weights.pickle.Unpickler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * PyTorch's format before its zips: pickles of a magic number, a version, facts of the machine, the
 * object, and the keys of its storages, one after the other; then the storages.
 */
final class OlderFormat {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private final FileChannel channel;
  private final PickleInput input;
  private final TensorVocabulary vocabulary = new TensorVocabulary();

  private OlderFormat(Path file, FileChannel channel, long most) {
    this.channel = channel;
    var in = new BufferedInputStream(Channels.newInputStream(channel));
    this.input = new PickleInput(file.toString(), in, most);
  }

  /**
   * The object of a file, and its storages.
   *
   * @param most bytes of all pickles together
   */
  static Saved read(Path file, FileChannel channel, long most) throws IOException {
    return new OlderFormat(file, channel, most).read();
  }

  private Saved read() throws IOException {
    if (!MAGIC.equals(next())) {
      throw input.problem("is a pickle, but not of PyTorch; save weights with torch.save");
    }
    next();
    var order = order(next());
    var object = next();
    return new Saved(object, new OlderStorages(channel, order, places(next(), order)));
  }

  private Object next() {
    return new Unpickler(input, vocabulary).read();
  }

  private static ByteOrder order(Object machine) {
    boolean big =
        machine instanceof Map<?, ?> facts && Boolean.FALSE.equals(facts.get("little_endian"));
    return big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private ImmutableMap<String, OlderStorages.Place> places(Object keys, ByteOrder order)
      throws IOException {
    var places = ImmutableMap.<String, OlderStorages.Place>builder();
    long position = input.position();
    for (var key : keys instanceof List<?> list ? list : List.of()) {
      var type = vocabulary.types().get(String.valueOf(key));
      if (!(key instanceof String name) || type == null) {
        throw input.problem("its list of storages is damaged; use another copy");
      }
      var place = place(position, type, order);
      places.put(name, place);
      position = place.position() + place.length();
    }
    return places.buildKeepingLast();
  }

  private OlderStorages.Place place(long position, ElementType type, ByteOrder order)
      throws IOException {
    long begin = position + Long.BYTES;
    long left = channel.size() - begin;
    long elements =
        left < 0 ? -1 : OlderStorages.read(channel, position, Long.BYTES, order).getLong();
    if (elements < 0 || elements > left / type.bytes()) {
      throw input.problem("is cut short or damaged; use another copy");
    }
    return new OlderStorages.Place(begin, elements * type.bytes());
  }
}
