package io.pix2pix.data.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * What is in a split.
 *
 * @param name of the split
 * @param pairs in it, those with files that cannot be used too
 * @param unusable files that cannot be used, each with what is wrong
 * @param notes what was ignored, cut or guessed in files, each with its file
 * @param unused files and folders that belong to no pair
 * @param shapes width by height of pairs as read, with the number of pairs; most frequent first
 * @param condition what the conditions are
 * @param target what the targets are
 * @param alignment how targets lie on conditions
 */
public record SplitReport(
    String name,
    int pairs,
    ImmutableList<String> unusable,
    ImmutableList<String> notes,
    UnusedFiles unused,
    ImmutableMap<String, Integer> shapes,
    SideReport condition,
    SideReport target,
    AlignmentSummary alignment) {}
