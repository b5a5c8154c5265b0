package io.pix2pix.bench.speed.work;

/** How much a round is. */
public enum Effort {
  /** As much as results need that are kept. */
  FULL {
    @Override
    int warm(int runs) {
      return runs;
    }

    @Override
    int counted(int runs) {
      return runs;
    }
  },
  /** A run that is not counted, and two that are: to see that everything works. */
  QUICK {
    @Override
    int warm(int runs) {
      return Math.min(runs, 1);
    }

    @Override
    int counted(int runs) {
      return Math.min(runs, 2);
    }
  };

  /** How many of a work's runs come before those that count. */
  abstract int warm(int runs);

  /** How many of a work's runs count. */
  abstract int counted(int runs);
}
