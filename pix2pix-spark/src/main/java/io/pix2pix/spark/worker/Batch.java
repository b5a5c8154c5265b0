package io.pix2pix.spark.worker;

import io.pix2pix.spark.storage.Picture;
import java.io.Serializable;
import java.util.List;

/**
 * Pictures that a task translates.
 *
 * @param number among all
 * @param pictures a few, so that their files fit on the worker
 */
public record Batch(int number, List<Picture> pictures) implements Serializable {

  /** Copies the list. */
  public Batch {
    pictures = List.copyOf(pictures);
  }
}
