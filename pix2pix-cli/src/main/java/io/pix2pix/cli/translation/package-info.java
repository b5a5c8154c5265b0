/** The command translate. */
@NullMarked
package io.pix2pix.cli.translation;

import org.jspecify.annotations.NullMarked;
