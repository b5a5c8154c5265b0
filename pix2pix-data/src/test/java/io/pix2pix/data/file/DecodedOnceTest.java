package io.pix2pix.data.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.ByteSource;
import io.pix2pix.api.data.PairFile;
import io.pix2pix.api.image.Image;
import io.pix2pix.api.image.ImageShape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodedOnceTest {
  @TempDir Path folder;

  @Test
  void decodesAFileOnceHoweverOftenItIsLookedAt() throws IOException {
    var bytes = picture();
    var opened = new AtomicInteger();
    var file = new PictureFile("a.png", counted(bytes, opened));
    var decoded = file.decode();
    int ofOneDecoding = opened.getAndSet(0);

    DecodedOnce.during(
        () -> {
          assertThat(file.decode().image()).isEqualTo(decoded.image());
          assertThat(file.decode().image()).isEqualTo(decoded.image());
          assertThat(PictureFacts.of(new PairFile("a.png", counted(bytes, opened))))
              .isEqualTo(PictureFacts.of(new PairFile("b.png", ByteSource.wrap(bytes))));
        });

    assertThat(opened).hasValue(ofOneDecoding);
    assertThat(file.decode().image()).isEqualTo(decoded.image());
    assertThat(opened).hasValue(2 * ofOneDecoding);
  }

  private byte[] picture() throws IOException {
    var file = folder.resolve("a.png");
    ImageFiles.write(file, Image.of(new ImageShape(1, 2, 1), new float[] {-1, 1}));
    return Files.readAllBytes(file);
  }

  private static ByteSource counted(byte[] bytes, AtomicInteger opened) {
    return new ByteSource() {
      @Override
      public InputStream openStream() {
        opened.incrementAndGet();
        return new ByteArrayInputStream(bytes);
      }
    };
  }
}
