package io.pix2pix.data.archive;

import com.google.common.io.ByteSource;
import java.nio.file.Path;

/**
 * A file in an archive.
 *
 * @param archive in which it lies
 * @param size in bytes
 * @param bytes of it; may be opened by several threads
 */
record Content(Path archive, long size, ByteSource bytes) {}
