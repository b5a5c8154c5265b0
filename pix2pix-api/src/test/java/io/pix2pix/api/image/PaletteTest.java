package io.pix2pix.api.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaletteTest {
  @Test
  void itsTextIsWhatIsRead(@TempDir Path folder) throws IOException {
    var palette =
        new Palette(
            ImmutableList.of(
                new Palette.Entry("sky", 0x8080ff), new Palette.Entry("wall", 0x0000ff)));

    var file = Files.writeString(folder.resolve("palette.csv"), palette.text());

    assertThat(file)
        .content()
        .isEqualTo("index,class,red,green,blue\n0,sky,128,128,255\n1,wall,0,0,255\n");
    assertThat(Palette.read(file)).isEqualTo(palette);
  }

  @Test
  void aNameMayHaveACommaAndBlanksAroundCellsDoNotCount(@TempDir Path folder) throws IOException {
    var palette = new Palette(ImmutableList.of(new Palette.Entry("wall, fence", 0x010203)));

    var file =
        Files.writeString(
            folder.resolve("palette.csv"),
            "index,class,red,green,blue\n\n 0 , \"wall, fence\" ,1, 2,3\r\n");

    assertThat(Palette.read(file)).isEqualTo(palette);
    assertThat(palette.text()).endsWith("\n0,\"wall, fence\",1,2,3\n");
  }
}
