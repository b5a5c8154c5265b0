/**
 * Work on the machines of a Spark cluster: the plug-ins, which know no type of Spark. They start
 * a\n * driver, a process that has Spark's jars, and follow what it says.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.spark;

import org.jspecify.annotations.NullMarked;
