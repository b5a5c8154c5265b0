/** The command serve. */
@NullMarked
package io.pix2pix.cli.serving;

import org.jspecify.annotations.NullMarked;
