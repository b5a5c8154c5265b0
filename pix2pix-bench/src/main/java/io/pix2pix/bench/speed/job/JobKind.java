package io.pix2pix.bench.speed.job;

/** What can be timed. */
public enum JobKind {
  /** Training: one step of D, then one of G. */
  STEP {
    @Override
    Job open(Jobs jobs, JobSettings settings) {
      return TrainingSteps.open(jobs, settings);
    }
  },
  /** Training on pairs that are read from files meanwhile. */
  FILE_STEP {
    @Override
    Job open(Jobs jobs, JobSettings settings) {
      return FileSteps.open(jobs, settings);
    }
  },
  /** Training by several processes; the batch is that of all of them. */
  WORKERS {
    @Override
    Job open(Jobs jobs, JobSettings settings) {
      return WorkerSteps.open(settings);
    }
  },
  /** One of the processes of {@link #WORKERS}. */
  WORKER {
    @Override
    Job open(Jobs jobs, JobSettings settings) {
      return WorkerStep.open(jobs, settings);
    }
  },
  /** Translation: G alone, with the statistics of each image and with noise. */
  FORWARD {
    @Override
    Job open(Jobs jobs, JobSettings settings) {
      return Translations.open(jobs, settings);
    }
  },
  /** Translation of images of mixed sizes, one at a time. */
  MIXED {
    @Override
    Job open(Jobs jobs, JobSettings settings) {
      return MixedTranslations.open(jobs, settings);
    }
  },
  /** Translation of a folder: PNG files decoded, translated one by one, and encoded again. */
  FOLDER {
    @Override
    Job open(Jobs jobs, JobSettings settings) {
      return FolderTranslations.open(jobs, settings);
    }
  },
  /** Perceptual study: a session of a participant, asked of a server in this process. */
  SESSIONS {
    @Override
    Job open(Jobs jobs, JobSettings settings) {
      return StudySessions.open(jobs, settings);
    }
  },
  /** Data: JPEG files decoded, enlarged, cropped and mirrored. */
  LOADING {
    @Override
    Job open(Jobs jobs, JobSettings settings) {
      return PairLoading.open(jobs, settings);
    }
  };

  /** Makes everything ready. */
  abstract Job open(Jobs jobs, JobSettings settings);
}
