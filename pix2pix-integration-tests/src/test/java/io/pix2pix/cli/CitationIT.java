package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code CITATION.cff}, by the rules of the Citation File Format 1.2.0. */
class CitationIT {

  @Test
  void hasWhatTheFormatRequiresAndThePaper() throws Exception {
    var text = Files.readString(Guides.root().resolve("CITATION.cff"));
    var citation = new YAMLMapper().readTree(text);

    assertThat(citation.path("cff-version").asString()).isEqualTo("1.2.0");
    assertThat(citation.propertyNames()).contains("message", "title", "authors");
    assertThat(citation.path("type").asString()).isEqualTo("software");
    assertThat(citation.path("license").asString()).isEqualTo("Apache-2.0");
    assertThat(citation.path("version").asString())
        .isEqualTo(
            Files.readString(Guides.root().resolve("pom.xml"))
                .replaceAll("(?s).*?<version>(.*?)</version>.*", "$1"));
    var paper = citation.path("references").get(0);
    assertThat(paper.propertyNames()).contains("type", "title", "authors", "year");
    assertThat(paper.path("authors").size()).isEqualTo(4);
  }
}
