package io.pix2pix.train.exchange;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.train.run.Provenance;
import io.pix2pix.train.weights.SafetensorsWriter;
import io.pix2pix.train.weights.WeightFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.Stream;

/**
 * The weights of a network in a file of the public PyTorch port.
 *
 * @param file that has all of them, in shapes that fit
 * @param tensors what they are here and there
 */
record ImportedWeights(WeightFile file, ImmutableList<StateDictTensor> tensors) {

  /** The weights as a checkpoint holds them; each is read when its turn has come. */
  Stream<SafetensorsWriter.Source> sources() {
    return tensors.stream()
        .map(
            tensor ->
                new SafetensorsWriter.Source(
                    tensor.variable(), "F32", tensor.shape(), () -> bytes(tensor)));
  }

  /** Where they come from. */
  Provenance.Weights origin() {
    var path = file.path().toAbsolutePath().normalize();
    try {
      var checksum = MoreFiles.asByteSource(path).hash(Hashing.sha256()).toString();
      return new Provenance.Weights(path.toString(), checksum);
    } catch (IOException e) {
      throw new InvalidInputException(path + ": cannot be read (" + e + "); give access", e);
    }
  }

  private ByteBuffer bytes(StateDictTensor tensor) {
    var values = tensor.read(file);
    var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new InvalidInputException(
            file.path()
                + ": "
                + tensor.name()
                + " has values that are infinite or not a number; give weights of before that"
                + " happened");
      }
      bytes.putFloat(value);
    }
    return bytes.flip();
  }
}
