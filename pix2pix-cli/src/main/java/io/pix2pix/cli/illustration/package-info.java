/** Shows what a loss asks for: a picture whose pixels follow it. */
@NullMarked
package io.pix2pix.cli.illustration;

import org.jspecify.annotations.NullMarked;
