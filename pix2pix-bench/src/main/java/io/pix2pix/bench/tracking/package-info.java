/**
 * Reports runs and studies to servers such as MLflow: what to send is read from their folders, so
 * that a server that is down delays nothing and loses nothing.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.tracking;

import org.jspecify.annotations.NullMarked;
