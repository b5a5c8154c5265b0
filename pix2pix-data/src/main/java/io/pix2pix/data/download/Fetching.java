package io.pix2pix.data.download;

import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.progress.ProgressListener;
import io.pix2pix.api.progress.ProgressListener.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Tries until all of a file is there, or nothing more comes. */
final class Fetching {
  private static final double UNPACKED = 1.3;
  private static final long UNKNOWN = -1;

  private final URI address;
  private final PartialFile part;
  private final Path parent;
  private final Persistence persistence;
  private boolean resumed;
  private String failure = "";

  /**
   * @param parent folder in which the data will be
   */
  Fetching(URI address, PartialFile part, Path parent, Persistence persistence) {
    this.address = address;
    this.part = part;
    this.parent = parent;
    this.persistence = persistence;
  }

  /** Whether the file came in several parts. */
  boolean hasResumed() {
    return resumed;
  }

  void run(ProgressListener work, Consumer<String> notes) throws IOException, InterruptedException {
    try (var progress = new LengthyProgress(work)) {
      int idle = 0;
      while (true) {
        long before = part.size();
        var end = attempt(progress, notes);
        if (end == HttpTransfer.End.COMPLETE) {
          return;
        }
        if (end == HttpTransfer.End.CHANGED) {
          notes.accept("The server has another file than before; gets it anew.");
          part.delete();
        }
        resumed |= part.size() > 0;
        idle = part.size() > before ? 0 : idle + 1;
        if (idle >= persistence.tries()) {
          throw givenUp();
        }
        Thread.sleep(persistence.pause().toMillis() << idle);
      }
    }
  }

  /** A server that cannot be reached is one that may be reached in a moment. */
  private HttpTransfer.End attempt(LengthyProgress progress, Consumer<String> notes)
      throws IOException, InterruptedException {
    try {
      return new HttpTransfer(address, part, persistence.patience())
          .attempt(progress, new Told(progress, notes));
    } catch (FileSystemException e) {
      throw e;
    } catch (BusyServer e) {
      failure = " (" + e.getMessage() + ")";
      return HttpTransfer.End.BROKEN;
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("No space left")) {
        throw e;
      }
      failure = " (" + e + ")";
      return HttpTransfer.End.BROKEN;
    }
  }

  private InvalidInputException givenUp() throws IOException {
    var known = part.description(address).flatMap(PartialFile.Description::length);
    return new InvalidInputException(
        "%s: no more comes: %s%s are here after %d tries%s; the same command goes on from there, and --from URL names a mirror"
            .formatted(
                address,
                DiskSpace.words(part.size()),
                known.map(length -> " of " + DiskSpace.words(length)).orElse(""),
                persistence.tries(),
                failure));
  }

  private final class Told implements HttpTransfer.Listener {
    private final LengthyProgress progress;
    private final Consumer<String> notes;

    Told(LengthyProgress progress, Consumer<String> notes) {
      this.progress = progress;
      this.notes = notes;
    }

    @Override
    public void onLength(long length) {
      try {
        long missing = Math.max(0, length - part.size());
        DiskSpace.require(parent, missing + (long) (UNPACKED * length), "the data set");
      } catch (IOException e) {
        notes.accept("Nobody can say how much room there is: " + e);
      }
      progress.begin(length);
    }

    @Override
    public void onNote(String note) {
      notes.accept(note);
    }
  }

  /** Progress of which the end is known only once a server has answered. */
  private static final class LengthyProgress implements Progress {
    private final ProgressListener work;
    private Progress begun = done -> {};
    private boolean hasBegun;

    LengthyProgress(ProgressListener work) {
      this.work = work;
    }

    void begin(long length) {
      if (!hasBegun) {
        hasBegun = true;
        begun = work.begin("download", length);
      }
    }

    @Override
    public void reached(long done) {
      begin(UNKNOWN);
      begun.reached(done);
    }

    @Override
    public void close() {
      begun.close();
    }
  }
}
