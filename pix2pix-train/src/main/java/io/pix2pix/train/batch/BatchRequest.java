package io.pix2pix.train.batch;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;

/**
 * Pictures that are to be translated.
 *
 * @param run the folder of the run that translates them
 * @param options of the command {@code translate-files}, which does it where the pictures are
 * @param record what results follow from, in words: kept beside them, so that a second request
 *     makes only what is missing
 * @param input a folder, or a list of files; a URI, or a path of this machine
 * @param output a folder; a URI, or a path of this machine
 * @param extension of results
 * @param again whether all results are made anew
 */
public record BatchRequest(
    Path run,
    ImmutableList<String> options,
    ImmutableList<String> record,
    String input,
    String output,
    String extension,
    boolean again) {}
