/** Agreement with the public PyTorch port, on reference values that it made. */
@NullMarked
package io.pix2pix.cli.golden;

import org.jspecify.annotations.NullMarked;
