package io.pix2pix.server.model;

import com.google.common.base.Throwables;
import io.pix2pix.api.error.InvalidInputException;
import io.pix2pix.api.image.Image;
import io.pix2pix.data.file.ImageBytes;
import io.pix2pix.server.http.ProblemException;
import io.pix2pix.server.http.RouteHandler;
import io.pix2pix.server.http.ServerRequest;
import io.pix2pix.server.http.ServerResponse;
import io.pix2pix.train.translation.Translator;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Translates the picture of a request, as {@code pix2pix translate} does the file.
 *
 * <p>Safe for use by several threads.
 */
final class TranslateHandler implements RouteHandler {
  private static final String NOTES = "X-Notes";

  private final Models models;
  private final TranslationQueue queue;
  private final ServeSettings settings;
  private final Admission admission;

  TranslateHandler(Models models, TranslationQueue queue, ServeSettings settings) {
    this.models = models;
    this.queue = queue;
    this.settings = settings;
    this.admission =
        new Admission(
            settings.queue() + settings.workers() * settings.batch(), settings.pixelsAtOnce());
  }

  @Override
  public ServerResponse answer(ServerRequest request) throws IOException {
    var model = models.named(request.variable("name"));
    var asked = AskedTranslation.of(request, model.served().statistics());
    var picture = SentPicture.of(request, settings.mostPixels());
    long pixels = picture.pixels();
    admission.enter(pixels);
    try {
      return translated(model, asked, picture);
    } finally {
      admission.leave(pixels);
    }
  }

  private ServerResponse translated(Model model, AskedTranslation asked, SentPicture picture)
      throws IOException {
    var translator = model.translator(asked.statistics());
    var decoded = picture.decode(model);
    var condition = condition(model, translator, decoded.image());
    var generated = result(queue.add(translator, condition, asked.seed()));
    var stored = translator.stored(condition.image(), generated);
    var data = model.served().run().data();
    var result = data.keepsSize() ? translator.resized(stored, decoded.image().shape()) : stored;
    var response = response(result, asked.raw());
    return decoded.notes().isEmpty()
        ? response
        : response.with(NOTES, String.join("; ", decoded.notes()));
  }

  /** What the generator is given, resized as in training. */
  private static Translator.Input condition(Model model, Translator translator, Image image) {
    try {
      var size = model.served().run().trainedSize(image.shape());
      var picture = new Translator.Input(image, SentPicture.WHERE);
      var condition = translator.condition(picture, size);
      translator.check(condition.image().shape(), SentPicture.WHERE);
      return condition;
    } catch (InvalidInputException e) {
      throw new ProblemException(422, String.valueOf(e.getMessage()));
    }
  }

  private Image result(CompletableFuture<Image> generated) {
    try {
      return generated.get(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw late();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw late();
    } catch (ExecutionException e) {
      var cause = Objects.requireNonNull(e.getCause());
      Throwables.throwIfInstanceOf(cause, RuntimeException.class);
      throw new IllegalStateException(cause);
    } finally {
      generated.cancel(false);
    }
  }

  private static ProblemException late() {
    return new ProblemException(503, "the picture was not computed in time")
        .with("Retry-After", "10");
  }

  private static ServerResponse response(Image result, boolean raw) {
    if (raw) {
      return ServerResponse.of(RawImage.TYPE, RawImage.write(result))
          .with(RawImage.SHAPE, RawImage.header(result.shape()));
    }
    if (result.channels() != 1 && result.channels() != 3) {
      throw new ProblemException(
          406,
          "this model makes %d channels, which are no picture; accept %s"
              .formatted(result.channels(), RawImage.TYPE));
    }
    return ServerResponse.of("image/png", ImageBytes.png(result));
  }
}
