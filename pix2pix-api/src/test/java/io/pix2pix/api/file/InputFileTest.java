package io.pix2pix.api.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.io.ByteSource;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class InputFileTest {
  private static final InputFile LIST = new InputFile("a list", 1 << 20);

  @TempDir Path folder;

  @Test
  void readsTextOfAllLanguages() throws IOException {
    var file = Files.writeString(folder.resolve("a.txt"), "façade 正面\n");

    assertThat(LIST.text(file)).isEqualTo("façade 正面\n");
  }

  @Test
  void readsAFileOfTheGreatestSize() throws IOException {
    var file = Files.write(folder.resolve("a.txt"), new byte[1 << 20]);

    assertThat(LIST.text(file)).hasSize(1 << 20);
  }

  @Test
  void refusesAFileOfGigabytesBeforeItIsRead() throws IOException {
    var file = folder.resolve("large.txt");
    try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(5L << 30);
    }

    assertRefused(file, ": is larger than 1 MB; a list has at most that: check the path");
  }

  @Test
  void refusesFolders() {
    assertRefused(folder, ": is a folder; give the path of a list");
  }

  @Test
  void refusesDevicesThatHaveNoEnd() {
    var zeros = Path.of("/dev/zero");
    assumeThat(zeros).exists();

    assertRefused(zeros, ": is a device or a pipe; give the path of a list");
  }

  @Test
  void refusesPipesThatNobodyWritesTo() throws Exception {
    var pipe = folder.resolve("pipe");
    var made = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assumeThat(made.waitFor(5, TimeUnit.SECONDS) && made.exitValue() == 0).isTrue();

    assertRefused(pipe, ": is a device or a pipe; give the path of a list");
  }

  @Test
  void refusesWhatIsNotThereAndNoText() throws IOException {
    assertRefused(folder.resolve("none"), ": no such file; give the path of a list");
    var bytes = Files.write(folder.resolve("bytes"), new byte[] {(byte) 0xff, (byte) 0xd8});
    assertThatThrownBy(() -> LIST.text(bytes))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(bytes + ": is not text in UTF-8");
  }

  @Test
  void noMoreIsReadOfContentsThanThereMayBe() throws IOException {
    var most = new byte[1 << 20];
    assertThat(LIST.bounded(ByteSource.wrap(most), "a").read()).isEqualTo(most);
    var words = "a: is larger than 1 MB; a list has at most that: check the path";
    var known = ByteSource.wrap(new byte[(1 << 20) + 1]);
    assertThatThrownBy(() -> LIST.bounded(known, "a").openStream()).hasMessage(words);

    var stream = LIST.bounded(zeros(), "a").openStream();
    stream.skipNBytes(1 << 20);
    assertThatThrownBy(stream::read).isInstanceOf(InvalidInputException.class).hasMessage(words);
    assertThatThrownBy(() -> LIST.bounded(zeros(), "a").read()).hasMessage(words);
  }

  /** An archive tells no size of what it unpacks to, or a wrong one. */
  private static ByteSource zeros() {
    return new ByteSource() {
      @Override
      public InputStream openStream() {
        return new InputStream() {
          @Override
          public int read() {
            return 0;
          }
        };
      }
    };
  }

  private static void assertRefused(Path file, String words) {
    assertThatThrownBy(() -> LIST.text(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(file + words);
    assertThatThrownBy(() -> LIST.check(file)).hasMessage(file + words);
  }
}
