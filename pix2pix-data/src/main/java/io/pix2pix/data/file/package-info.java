/** Image files: reading, checking and writing them. */
@NullMarked
package io.pix2pix.data.file;

import org.jspecify.annotations.NullMarked;
