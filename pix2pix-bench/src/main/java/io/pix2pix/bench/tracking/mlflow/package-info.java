/**
 * MLflow as a tracker, by its REST API.
 *
 * <p>Types are immutable and safe for use by several threads, unless they say otherwise.
 */
@NullMarked
package io.pix2pix.bench.tracking.mlflow;

import org.jspecify.annotations.NullMarked;
