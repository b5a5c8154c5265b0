/** One command for each thing a user does. */
@NullMarked
package io.pix2pix.cli;

import org.jspecify.annotations.NullMarked;
