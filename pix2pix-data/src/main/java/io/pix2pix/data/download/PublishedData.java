package io.pix2pix.data.download;

import com.google.common.base.Ascii;
import io.pix2pix.api.error.InvalidInputException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Data sets that the authors of the paper published, as A|B pairs in splits. */
public enum PublishedData {
  /** Fronts and label maps of them. */
  FACADES,
  /** Aerial photos and maps. */
  MAPS,
  /** Street scenes and label maps of them. */
  CITYSCAPES,
  /** Edges and photos of shoes. */
  EDGES2SHOES,
  /** Edges and photos of handbags. */
  EDGES2HANDBAGS,
  /** Landscapes by night and by day. */
  NIGHT2DAY;

  private static final String AUTHORS = "http://efrosgans.eecs.berkeley.edu/pix2pix/datasets/";

  /**
   * The set of a name, in whatever case.
   *
   * @throws InvalidInputException if there is none
   */
  public static PublishedData of(String name) {
    return Arrays.stream(values())
        .filter(data -> data.folder().equals(Ascii.toLowerCase(name)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "download: there is no set named \"%s\"; there are %s"
                        .formatted(name, names())));
  }

  private static String names() {
    return Arrays.stream(values()).map(PublishedData::folder).collect(Collectors.joining(", "));
  }

  /** Its name, which is that of the folder in its archive. */
  public String folder() {
    return Ascii.toLowerCase(name());
  }

  /** Where the authors keep it. */
  public URI address() {
    return at(AUTHORS);
  }

  /**
   * Where a mirror keeps it.
   *
   * @param from the archive, or the folder of archives, which ends in a slash
   * @throws InvalidInputException if it is no address of the web
   */
  public URI at(String from) {
    var text = from.endsWith("/") ? from + folder() + ".tar.gz" : from;
    try {
      var uri = new URI(text);
      var scheme = String.valueOf(uri.getScheme());
      if ((scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new InvalidInputException("--from: \"" + from + MEANT, e);
    }
    throw new InvalidInputException("--from: \"" + from + MEANT);
  }

  private static final String MEANT =
      "\" is no address; give one such as https://example.org/facades.tar.gz, or a folder of"
          + " archives that ends in /";
}
