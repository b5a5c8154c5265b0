package io.pix2pix.train;

import io.pix2pix.train.run.FolderIdentity;
import io.pix2pix.train.run.RunFolder;

/**
 * A training that has written all of its run, and has given back the lock on it.
 *
 * @param run that was trained
 * @param folder that it was written into
 * @param steps that are done
 */
record EndedTraining(RunFolder run, FolderIdentity folder, long steps) {

  /**
   * Tells the listener of the end, unless the run is gone: nothing was left to write that would
   * have noticed.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if the folder was removed or replaced
   */
  RunFolder told(TrainingListener listener) {
    folder.requireSame();
    listener.ended(run, steps);
    return run;
  }
}
