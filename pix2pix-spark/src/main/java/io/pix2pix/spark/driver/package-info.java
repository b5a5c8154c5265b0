/**
 * Programs with Spark's jars that hand work to a cluster.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.spark.driver;

import org.jspecify.annotations.NullMarked;
