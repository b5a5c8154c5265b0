package io.pix2pix.api.data;

import com.google.common.io.ByteSource;

/**
 * A file that a pair is read from.
 *
 * @param where it lies, as messages have it
 * @param contents as stored, read when asked
 */
public record PairFile(String where, ByteSource contents) {}
