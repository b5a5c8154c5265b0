package io.pix2pix.bench.study;

import java.util.Map;

/**
 * What the paper reports where a study measures: numbers to be shown beside those of the study, and
 * never to be mixed with them.
 *
 * @param data the data set that they were found on
 * @param table where they stand, for example {@code Table 1}
 * @param cells values by the title of a cell and the name of the value
 * @param others values of what is no cell, for example {@code ground truth}
 */
public record PaperValues(
    String data,
    String table,
    Map<String, Map<String, Double>> cells,
    Map<String, Map<String, Double>> others) {
  /** The share of pictures that people took for real, in percent: of a perceptual study. */
  public static final String PERCEIVED = "perceived-real";
}
