package io.pix2pix.api.file;

import com.google.common.io.ByteSource;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.error.MachineFailureException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A kind of file that users name. Reading a pipe waits for ever, a device has no end, and a file of
 * gigabytes fills the memory: what a path leads to is looked at before it is opened.
 *
 * @param what it is, in words, for example {@code an experiment file}
 * @param most bytes that such a file has
 */
public record InputFile(String what, long most) {

  /** Experiments, studies and palettes: what people write by hand. */
  public static final long WRITTEN_BY_HAND = 1 << 20;

  /** What programs write of one run or study. */
  public static final long WRITTEN_BY_PROGRAMS = 64 << 20;

  /** Tables with a line for each step or image. */
  public static final long TABLE = 1 << 30;

  /** Lists with a line for each pair, all of which are kept in memory. */
  public static final long LIST = 256 << 20;

  /** A picture, as it is packed. */
  public static final long PICTURE = 1 << 30;

  /** A file that may be of any size, as it is read part by part. */
  public static InputFile ofAnySize(String what) {
    return new InputFile(what, Long.MAX_VALUE);
  }

  /**
   * Looks at a file without opening it.
   *
   * @return the same path
   * @throws InvalidInputException if it is missing, a folder, a device or a pipe, or too large
   */
  public Path check(Path file) {
    try {
      var found = Files.readAttributes(file, BasicFileAttributes.class);
      if (found.isDirectory()) {
        throw problem(file, "is a folder");
      } else if (!found.isRegularFile()) {
        throw problem(file, "is a device or a pipe");
      }
      return checkSize(file, found.size());
    } catch (NoSuchFileException e) {
      throw problem(file, "no such file");
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * As {@link #check}; a file that is not there passes, for whoever reads it to tell.
   *
   * @return the same path
   * @throws InvalidInputException if it is a folder, a device or a pipe, or too large
   */
  public Path checkIfPresent(Path file) {
    return Files.exists(file) ? check(file) : file;
  }

  /**
   * The text of a file in UTF-8.
   *
   * @throws InvalidInputException if it is missing, no regular file, too large, or not UTF-8
   */
  public String text(Path file) {
    check(file);
    try (var in = Files.newInputStream(file)) {
      // A file of /proc is as long as it says only when it is read; others may grow.
      var bytes = in.readNBytes(Math.toIntExact(Math.min(most + 1, Integer.MAX_VALUE - 8)));
      checkSize(file, bytes.length);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(file + ": is not text in UTF-8", e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * The contents of such a file, of which no more is read than it may have.
   *
   * @param contents wherever they lie; whoever reads more of them than {@link #most} gets an {@link
   *     InvalidInputException}, at once if their size is known
   * @param file for messages
   */
  public ByteSource bounded(ByteSource contents, String file) {
    return new BoundedSource(contents, most, () -> tooLarge(file));
  }

  private Path checkSize(Path file, long bytes) {
    if (bytes > most) {
      throw tooLarge(file.toString());
    }
    return file;
  }

  private InvalidInputException tooLarge(String file) {
    return new InvalidInputException(
        "%s: is larger than %s; %s has at most that: check the path"
            .formatted(file, words(most), what));
  }

  private static String words(long bytes) {
    return bytes >= 1 << 30 ? (bytes >> 30) + " GB" : (bytes >> 20) + " MB";
  }

  private InvalidInputException problem(Path file, String problem) {
    return new InvalidInputException("%s: %s; give the path of %s".formatted(file, problem, what));
  }

  private InvalidInputException unreadable(Path file, IOException cause) {
    return MachineFailureException.of(
        "%s: cannot be read (%s); give the path of %s".formatted(file, cause, what), cause);
  }
}
