/** What is made of measured times: medians, spreads, and whether the machine was quiet. */
@NullMarked
package io.pix2pix.bench.speed.measure;

import org.jspecify.annotations.NullMarked;
