package io.pix2pix.train.experiment;

/**
 * A key in which two experiments differ.
 *
 * @param key dotted, for example {@code training.epochs} or {@code losses.1.weight}
 * @param first its value in the first experiment, on one line of YAML
 * @param second its value in the second experiment, on one line of YAML
 */
public record ExperimentDifference(String key, String first, String second) {}
