package io.pix2pix.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.progress.ProgressListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
  private static final Persistence HASTY =
      new Persistence(Duration.ofMillis(800), Duration.ofMillis(1), 3);

  @TempDir Path folder;
  private final List<String> notes = new ArrayList<>();
  private byte[] sound;
  private ArchiveServer server;
  private Path data;

  @BeforeEach
  void startServer() throws IOException {
    sound = Archives.sound(1);
    server = new ArchiveServer(sound);
    data = folder.resolve("set");
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private Download.Result download() throws InterruptedException {
    return download(server.address(), Optional.empty());
  }

  private Download.Result download(URI address, Optional<String> sha256)
      throws InterruptedException {
    return new Download(address, data, sha256, HASTY).run(ProgressListener.NONE, notes::add);
  }

  private void assertSound(Download.Result result) {
    assertThat(data.resolve("train/1.jpg")).hasSize(200_000);
    assertThat(data.resolve("test/ü.jpg")).hasContent("two");
    assertThat(result.sha256()).isEqualTo(Hashing.sha256().hashBytes(sound).toString());
    assertThat(result.files()).isEqualTo(2);
    assertThat(leftovers()).containsExactlyInAnyOrder("set", ".set.sha256");
  }

  private List<String> leftovers() {
    return Arrays.asList(folder.toFile().list());
  }

  @Test
  void unpacksTheOneFolderOfAnArchive() throws Exception {
    assertSound(download());
    assertThat(server.asked).containsExactly("null null");
    assertThat(notes).isEmpty();
  }

  @Test
  void goesOnWhereTheConnectionBrokeOff() throws Exception {
    server.breaks.addAll(List.of(50_000, 120_000));

    assertSound(download());

    assertThat(server.asked).hasSize(3).startsWith("null null");
    assertThat(server.asked.get(1)).startsWith("bytes=").endsWith("- \"one\"");
    assertThat(notes).isEmpty();
  }

  @Test
  void goesOnWhereAnEarlierDownloadWasEnded() throws Exception {
    server.breaks.addAll(List.of(90_000, 90_000, 90_000, 90_000, 90_000, 90_000));
    assertThatThrownBy(this::download)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("the same command goes on from there");
    assertThat(data).doesNotExist();
    server.breaks.clear();
    server.asked.clear();

    assertSound(download());

    assertThat(server.asked).hasSize(1);
    assertThat(server.asked.get(0)).matches("bytes=[1-9]\\d+- \"one\"");
  }

  @Test
  void beginsAnewWhereTheServerCannotGoOn() throws Exception {
    server.breaks.add(50_000);
    server.ignoresRange = true;

    assertSound(download());

    assertThat(notes).hasSize(1).first().asString().contains("sends all of it anew");
  }

  @Test
  void beginsAnewWhereNothingTellsWhetherTheFileIsTheSame() throws Exception {
    server.breaks.add(50_000);
    server.hasNoValidators = true;

    assertSound(download());

    assertThat(server.asked).containsExactly("null null", "null null");
  }

  @Test
  void takesAnotherFileWhereTheServerHasOneNow() throws Exception {
    server.content = Archives.sound(2);
    server.breaks.addAll(List.of(50_000, 0, 0, 0));
    assertThatThrownBy(this::download).hasMessageContaining("no more comes");
    server.content = sound;
    server.tag = "\"two\"";
    server.breaks.clear();

    assertSound(download());
  }

  @Test
  void noticesAnotherFileOfTheSameLengthAndTag() throws Exception {
    server.content = otherOfSameLength();
    server.breaks.addAll(List.of(50_000, 0, 0, 0));
    assertThatThrownBy(this::download).hasMessageContaining("no more comes");
    server.content = sound;
    server.breaks.clear();

    assertSound(download());

    assertThat(notes).anyMatch(note -> note.contains("do not fit together"));
  }

  private byte[] otherOfSameLength() throws IOException {
    for (int seed = 2; ; seed++) {
      var other = Archives.sound(seed);
      if (other.length == sound.length) {
        return other;
      }
    }
  }

  @Test
  void noticesAnotherFileOfTheSameTagByItsLength() throws Exception {
    server.content = Arrays.copyOf(Archives.sound(2), 150_000);
    server.breaks.addAll(List.of(50_000, 0, 0, 0));
    assertThatThrownBy(this::download).hasMessageContaining("no more comes");
    server.content = sound;
    server.breaks.clear();

    assertSound(download());

    assertThat(notes).anyMatch(note -> note.contains("another file than before"));
  }

  @Test
  void takesASoundArchiveAlthoughTheServerAnnouncedMoreThanItHas() throws Exception {
    server.lie = 1000;

    assertSound(download());

    assertThat(notes)
        .containsExactly(
            "The server announced %,d bytes, but says now that %,d are all."
                .formatted(sound.length + 1000, sound.length));
  }

  @Test
  void refusesAnArchiveOfWhichTheServerAnnouncesLessThanItHas() {
    server.lie = -1000;

    assertThatThrownBy(this::download).isInstanceOf(InvalidInputException.class);
    assertThat(data).doesNotExist();
  }

  @Test
  void refusesAnArchiveThatIsCutShort() {
    server.content = Arrays.copyOf(sound, 150_000);

    assertThatThrownBy(this::download).hasMessageContaining("damaged or cut short");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void refusesAnArchiveWithAFlippedByte() {
    server.content[100_000] ^= 1;

    assertThatThrownBy(this::download).hasMessageContaining("damaged or cut short");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void refusesWhatIsNoArchive() {
    server.content = "<html>moved</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    assertThatThrownBy(this::download).hasMessageContaining("damaged");
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void followsRedirects() throws Exception {
    assertSound(download(server.at("moved.tar.gz"), Optional.empty()));
  }

  @Test
  void breaksOffAndGoesOnWhereNothingComes() throws Exception {
    server.breaks.add(50_000);
    server.pauseMillis = 60_000;

    assertSound(download());

    assertThat(server.asked).hasSize(2);
  }

  @Test
  void saysWhatAServerAnswersInsteadOfAFile() {
    server.status = 404;
    assertThatThrownBy(this::download).hasMessageContaining("no such file on the server");
    server.status = 503;
    assertThatThrownBy(this::download).hasMessageContaining("status 503", "--from URL");
    server.status = 416;
    assertThatThrownBy(this::download).hasMessageContaining("status 416", "--from URL");
  }

  @Test
  void saysThatNobodyAnswers() {
    var address = server.address();
    server.close();

    assertThatThrownBy(() -> download(address, Optional.empty()))
        .hasMessageContaining("after 3 tries", "--from URL");
  }

  @Test
  void comparesTheChecksumThatIsGivenOrWasKept() throws Exception {
    var right = Hashing.sha256().hashBytes(sound).toString();
    assertThatThrownBy(() -> download(server.address(), Optional.of("0".repeat(64))))
        .hasMessageContaining("has SHA-256 " + right);
    assertSound(download(server.address(), Optional.of(right.toUpperCase(java.util.Locale.ROOT))));

    Files.move(data, folder.resolve("elsewhere"));
    server.content = Archives.sound(3);
    assertThatThrownBy(this::download).hasMessageContaining("when it was downloaded before");
    assertThat(data).doesNotExist();
  }

  @Test
  void neverTouchesAFolderThatIsThere() throws IOException {
    Files.createDirectories(data);

    assertThatThrownBy(this::download).hasMessageContaining("is there already");
    assertThat(server.asked).isEmpty();
  }

  private void assertRefused(Archives.Content content, String words) throws IOException {
    server.content = Archives.of(content);

    assertThatThrownBy(this::download)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(words);
    assertThat(data).doesNotExist();
    assertThat(folder.resolveSibling("evil.txt")).doesNotExist();
    assertThat(leftovers()).noneMatch(name -> name.contains("unpacking"));
    try (var hidden = Files.list(folder)) {
      for (var file : hidden.toList()) {
        Files.delete(file);
      }
    }
  }

  @Test
  void refusesEntriesThatWouldLandElsewhere() throws IOException {
    var evil = new byte[] {1};
    assertRefused(tar -> Archives.file(tar, "../../evil.txt", evil), "outside of the folder");
    assertRefused(tar -> Archives.file(tar, "set/../../evil.txt", evil), "outside of the folder");
    assertRefused(tar -> Archives.file(tar, "/tmp/pix2pix-evil.txt", evil), "outside");
  }

  @Test
  void refusesLinksAndDevices() throws IOException {
    assertRefused(
        tar -> Archives.link(tar, "set/a", "/etc/passwd", TarConstants.LF_SYMLINK), "is a link");
    assertRefused(
        tar -> Archives.link(tar, "set/a", "../../evil.txt", TarConstants.LF_LINK), "is a link");
    assertRefused(tar -> Archives.link(tar, "set/a", "", TarConstants.LF_CHR), "is a link");
    assertRefused(tar -> Archives.link(tar, "set/a", "", TarConstants.LF_FIFO), "is a link");
  }

  @Test
  void refusesTwoEntriesOfOneNameAndNone() throws IOException {
    var one = new byte[] {1};
    assertRefused(
        tar -> {
          Archives.file(tar, "set/a", one);
          Archives.file(tar, "set/a", one);
        },
        "twice");
    assertRefused(tar -> {}, "has no files");
  }

  @Test
  void refusesWhatWouldFillTheDisk() throws IOException {
    assertThatThrownBy(() -> DiskSpace.require(folder, Long.MAX_VALUE / 2, "the data set"))
        .hasMessageContaining("are free; make room");
  }

  @Test
  void knowsTheSetsOfThePaper() {
    assertThat(PublishedData.of("Edges2Shoes").address())
        .hasToString("http://efrosgans.eecs.berkeley.edu/pix2pix/datasets/edges2shoes.tar.gz");
    assertThat(PublishedData.MAPS.at("https://example.org/sets/"))
        .hasToString("https://example.org/sets/maps.tar.gz");
    assertThatThrownBy(() -> PublishedData.of("shoes")).hasMessageContaining("there are facades");
    assertThatThrownBy(() -> PublishedData.MAPS.at("file:///etc/passwd"))
        .hasMessageContaining("is no address");
  }
}
