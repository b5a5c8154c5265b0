/** The command train. */
@NullMarked
package io.pix2pix.cli.training;

import org.jspecify.annotations.NullMarked;
