/** The command evaluate. */
@NullMarked
package io.pix2pix.cli.evaluation;

import org.jspecify.annotations.NullMarked;
