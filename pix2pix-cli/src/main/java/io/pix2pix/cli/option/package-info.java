/** Options that several commands share. */
@NullMarked
package io.pix2pix.cli.option;

import org.jspecify.annotations.NullMarked;
