package io.pix2pix.onnx.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import com.google.common.io.Resources;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeFilesTest {

  /** SHA-256 of the files of onnxruntime-web 1.29.0, taken from the package. */
  @ParameterizedTest
  @CsvSource({
    "ort.wasm.bundle.min.mjs, 7a3913dc5c7a9c3ad1144f5fbfecd402bc5013bcc886bc67664b18d8a15ab298",
    "ort-wasm-simd-threaded.wasm, ec8580a9d7b9476ceee52e10a7f94124e4dc71a019d666ed6d4726697c109a4d"
  })
  void theRuntimeIsThatOfThePublishedPackage(String file, String sha256) throws IOException {
    var resource = Resources.getResource(PageFiles.class, file + ".gz");

    try (var plain = new GZIPInputStream(resource.openStream())) {
      assertThat(Hashing.sha256().hashBytes(plain.readAllBytes())).hasToString(sha256);
    }
  }
}
