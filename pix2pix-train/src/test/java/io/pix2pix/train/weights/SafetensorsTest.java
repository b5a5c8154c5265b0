package io.pix2pix.train.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("weights.safetensors");
  }

  @Test
  void givesBackWhatWasWritten() throws IOException {
    write();
    try (var reader = SafetensorsReader.open(file)) {
      reader.verify();
      assertThat(reader.names()).containsExactly("a", "b");
      assertThat(reader.metadata()).containsEntry("step", "7");
      assertThat(reader.shape("a")).containsExactly(2L, 1L);
      assertThat(reader.floats("a")).containsExactly(1.5f, -2);
      assertThat(reader.shape("b")).isEmpty();
      assertThat(reader.longs("b")).containsExactly(1L << 40);
    }
  }

  /** The example of the format's description: eight bytes of length, JSON, then the data. */
  @Test
  void readsAFileThatWasPutTogetherByHand() throws IOException {
    var json = "{\"x\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}";
    var bytes =
        ByteBuffer.allocate(8 + json.length() + 4)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length())
            .put(json.getBytes(StandardCharsets.UTF_8))
            .putFloat(3.25f);
    Files.write(file, bytes.array());

    try (var reader = SafetensorsReader.open(file)) {
      assertThat(reader.floats("x")).containsExactly(3.25f);
    }
  }

  @Test
  void refusesAFileThatIsCutShort() throws IOException {
    write();
    var bytes = Files.readAllBytes(file);
    for (int length : List.of(0, 7, 20, bytes.length - 1)) {
      Files.write(file, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> SafetensorsReader.open(file))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith(file + ": is no complete safetensors file");
    }
  }

  @Test
  void noticesABitThatFlipped() throws IOException {
    write();
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);

    try (var reader = SafetensorsReader.open(file)) {
      assertThatThrownBy(reader::verify).hasMessageContaining("is damaged: its checksum differs");
    }
  }

  @Test
  void leavesTheFileBeforeItWhereAWriteFails() throws IOException {
    write();
    var before = Files.readAllBytes(file);
    SafetensorsWriter.Content failing =
        () -> {
          throw new IOException("No space left on device");
        };
    var sources = List.of(new SafetensorsWriter.Source("a", "F32", ImmutableList.of(1L), failing));

    assertThatThrownBy(() -> SafetensorsWriter.write(file, ImmutableMap.of(), sources))
        .isInstanceOf(IOException.class);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void twoWhoWriteOneFileAtOnceDoNotMixIt() throws IOException {
    SafetensorsWriter.Content meeting =
        () -> {
          write();
          return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, 7);
        };
    var sources = List.of(new SafetensorsWriter.Source("c", "F32", ImmutableList.of(1L), meeting));

    SafetensorsWriter.write(file, ImmutableMap.of(), sources);

    try (var reader = SafetensorsReader.open(file)) {
      reader.verify();
      assertThat(reader.floats("c")).containsExactly(7);
    }
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Test
  void namesATensorThatIsNotThere() throws IOException {
    write();
    try (var reader = SafetensorsReader.open(file)) {
      assertThatThrownBy(() -> reader.floats("c")).hasMessage(file + ": has no tensor \"c\"");
      assertThatThrownBy(() -> reader.longs("a"))
          .hasMessage(file + ": a is of type F32; it should be I64");
    }
  }

  private void write() throws IOException {
    var floats = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    floats.putFloat(1.5f).putFloat(-2).flip();
    var longs = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(1L << 40).flip();
    SafetensorsWriter.write(
        file,
        ImmutableMap.of("step", "7"),
        List.of(
            new SafetensorsWriter.Source("a", "F32", ImmutableList.of(2L, 1L), () -> floats),
            new SafetensorsWriter.Source("b", "I64", ImmutableList.of(), () -> longs)));
  }
}
