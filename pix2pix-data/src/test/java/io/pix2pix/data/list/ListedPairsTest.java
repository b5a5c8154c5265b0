package io.pix2pix.data.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.data.DataSource;
import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.Pairs;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.data.Pictures;
import io.pix2pix.data.file.BadImage;
import io.pix2pix.data.file.ImageFiles;
import io.pix2pix.data.layout.Split;
import io.pix2pix.data.mask.MaskSource;
import io.pix2pix.data.pixels.PixelSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListedPairsTest {
  @TempDir Path data;

  @BeforeEach
  void drawPictures() {
    for (var name : List.of("x/1.png", "y/1.jpg", "x/2.png", "y/2.jpg", "x/3.png", "y/3.jpg")) {
      Pictures.write(data.resolve(name), 2, 2 + name.charAt(2) - '0');
    }
  }

  private Pairs open(Dataset dataset, String split) {
    return DataSource.folder(data).open(dataset).split(split);
  }

  private Pairs train(String file, String... lines) throws IOException {
    Files.writeString(data.resolve(file), String.join("\n", lines) + "\n");
    return open(new ListedPairs(file, 0), "train");
  }

  private static List<String> names(Pairs pairs) {
    return IntStream.range(0, pairs.size()).mapToObj(pairs::name).toList();
  }

  @Test
  void pairsAreThoseOfTheRowsInTheirOrder() throws IOException {
    var pairs =
        train(
            "pairs.csv",
            "target,condition,split",
            "y/2.jpg,x/2.png,train",
            "y/1.jpg,x/1.png,train",
            "y/3.jpg,x/3.png,test");

    assertThat(names(pairs)).containsExactly("2.jpg", "1.jpg");
    assertThat(pairs.read(0).condition()).isEqualTo(ImageFiles.read(data.resolve("x/2.png")));
    assertThat(pairs.read(0).target()).isEqualTo(ImageFiles.read(data.resolve("y/2.jpg")));
    assertThat(names(open(new ListedPairs("pairs.csv", 0), "test"))).containsExactly("3.jpg");
    assertThat(DataSource.folder(data).open(new ListedPairs("pairs.csv", 0)).has("val")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "condition,target\r\nx/1.png,y/1.jpg\r\nx/2.png,y/2.jpg\r\n",
        "\uFEFFcondition,target\r\nx/1.png,y/1.jpg\r\n\r\nx/2.png,y/2.jpg",
        "condition,target,note\n\"x/1.png\", y/1.jpg ,\"a, \"\"b\"\"\"\n./x/2.png,y//2.jpg\n"
      })
  void byteOrderMarksAndLineEndsOfOtherSystemsAreNoMatter(String text) throws IOException {
    Files.writeString(data.resolve("pairs.csv"), text);

    assertThat(names(open(new ListedPairs("pairs.csv", 0), "train")))
        .containsExactly("1.jpg", "2.jpg");
  }

  @Test
  void aListCanBeLinesOfJson() throws IOException {
    var pairs =
        train(
            "a.jsonl",
            "{\"condition\": \"x/1.png\", \"target\": \"y/1.jpg\", \"size\": 3}",
            "",
            "{\"condition\": \"x/2.png\", \"target\": \"y/2.jpg\", \"tags\": [1]}");

    assertThat(names(pairs)).containsExactly("1.jpg", "2.jpg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "x/1.png,y/9.jpg|pairs.csv: names 1 file that is missing: line 2: y/9.jpg; correct the"
            + " list, or put them there",
        "/x/1.png,y/1.jpg|pairs.csv:2: \"/x/1.png\" is no path below the folder of the list; write"
            + " such a path, for example photos/1.png",
        "C:/x/1.png,y/1.jpg|pairs.csv:2: \"C:/x/1.png\" is no path below",
        "https://x/1.png,y/1.jpg|pairs.csv:2: \"https://x/1.png\" is no path below",
        "x/../x/1.png,y/1.jpg|pairs.csv:2: \"x/../x/1.png\" leads out of a folder with ..; write",
        "x\\1.png,y/1.jpg|pairs.csv:2: \"x\\1.png\" has backslashes; write / between folders",
        "x/1.png|pairs.csv:2: has no value in column target; it has values in condition",
        "x/1.png,y/1.jpg,z|pairs.csv:2: has 3 values, but there are 2 columns",
        "\"x/1.png,y/1.jpg|pairs.csv:2: is no row of values; a quote may not end"
      })
  void aRowThatIsWrongIsNamed(String row, String message) {
    assertThatThrownBy(() -> train("pairs.csv", "condition,target", row))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(data + "/" + message);
  }

  @Test
  void aListWithOtherColumnsIsRefused() {
    assertThatThrownBy(() -> train("pairs.csv", "input,output", "x/1.png,y/1.jpg"))
        .hasMessage(
            data
                + "/pairs.csv:2: has no value in column condition; it has values in input, output");
    assertThatThrownBy(() -> train("pairs.csv", "a,a", "x/1.png,y/1.jpg"))
        .hasMessageEndingWith("pairs.csv:1: names a column twice: a, a");
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t"})
  void aListWithAnotherSeparatorSaysWhichIsMeant(String separator) {
    assertThatThrownBy(
            () -> train("pairs.csv", "condition" + separator + "target", "x/1.png;y/1.jpg"))
        .hasMessage(
            "%s/pairs.csv:1: has one column, \"condition%starget\"; separate values by commas, or by tabs in a file named .tsv"
                .formatted(data, separator.equals(";") ? ";" : " "));
  }

  @Test
  void listsWithoutRowsAndListsThatAreMissingAreRefused() {
    assertThatThrownBy(() -> train("pairs.csv", "condition,target"))
        .hasMessageEndingWith(
            "pairs.csv: has no rows; write one for each pair, below a header in CSV");
    assertThatThrownBy(() -> train("pairs.csv"))
        .hasMessageEndingWith(
            "pairs.csv: has no rows; write one for each pair, below a header in CSV");
    assertThatThrownBy(() -> open(new ListedPairs("other.csv", 0), "train"))
        .hasMessage(
            data + ": there is no list of split train: other.csv; put it there, or name another");
  }

  @Test
  void otherEncodingsAreRefused() throws IOException {
    Files.write(
        data.resolve("pairs.csv"),
        "condition,target\nx/ä.png,y/1.jpg".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> open(new ListedPairs("pairs.csv", 0), "train"))
        .hasMessageEndingWith("pairs.csv: is no text in UTF-8; store it so");
  }

  @Test
  void linesThatAreNoJsonAreNamed() {
    assertThatThrownBy(() -> train("a.jsonl", "[{\"condition\": 1}]"))
        .hasMessageContaining("a.jsonl:1: is no JSON object; write one in each line");
    assertThatThrownBy(
            () ->
                train(
                    "a.jsonl", "{\"condition\": \"x/1.png\", \"target\": \"y/1.jpg\"}", "{\"cond"))
        .hasMessageContaining("a.jsonl:2: is no JSON object");
  }

  @Test
  void aPairThatIsNamedTwiceIsRefused() {
    assertThatThrownBy(
            () -> train("pairs.csv", "condition,target", "x/1.png,y/1.jpg", "x/1.png,y/1.jpg"))
        .hasMessageEndingWith("pairs.csv:3: names the pair of line 2 again; remove one");
  }

  @Test
  void conditionsOfOneTargetHaveNamesOfTheirOwn() throws IOException {
    Pictures.write(data.resolve("x/1b.png"), 2, 3);

    assertThat(names(train("pairs.csv", "condition,target", "x/1.png,y/1.jpg", "x/1b.png,y/1.jpg")))
        .containsExactly("0-y-1.jpg", "1-y-1.jpg");
  }

  /** Positions by Python, seed 1: p6 0.508, drive1 0.044. */
  @Test
  void groupsOfAColumnAreKeptTogether() throws IOException {
    var lines =
        new String[] {
          "condition,target,group",
          "x/1.png,y/1.jpg,drive1",
          "x/2.png,y/2.jpg,p6",
          "x/3.png,y/3.jpg,drive1"
        };

    assertThat(names(train("pairs.csv", lines))).containsExactly("2.jpg");
    assertThat(names(open(new ListedPairs("pairs.csv", 0), "test")))
        .containsExactly("1.jpg", "3.jpg");
  }

  /** Positions by Python, seed 1: 8 0.851, d 0.021. */
  @Test
  void groupsInNamesAreKeptTogetherAsInOtherLayouts() throws IOException {
    for (var name : List.of("8-1.png", "8-2.png", "d-3.png")) {
      Pictures.write(data.resolve(name), 2, 2 + name.charAt(2) - '0');
    }
    Files.writeString(
        data.resolve("pairs.csv"),
        "condition,target\nx/1.png,8-1.png\nx/2.png,8-2.png\nx/3.png,d-3.png\n");

    assertThat(names(open(grouped("(.)-."), "train"))).containsExactly("8-1.png", "8-2.png");
    assertThat(names(open(grouped("(.)-."), "test"))).containsExactly("d-3.png");
    assertThatThrownBy(() -> open(grouped("drive"), "train"))
        .hasMessageContaining("data.split.group \"drive\" fits no pair, such as 8-1");
  }

  private static ListedPairs grouped(String group) {
    return new ListedPairs(
        "pairs.csv",
        "condition",
        "target",
        0,
        ImmutableList.of(),
        BadImage.FAIL,
        PixelSettings.USUAL,
        new Split(0.1, 0.1, 1, group),
        MaskSource.NONE);
  }

  @Test
  void aSplitInSomeRowsOnlyIsRefused() {
    assertThatThrownBy(
            () ->
                train(
                    "pairs.csv",
                    "condition,target,split",
                    "x/1.png,y/1.jpg,train",
                    "x/2.png,y/2.jpg,"))
        .hasMessageEndingWith(
            "pairs.csv:3: has not a split, unlike the first row; give one in all rows, or in none");
  }

  @Test
  void imageFoldersOfHuggingFaceHaveTheirListInEachSplit() throws IOException {
    for (var split : List.of("train", "validation")) {
      Pictures.write(data.resolve(split + "/0001.jpg"), 2, 2);
      Pictures.write(data.resolve(split + "/edges/0001.png"), 2, 2);
      Files.writeString(
          data.resolve(split + "/metadata.jsonl"),
          "{\"file_name\": \"0001.jpg\", \"edges_file_name\": \"edges/0001.png\", \"text\":"
              + " \"a\"}\n");
    }
    var pairs = open(new ImageFolder(0), "train");

    assertThat(names(pairs)).containsExactly("0001.jpg");
    assertThat(pairs.read(0).condition())
        .isEqualTo(ImageFiles.read(data.resolve("train/edges/0001.png")));
    assertThat(names(open(new ImageFolder(0), "val"))).containsExactly("0001.jpg");
    assertThat(DataSource.folder(data).open(new ImageFolder(0)).has("test")).isFalse();
  }

  @Test
  void anImageFolderWithoutAColumnOfPartnersIsRefused() throws IOException {
    Files.writeString(data.resolve("metadata.csv"), "file_name,text\nx/1.png,a\n");

    assertThatThrownBy(() -> open(new ImageFolder(0), "train"))
        .hasMessageEndingWith(
            "metadata.csv:2: has no column ...file_name that names conditions beside file_name;"
                + " name it with data.condition, one of: file_name, text");
    var named =
        new ImageFolder(
            "text",
            "file_name",
            0,
            ImmutableList.of(),
            BadImage.FAIL,
            PixelSettings.USUAL,
            Split.USUAL,
            "none");
    assertThatThrownBy(() -> open(named, "train"))
        .hasMessageEndingWith("line 2: a; correct the list, or put them there");
  }

  @Test
  void aListOutsideOfTheDataFolderIsRefused() {
    assertThatThrownBy(() -> new ListedPairs("../pairs.csv", 0))
        .hasMessageStartingWith("file must be a list below the data folder");
    assertThatThrownBy(() -> new ListedPairs("pairs.txt", 0))
        .hasMessageStartingWith("file must be a list below the data folder");
  }
}
