package io.pix2pix.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.network.Phase;
import io.pix2pix.api.network.TransposedConvolution;
import io.pix2pix.testing.TestGraph;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.ndarray.Shape;

/** Whatever happens to the newest checkpoint: it gives what was written, or the one before does. */
class DamagedCheckpointTest {
  private static final float[] OLDER = {0.25f, -1};
  private static final float[] NEWER = {3, 0.5f};
  private static final String BIAS = "generator/bias";

  @TempDir private Path folder;
  private final TestGraph graph = new TestGraph();

  @BeforeEach
  void writeTwoCheckpoints() {
    var x = graph.constant(Shape.of(1, 2, 2, 1), 0, 0, 0, 0);
    graph
        .layers("generator", Phase.TRAINING)
        .transposedConvolution(x, TransposedConvolution.doubling(2, 4, true));
    graph.variables().counter("optimizer/updates/generator");
    graph.initialize();
    graph.set(BIAS, OLDER);
    checkpoints().write(100, graph.variables(), graph.session());
    graph.set(BIAS, NEWER);
    checkpoints().write(300, graph.variables(), graph.session());
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @Test
  void everyBitOfTheHeaderMatters() throws IOException {
    var whole = Files.readAllBytes(newer());
    for (int position = 0; position < headerEnd(whole); position++) {
      for (int bit = 0; bit < 8; bit++) {
        assertRefused(flipped(whole, position, bit));
      }
    }
  }

  @Test
  void everyByteOfTheTensorsMatters() throws IOException {
    var whole = Files.readAllBytes(newer());
    for (int position = headerEnd(whole); position < whole.length; position++) {
      assertRefused(flipped(whole, position, position % 8));
    }
  }

  @Test
  void noOtherLengthIsWhole() throws IOException {
    var whole = Files.readAllBytes(newer());
    for (int length = 0; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length));
    }
    assertRefused(Arrays.copyOf(whole, whole.length + 1));
  }

  @Test
  void whatIsRefusedIsPassedOverForTheOneBefore() throws IOException {
    var whole = Files.readAllBytes(newer());
    for (int position = 0; position < whole.length; position += 61) {
      Files.write(newer(), flipped(whole, position, position % 8));
      graph.set(BIAS, 7, 7);

      var used = checkpoints().newest(one -> one.restore(graph.variables(), graph.session()));

      assertThat(used).as("byte %s", position).map(Checkpoint::step).contains(100L);
      assertThat(graph.get(BIAS)).as("byte %s", position).isEqualTo(OLDER);
    }
  }

  @Test
  void anotherStepInTheHeaderIsNotTrained() throws IOException {
    replaceInNewer("\"step\":\"300\"", "\"step\":\"200\"");

    assertThat(checkpoints().newest()).map(Checkpoint::step).contains(100L);
  }

  @Test
  void swappedNamesOfTensorsAreNoticed() throws IOException {
    replaceInNewer("generator/bias", "generator/biaz");

    assertThat(checkpoints().newest()).map(Checkpoint::step).contains(100L);
  }

  @Test
  void aCopyRenamedToALaterStepIsNotTheNewest() throws IOException {
    Files.copy(older(), folder.resolve("step-00000900.safetensors"));

    assertThat(checkpoints().newest()).map(Checkpoint::step).contains(300L);
  }

  @Test
  void theCheckpointOfAStepIsNotTheBest() throws IOException {
    Files.copy(older(), folder.resolve("best.safetensors"));

    assertThatThrownBy(() -> checkpoints().best())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("was written as step-00000100.safetensors");
  }

  @Test
  void theOneOfAnotherRunIsPassedOver() throws IOException {
    var other = new Checkpoints(folder, 9, Optional.of("other"));
    var own = new Checkpoints(folder, 9, Optional.of("own"));
    own.write(301, graph.variables(), graph.session());
    other.write(302, graph.variables(), graph.session());

    assertThat(own.newest()).map(Checkpoint::step).contains(301L);
    assertThat(other.newest()).map(Checkpoint::step).contains(302L);
  }

  @Test
  void stepsAreOrderedAsNumbers() {
    checkpoints().write(99_999_999, graph.variables(), graph.session());
    checkpoints().write(100_000_000, graph.variables(), graph.session());

    assertThat(checkpoints().newest()).map(Checkpoint::step).contains(100_000_000L);
  }

  @Test
  void oneFromBeforeHeadersHadAChecksumIsRead() throws IOException {
    asWrittenFormerly();

    var newest = checkpoints().newest().orElseThrow();

    assertThat(newest.step()).isEqualTo(300);
    graph.set(BIAS, 7, 7);
    newest.restore(graph.variables(), graph.session());
    assertThat(graph.get(BIAS)).isEqualTo(NEWER);
  }

  @Test
  void oneFromBeforeThatWasRenamedIsPassedOver() throws IOException {
    asWrittenFormerly();
    Files.move(newer(), folder.resolve("step-00000400.safetensors"));

    assertThat(checkpoints().newest()).map(Checkpoint::step).contains(100L);
  }

  @Test
  void whatCannotBeRestoredIsPassedOverToo() {
    checkpoints().write(400, ImmutableList.of());

    var used =
        checkpoints().newest(one -> one.restore(graph.variables(), graph.session())).orElseThrow();

    assertThat(used.step()).isEqualTo(300);
    assertThat(graph.get(BIAS)).isEqualTo(NEWER);
  }

  @Test
  void strayFilesAndFoldersStopNobody() throws IOException {
    Files.createDirectories(folder.resolve("step-00000500.safetensors/inside"));
    Files.createDirectories(folder.resolve("step-00000310.safetensors/inside"));
    Files.writeString(folder.resolve("step-final.safetensors"), "stray");
    Files.writeString(folder.resolve("notes.txt"), "stray");

    assertThat(checkpoints().newest()).map(Checkpoint::step).contains(300L);
    checkpoints().write(310, graph.variables(), graph.session());

    assertThat(checkpoints().newest()).map(Checkpoint::step).contains(310L);
    assertThat(folder.resolve("step-00000500.safetensors/inside")).isDirectory();
    assertThat(folder.resolve("step-00000310.safetensors.damaged-1/inside")).isDirectory();
    assertThat(folder.resolve("step-final.safetensors")).exists();
  }

  @Test
  void anOpenOneIsReadToItsEndThoughItWasRotatedAway() throws IOException {
    var opened = checkpoints().newest().orElseThrow();
    Files.delete(newer());
    Files.delete(older());

    graph.set(BIAS, 7, 7);
    opened.restore(graph.variables(), graph.session());

    assertThat(graph.get(BIAS)).isEqualTo(NEWER);
  }

  private void assertRefused(byte[] damaged) throws IOException {
    Files.write(newer(), damaged);
    assertThatThrownBy(() -> Checkpoint.open(newer(), Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(newer() + ": ");
  }

  private static byte[] flipped(byte[] whole, int position, int bit) {
    var damaged = whole.clone();
    damaged[position] ^= (byte) (1 << bit);
    return damaged;
  }

  private void replaceInNewer(String before, String after) throws IOException {
    var text = Files.readString(newer(), StandardCharsets.ISO_8859_1);
    assertThat(text).contains(before);
    Files.writeString(newer(), text.replace(before, after), StandardCharsets.ISO_8859_1);
  }

  /** Takes away what a checkpoint did not say formerly. */
  private void asWrittenFormerly() throws IOException {
    var bytes = Files.readAllBytes(newer());
    int end = headerEnd(bytes);
    var header =
        new String(bytes, 8, end - 8, StandardCharsets.UTF_8)
            .replaceFirst("\"header-crc32c\":\"[0-9a-f]{8}\",", "")
            .replaceFirst(",\"file\":\"[^\"]*\"", "")
            .getBytes(StandardCharsets.UTF_8);
    var former =
        ByteBuffer.allocate(8 + header.length + bytes.length - end)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .put(header)
            .put(bytes, end, bytes.length - end);
    Files.write(newer(), former.array());
  }

  private static int headerEnd(byte[] bytes) {
    long json = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    return Math.toIntExact(8 + json);
  }

  private Path older() {
    return folder.resolve("step-00000100.safetensors");
  }

  private Path newer() {
    return folder.resolve("step-00000300.safetensors");
  }

  private Checkpoints checkpoints() {
    return new Checkpoints(folder, 9);
  }
}
