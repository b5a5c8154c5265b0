package io.pix2pix.train.batch;

import io.pix2pix.api.plugin.Role;

/** Translates many pictures somewhere else than in this process. */
@Role(value = "batch-executor", meaning = "where pix2pix translate works, if not here")
public interface BatchExecutor {

  /**
   * Translates pictures, or those of them whose results are missing. A picture that cannot be read
   * is told to the listener, and the others go on.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if it cannot be done; nothing is translated
   *     then
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  void run(BatchRequest request, Listener listener) throws InterruptedException;

  /** Is told by one thread how it goes. */
  interface Listener {

    /**
     * Pictures are done. The first time, before anything is.
     *
     * @param done so far, failed ones included
     * @param of those that were missing
     * @param all pictures
     */
    void onProgress(long done, long of, long all);

    /**
     * A picture was not translated.
     *
     * @param where it lies
     * @param reason in a line
     */
    void onFailed(String where, String reason);
  }
}
