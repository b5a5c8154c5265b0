package io.pix2pix.spark.storage;

import java.io.Serializable;

/**
 * A picture that is to be translated.
 *
 * @param input where it lies, as Hadoop writes it
 * @param output the name of its result in the folder of results
 * @param state of the input, which is another one when that changes
 */
public record Picture(String input, String output, String state) implements Serializable {

  /** The end of the input's name, with the dot; empty if it has none. */
  public String extension() {
    var name = input.substring(input.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot);
  }
}
