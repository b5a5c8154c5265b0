/** The command perceive. */
@NullMarked
package io.pix2pix.cli.perception;

import org.jspecify.annotations.NullMarked;
