package io.pix2pix.data.file;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.pix2pix.api.data.Coverage;
import io.pix2pix.api.data.DataChecksum;
import io.pix2pix.api.data.EvenSample;
import io.pix2pix.api.error.InvalidInputException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Checksums of pairs that are image files.
 *
 * @param settings what else the pairs follow from; may be empty
 * @param sides the files of which a pair has one each, in equal numbers
 */
public record FileChecksums(String settings, ImmutableList<StoredImages> sides) {
  private static final HashCode UNUSABLE = Hashing.sha256().hashString("unusable", UTF_8);

  /** Files beside those of a side count as a side of their own, before it. */
  public FileChecksums {
    sides =
        sides.stream()
            .flatMap(side -> Stream.concat(side.beside().stream(), Stream.of(side)))
            .collect(toImmutableList());
  }

  /** The checksum of pairs that have one file each, and follow from nothing else. */
  public static FileChecksums of(StoredImages images) {
    return new FileChecksums("", ImmutableList.of(images));
  }

  /**
   * A checksum. Files whose contents it covers are read; of those that cannot be used it keeps that
   * they cannot, as a training may leave them out.
   */
  public DataChecksum of(Coverage coverage) {
    return DataChecksum.of(coverage, coverage == Coverage.FULL ? full() : sample());
  }

  /** As runs have it from before a sample was enough: it must stay the same. */
  private String full() {
    var named = sides.get(sides.size() - 1);
    var all = Hashing.sha256().newHasher().putString(settings, UTF_8);
    var contents = contents(IntStream.range(0, named.size()));
    for (int i = 0; i < named.size(); i++) {
      putName(all, named.name(i));
      all.putBytes(contents.get(i).asBytes());
    }
    return all.hash().toString();
  }

  private String sample() {
    var all = Hashing.sha256().newHasher().putString(settings, UTF_8);
    for (var side : sides) {
      for (int i = 0; i < side.size(); i++) {
        putName(all, side.name(i));
        all.putLong(side.entry(i).size());
      }
    }
    contents(EvenSample.of(sides.get(0).size(), Coverage.FILES))
        .forEach(one -> all.putBytes(one.asBytes()));
    return all.hash().toString();
  }

  private static void putName(Hasher all, String name) {
    all.putInt(name.length()).putString(name, UTF_8);
  }

  private ImmutableList<HashCode> contents(IntStream indices) {
    return indices.parallel().mapToObj(this::contents).collect(toImmutableList());
  }

  private HashCode contents(int index) {
    if (sides.size() == 1) {
      return contents(sides.get(0), index);
    }
    var both = Hashing.sha256().newHasher();
    sides.forEach(side -> both.putBytes(contents(side, index).asBytes()));
    return both.hash();
  }

  private static HashCode contents(StoredImages side, int index) {
    try {
      return side.checksum(index);
    } catch (InvalidInputException e) {
      return UNUSABLE;
    }
  }

  /** What changes whenever one of the files is written. */
  public String fingerprint() {
    var all = Hashing.sha256().newHasher().putString(settings, UTF_8);
    for (var side : sides) {
      for (int i = 0; i < side.size(); i++) {
        putName(all, side.name(i));
        all.putLong(side.entry(i).size()).putLong(side.entry(i).modified());
      }
    }
    return all.hash().toString();
  }
}
