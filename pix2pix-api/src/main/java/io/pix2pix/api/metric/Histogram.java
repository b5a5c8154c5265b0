package io.pix2pix.api.metric;

import com.google.common.primitives.ImmutableDoubleArray;

/**
 * How often values occur in generated images, and in their targets.
 *
 * @param axis its name
 * @param low the middle of the first bin
 * @param high the middle of the last bin
 * @param generated the share of each bin in all generated images, {@code [bins]}, sums to 1
 * @param targets the share of each bin in all targets, {@code [bins]}, sums to 1
 */
public record Histogram(
    String axis,
    double low,
    double high,
    ImmutableDoubleArray generated,
    ImmutableDoubleArray targets) {}
