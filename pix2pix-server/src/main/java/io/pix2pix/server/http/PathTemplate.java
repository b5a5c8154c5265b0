package io.pix2pix.server.http;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.pathmap.RegexPathSpec;
import org.eclipse.jetty.util.URIUtil;

/**
 * A path with variables, as a path mapping of Jetty. Its own template, {@code UriTemplatePathSpec},
 * has no variables for a part of a segment, as in {@code /models/{name}:translate}.
 *
 * @param spec groups are the variables
 * @param variables their names, in that order
 */
record PathTemplate(RegexPathSpec spec, ImmutableList<String> variables) {
  private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern PUNCTUATION = Pattern.compile("[.+()\\[\\]]");
  private static final String VALUE = "([^/:]+)";

  static PathTemplate of(String path) {
    var escaped = PUNCTUATION.matcher(path).replaceAll("\\\\$0");
    var names =
        VARIABLE
            .matcher(path)
            .results()
            .map(found -> found.group(1))
            .collect(ImmutableList.toImmutableList());
    var expression = VARIABLE.matcher(escaped).replaceAll(VALUE);
    return new PathTemplate(new RegexPathSpec("^" + expression + "$"), names);
  }

  /** What stands for the variables in a path that fits, decoded. */
  ImmutableMap<String, String> values(String path) {
    var matcher = spec.getPattern().matcher(path);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("another path");
    }
    MatchResult match = matcher.toMatchResult();
    var values = ImmutableMap.<String, String>builder();
    for (int i = 0; i < variables.size(); i++) {
      values.put(variables.get(i), URIUtil.decodePath(match.group(i + 1)));
    }
    return values.buildOrThrow();
  }
}
