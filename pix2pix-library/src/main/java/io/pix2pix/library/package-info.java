/** The entry for programs: everything that the commands do, without a command line. */
@NullMarked
package io.pix2pix.library;

import org.jspecify.annotations.NullMarked;
