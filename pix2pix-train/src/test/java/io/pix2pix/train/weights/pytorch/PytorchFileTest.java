package io.pix2pix.train.weights.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files {@code tensors.pth} and {@code tensors.older.pth} were written by tensors.py. */
class PytorchFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"tensors.pth", "tensors.older.pth"})
  void readsFloatsOfAnyWidth(String name) {
    try (var file = PytorchFile.open(resource(name))) {
      assertThat(file.shape("float")).containsExactly(2L, 3L);
      assertThat(file.floats("float")).containsExactly(0, 1, 2, 3, 4, 5);
      assertThat(file.floats("half")).containsExactly(1.5f, -2);
      assertThat(file.floats("bfloat")).containsExactly(1.5f, -2);
      assertThat(file.floats("double")).containsExactly(1.5f, -2);
      assertThat(file.shape("scalar")).isEmpty();
      assertThat(file.floats("scalar")).containsExactly(8);
      assertThat(file.floats("parameter")).containsExactly(7);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tensors.pth", "tensors.older.pth"})
  void readsViewsOfStorages(String name) {
    try (var file = PytorchFile.open(resource(name))) {
      assertThat(file.shape("transposed")).containsExactly(3L, 2L);
      assertThat(file.floats("transposed")).containsExactly(0, 3, 1, 4, 2, 5);
      assertThat(file.floats("every second")).containsExactly(4, 6, 8);
      assertThat(file.floats("the same row")).containsExactly(1, 2);
    }
  }

  @Test
  void saysThatWholeNumbersAreNoWeights() {
    try (var file = PytorchFile.open(resource("tensors.pth"))) {
      assertThatThrownBy(() -> file.floats("whole"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("whole is of type I64; it should be of floats");
    }
  }

  @Test
  void readsWhatIsMadeByHand() throws IOException {
    var pickle = new HandMadePickle().instructions("}").text("a");
    pickle.tensor("0", 4, 1, new int[] {3}, 1).instructions("s");

    try (var file = PytorchFile.open(zip(pickle.end()))) {
      assertThat(file.names()).containsExactly("a");
      assertThat(file.floats("a")).containsExactly(2, 3, 4);
    }
  }

  @Test
  void refusesEverythingThatIsNoPartOfATensorByItsName() throws IOException {
    var shell = new HandMadePickle().name("posix", "system").text("touch made").raw(0x85, 'R');
    refuses(shell, "asks for posix.system, which is no part of a tensor; it is refused");

    var old = new HandMadePickle().instructions("(").text("1").instructions("ibuiltins\neval\n");
    refuses(old, "asks for builtins.eval, which is no part of a tensor; it is refused");

    var stacked = new HandMadePickle().text("torch").text("load").raw(0x93);
    refuses(stacked, "asks for torch.load, which is no part of a tensor; it is refused");

    var escape = new HandMadePickle().name("a\u001b[2J", "b");
    refuses(escape, "asks for a?[2J.b, which is no part of a tensor; it is refused");
  }

  @Test
  void refusesInstructionsThatNoTensorNeeds() throws IOException {
    refuses(new HandMadePickle().raw(0x81), "the instruction 0x81, which no tensor needs");
  }

  @Test
  void refusesCallsOfTensorsWithAnythingElse() throws IOException {
    var pickle = new HandMadePickle().name("torch._utils", "_rebuild_tensor_v2").instructions(")R");
    refuses(pickle, "its pickle is damaged");
  }

  @Test
  void believesNoLengthThatThePickleClaims() throws IOException {
    refuses(new HandMadePickle().raw('X', 0xff, 0xff, 0xff, 0x7f), "damaged or cut short");
    var long8 = new HandMadePickle().raw(0x8d, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f);
    refuses(long8, "damaged or cut short");
  }

  @Test
  void neverLooksIntoValuesThatHoldThemselvesOrManyCopies() throws IOException {
    // A pair of pairs of pairs, 60 deep: comparing or printing it would take 2^60 steps.
    var pairs = new HandMadePickle().instructions("})");
    for (int i = 0; i < 60; i++) {
      pairs.raw('q', 0, 'h', 0, 0x86);
    }
    refuses(pairs.text("value").instructions("s"), "its pickle is damaged");

    var itself = new HandMadePickle().raw('}', 'q', 0).text("me").raw('h', 0, 's');
    refuses(itself, "holds more than the weights of one network: me; save those alone");
  }

  @Test
  void refusesPicklesThatNeverEnd() throws IOException {
    var pickle = new HandMadePickle();
    for (int i = 0; i <= 1 << 20; i++) {
      pickle.instructions("}");
    }
    refuses(pickle, "takes more than 1048576 instructions; it is refused");
  }

  @Test
  void refusesTensorsBeyondTheirStorage() throws IOException {
    refuses(state(4, 2, new int[] {3}, 1), "a reaches beyond its storage");
    refuses(state(4, 0, new int[] {2, 2}, 4, 1), "a reaches beyond its storage");
    refuses(state(4, -1, new int[] {1}, 1), "a reaches beyond its storage");
    refuses(state(4, 3, new int[] {2}, -1), "a reaches beyond its storage");
    refuses(state(4, 0, new int[] {1 << 30, 1 << 30, 1 << 30}, 0, 0, 0), "beyond its storage");
    refuses(state(5, 0, new int[] {5}, 1), "a needs 5 elements, but its storage has 4");
  }

  @Test
  void refusesATrainingCheckpointByItsKeys() throws IOException {
    var pickle = new HandMadePickle().instructions("}(").text("epoch").integer(3);
    pickle.text("state_dict").instructions("}").text("optimizer").instructions("}u");
    refuses(pickle, "holds more than the weights of one network: epoch, state_dict, optimizer;");
  }

  @Test
  void refusesWhatIsCompressed() throws IOException {
    var file = folder.resolve("deflated.pth");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a/data.pkl"));
      zip.write(new HandMadePickle().instructions("}").end());
    }

    refuses(file, "data.pkl is compressed; use the file as PyTorch wrote it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tensors.pth", "tensors.older.pth"})
  void saysInOneLineThatAFileIsCut(String name) throws IOException {
    var bytes = Files.readAllBytes(resource(name));
    for (int length = 0; length < bytes.length; length += 7) {
      var cut = Files.write(folder.resolve("cut.pth"), Arrays.copyOf(bytes, length));
      refuses(cut, "");
    }
  }

  /** What is damaged may still be read, but nothing else than one line may come of it. */
  @ParameterizedTest
  @ValueSource(strings = {"tensors.pth", "tensors.older.pth"})
  void survivesDamageOfEveryKind(String name) throws IOException {
    var whole = Files.readAllBytes(resource(name));
    var random = new Random(1);
    for (int i = 0; i < 500; i++) {
      var bytes = whole.clone();
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      readAll(Files.write(folder.resolve("damaged.pth"), bytes));
    }
  }

  private static void readAll(Path file) {
    try (var opened = PytorchFile.open(file)) {
      opened.names().forEach(opened::floats);
    } catch (InvalidInputException e) {
      assertThat(e).message().startsWith(file + ": ").hasLineCount(1);
    }
  }

  /** A dictionary of one tensor, whose storage is said to have so many elements. */
  private static HandMadePickle state(int elements, int offset, int[] shape, int... strides) {
    var pickle = new HandMadePickle().instructions("}").text("a");
    return pickle.tensor("0", elements, offset, shape, strides).instructions("s");
  }

  private void refuses(HandMadePickle pickle, String words) throws IOException {
    refuses(zip(pickle.end()), words);
  }

  private static void refuses(Path file, String words) {
    assertThatThrownBy(() -> PytorchFile.open(file).close())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(words)
        .message()
        .hasLineCount(1);
  }

  /** With a storage of four floats. */
  private Path zip(byte[] pickle) throws IOException {
    var storages = ImmutableMap.of("0", HandMadePickle.floats(1, 2, 3, 4));
    return HandMadePickle.zip(folder.resolve("made.pth"), pickle, storages);
  }

  private static Path resource(String name) {
    try {
      var resource = PytorchFileTest.class.getResource(name);
      return Path.of(Objects.requireNonNull(resource, name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
