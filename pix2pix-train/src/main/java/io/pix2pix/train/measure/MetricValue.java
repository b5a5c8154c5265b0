package io.pix2pix.train.measure;

import io.pix2pix.api.metric.MetricName;

/**
 * What a metric says of a set of images.
 *
 * @param metric what it is of
 * @param value over all images of the set; not a number where these do not tell
 * @param interval the bootstrap confidence interval of 95 % over images
 */
public record MetricValue(MetricName metric, double value, Interval interval) {}
