/** The commands describe, export and import. */
@NullMarked
package io.pix2pix.cli.network;

import org.jspecify.annotations.NullMarked;
