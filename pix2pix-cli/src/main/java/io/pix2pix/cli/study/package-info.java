/** The command study, and the hidden one that runs a cell. */
@NullMarked
package io.pix2pix.cli.study;

import org.jspecify.annotations.NullMarked;
