package io.pix2pix.spark.worker;

import java.io.Serializable;

/**
 * A picture that was not translated.
 *
 * @param input where it lies
 * @param reason in a line
 */
public record FailedPicture(String input, String reason) implements Serializable {}
