package io.pix2pix.campaign;

import com.google.common.collect.ImmutableList;
import java.io.IOException;

/** One disturbance, and the commands that meet it. Equal cases do the same. */
interface FaultCase {

  /** What the table counts it under. */
  String kind();

  /** What is done, in words. */
  String words();

  /**
   * Does it.
   *
   * @throws IOException if the campaign itself cannot go on
   */
  ImmutableList<Judged> run(Laboratory laboratory) throws IOException;

  /**
   * A command of a case.
   *
   * @param command its name
   * @param verdict on it
   */
  record Judged(String command, Verdict verdict) {}
}
