package io.pix2pix.cli.golden;

import io.pix2pix.api.data.Dataset;
import io.pix2pix.api.data.FileTree;
import io.pix2pix.api.data.Pairs;
import java.util.Optional;

/** A data set without pairs, for tests that bring their own batches. */
record NoData() implements Dataset {
  @Override
  public Pairs open(Optional<FileTree> files, String split) {
    throw new UnsupportedOperationException("there are no pairs");
  }

  @Override
  public boolean has(Optional<FileTree> files, String split) {
    return false;
  }
}
