/** What is timed, in a process of its own that is asked by lines of JSON. */
@NullMarked
package io.pix2pix.bench.speed.job;

import org.jspecify.annotations.NullMarked;
