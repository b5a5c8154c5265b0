/** What commands print, how they show progress, and how Ctrl-C reaches them. */
@NullMarked
package io.pix2pix.cli.console;

import org.jspecify.annotations.NullMarked;
