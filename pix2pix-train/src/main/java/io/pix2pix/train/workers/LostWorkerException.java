package io.pix2pix.train.workers;

/**
 * Another worker has ended, cannot be reached, or takes too long. Sums with the others cannot be
 * taken any more in this process: all workers have to be started again, from the newest checkpoint.
 */
public final class LostWorkerException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LostWorkerException(String message) {
    super(message);
  }

  LostWorkerException(String message, Throwable cause) {
    super(message, cause);
  }
}
