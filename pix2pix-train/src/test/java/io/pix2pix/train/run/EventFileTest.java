package io.pix2pix.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog.SessionStatus;

class EventFileTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000, 250_000_000));

  @TempDir Path folder;

  @Test
  void masksThePublishedCheckValueOfTheChecksum() {
    // CRC-32C of "123456789" is E3069283. Rotated right by 15 bits it is 2507C60D; plus A282EAD8
    // that is C78AB0E5.
    assertThat(RecordWriter.maskedChecksum("123456789".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(0xc78ab0e5);
  }

  @Test
  void beginsWithTheVersionAndTheStepThatComesNext() throws IOException {
    EventFile.open(folder, 500, NOON).close();

    var events = read();
    assertThat(events).hasSize(2);
    assertThat(events.get(0).getFileVersion()).isEqualTo("brain.Event:2");
    assertThat(events.get(0).getWallTime()).isEqualTo(1_700_000_000.25);
    assertThat(events.get(1).getSessionLog().getStatus()).isEqualTo(SessionStatus.START);
    assertThat(events.get(1).getStep()).isEqualTo(501);
  }

  @Test
  void keepsScalarsByTagAndStep() throws IOException {
    try (var file = EventFile.open(folder.resolve("events"), 0, NOON)) {
      file.scalars(7, ImmutableList.of("generator/l1", "discriminator/real"), 0.5f, 2);
      file.flush();

      var event = read(folder.resolve("events")).get(2);
      assertThat(event.getStep()).isEqualTo(7);
      assertThat(event.getSummary().getValueList())
          .extracting(value -> value.getTag() + "=" + value.getSimpleValue())
          .containsExactly("generator/l1=0.5", "discriminator/real=2.0");
    }
  }

  @Test
  void keepsImagesAsPng() throws IOException {
    var picture = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(2, 1, 0x102030);
    try (var file = EventFile.open(folder, 0, NOON)) {
      file.image(7, "samples", picture);
    }

    var value = read().get(2).getSummary().getValue(0);
    assertThat(value.getTag()).isEqualTo("samples");
    assertThat(value.getImage().getWidth()).isEqualTo(3);
    assertThat(value.getImage().getHeight()).isEqualTo(2);
    assertThat(value.getImage().getColorspace()).isEqualTo(3);
    var shown = ImageIO.read(value.getImage().getEncodedImageString().newInput());
    assertThat(shown.getRGB(2, 1)).isEqualTo(0xff102030);
  }

  private List<Event> read() throws IOException {
    return read(folder);
  }

  private static List<Event> read(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      var file = files.findFirst().orElseThrow();
      assertThat(file.getFileName().toString())
          .matches("events\\.out\\.tfevents\\.1700000000\\..+");
      return parse(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));
    }
  }

  private static List<Event> parse(ByteBuffer bytes) throws IOException {
    var events = new ArrayList<Event>();
    while (bytes.hasRemaining()) {
      var length = checked(bytes, Long.BYTES);
      var record = checked(bytes, Math.toIntExact(length.getLong()));
      events.add(Event.parseFrom(record));
    }
    return events;
  }

  private static ByteBuffer checked(ByteBuffer bytes, int length) {
    var part = new byte[length];
    bytes.get(part);
    assertThat(bytes.getInt()).isEqualTo(maskedChecksum(part));
    return ByteBuffer.wrap(part).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Bit by bit from the polynomial, so that nothing is shared with what is tested. */
  private static int maskedChecksum(byte[] bytes) {
    int crc = -1;
    for (byte next : bytes) {
      crc ^= next & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc >>> 1) ^ ((crc & 1) * 0x82f63b78);
      }
    }
    return ((~crc >>> 15) | (~crc << 17)) + 0xa282ead8;
  }
}
