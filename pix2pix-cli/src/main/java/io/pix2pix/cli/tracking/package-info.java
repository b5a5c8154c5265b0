/** Where runs and studies report to, and the command track. */
@NullMarked
package io.pix2pix.cli.tracking;

import org.jspecify.annotations.NullMarked;
