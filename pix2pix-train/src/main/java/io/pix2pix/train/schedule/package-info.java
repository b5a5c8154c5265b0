/** How the learning rate changes in the course of a training. */
@NullMarked
package io.pix2pix.train.schedule;

import org.jspecify.annotations.NullMarked;
