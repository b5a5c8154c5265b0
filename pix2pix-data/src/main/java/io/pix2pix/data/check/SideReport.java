package io.pix2pix.data.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * The conditions or the targets of a split.
 *
 * @param sizes width by height as stored, upright or not, with the number of files; as read where
 *     no files tell. Most frequent first, as all of these
 * @param formats of files
 * @param channels of files, in words such as {@code 3 channels}
 * @param depths of numbers, in words such as {@code 8-bit unsigned whole numbers}
 * @param least stored number; as read, in {@code [-1, 1]}, where no files tell
 * @param greatest stored number
 * @param brightness share of the values as read in each of {@value SideStatistics#BINS} equal parts
 *     of {@code [-1, 1]}
 * @param classes where these are label maps; else empty
 */
public record SideReport(
    ImmutableMap<String, Integer> sizes,
    ImmutableMap<String, Integer> formats,
    ImmutableMap<String, Integer> channels,
    ImmutableMap<String, Integer> depths,
    double least,
    double greatest,
    ImmutableList<Double> brightness,
    ImmutableList<ClassShare> classes) {}
