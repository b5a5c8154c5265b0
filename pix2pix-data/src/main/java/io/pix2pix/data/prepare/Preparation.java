package io.pix2pix.data.prepare;

import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;

/** Makes a folder of pictures out of others. */
public interface Preparation {
  /** All that decides what results are, on one line: a folder holds results of one kind only. */
  String settings();

  /**
   * What there is to do.
   *
   * @throws InvalidInputException if an input cannot be used; nothing is done then
   */
  ImmutableList<FileTask> tasks();

  /** What a user should know before it is done. */
  default ImmutableList<String> notes() {
    return ImmutableList.of();
  }
}
