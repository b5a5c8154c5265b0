package io.pix2pix.bench.evaluation;

/**
 * What a metric says of a split.
 *
 * @param metric its name, for example {@code psnr}
 * @param unit of the mean
 * @param mean over all images of the split
 */
public record Figure(String metric, String unit, double mean) {}
