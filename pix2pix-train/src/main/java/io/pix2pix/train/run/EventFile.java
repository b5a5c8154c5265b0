package io.pix2pix.train.run;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.protobuf.ByteString;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.Locale;
import org.tensorflow.proto.Event;
import org.tensorflow.proto.SessionLog;
import org.tensorflow.proto.Summary;

/**
 * A file of events that TensorBoard shows: scalars and images by tag and step. Used by one thread
 * at a time.
 */
public final class EventFile implements AutoCloseable {
  private final Path file;
  private final InstantSource clock;
  private final OutputStream out;
  private final RecordWriter records;

  private EventFile(Path file, InstantSource clock, OutputStream out) {
    this.file = file;
    this.clock = clock;
    this.out = out;
    this.records = new RecordWriter(out);
  }

  /**
   * Begins a file {@code events.out.tfevents.SECONDS.HOST}.
   *
   * @param folder of event files, made where missing
   * @param steps how many are done; TensorBoard forgets later ones of older files
   * @param clock stamps the events
   * @throws io.pix2pix.api.error.InvalidInputException if the file cannot be written
   */
  public static EventFile open(Path folder, long steps, InstantSource clock) {
    long seconds = clock.instant().getEpochSecond();
    var name = String.format(Locale.ROOT, "events.out.tfevents.%010d.%s", seconds, host());
    var file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      var out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      var events = new EventFile(file, clock, new BufferedOutputStream(out));
      events.begin(steps);
      return events;
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  /**
   * Adds scalars of one step.
   *
   * @param step 1 for the first
   * @param tags slashes group them, for example {@code generator/l1}
   * @param values one for each tag
   * @throws IllegalArgumentException if there are more or fewer values than tags
   * @throws io.pix2pix.api.error.InvalidInputException if the file cannot be written
   */
  public void scalars(long step, ImmutableList<String> tags, float... values) {
    checkArgument(tags.size() == values.length, "%s values for %s", values.length, tags);
    var summary = Summary.newBuilder();
    for (int index = 0; index < values.length; index++) {
      summary.addValue(
          Summary.Value.newBuilder().setTag(tags.get(index)).setSimpleValue(values[index]));
    }
    add(Event.newBuilder().setStep(step).setSummary(summary));
  }

  /**
   * Adds an image, as PNG.
   *
   * @param step 1 for the first
   * @throws io.pix2pix.api.error.InvalidInputException if the file cannot be written
   */
  public void image(long step, String tag, BufferedImage picture) {
    var image =
        Summary.Image.newBuilder()
            .setHeight(picture.getHeight())
            .setWidth(picture.getWidth())
            .setColorspace(picture.getColorModel().getNumComponents())
            .setEncodedImageString(ByteString.copyFrom(Png.encode(picture)));
    var value = Summary.Value.newBuilder().setTag(tag).setImage(image);
    add(Event.newBuilder().setStep(step).setSummary(Summary.newBuilder().addValue(value)));
  }

  /**
   * Brings all events to the file.
   *
   * @throws io.pix2pix.api.error.InvalidInputException if they cannot be written
   */
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  /** Writes what is left and closes the file. */
  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  private void begin(long steps) {
    add(Event.newBuilder().setFileVersion("brain.Event:2"));
    var start = SessionLog.newBuilder().setStatus(SessionLog.SessionStatus.START);
    add(Event.newBuilder().setStep(steps + 1).setSessionLog(start));
    flush();
  }

  private void add(Event.Builder event) {
    try {
      records.write(event.setWallTime(clock.millis() / 1000.0).build().toByteArray());
    } catch (IOException e) {
      throw AtomicFiles.unwritable(file, e);
    }
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
