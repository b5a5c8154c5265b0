package io.pix2pix.server.http;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.pathmap.PathMappings;

/** Finds the route of a request in Jetty's path mappings. */
final class RouteTable {
  private final PathMappings<Place> places = new PathMappings<>();

  RouteTable(List<Route> routes) {
    Map<String, Place> byPath = new LinkedHashMap<>();
    for (var route : routes) {
      byPath.merge(route.path(), Place.of(route), Place::and);
    }
    byPath.values().forEach(place -> places.put(place.template().spec(), place));
  }

  /** The place that a path names. */
  Optional<Place> place(String path) {
    return Optional.ofNullable(places.getMatched(path)).map(found -> found.getResource());
  }

  /** The routes of one path, by method. */
  record Place(PathTemplate template, ImmutableMap<String, Route> routes) {
    static Place of(Route route) {
      return new Place(PathTemplate.of(route.path()), ImmutableMap.of(route.method(), route));
    }

    Place and(Place other) {
      var all = ImmutableMap.<String, Route>builder().putAll(routes).putAll(other.routes);
      return new Place(template, all.buildOrThrow());
    }

    /** What answers a method. */
    Optional<Route> route(String method) {
      return Optional.ofNullable(routes.get(method.equals("HEAD") ? "GET" : method));
    }

    /** Its methods, for the header {@code Allow}. */
    String allowed() {
      var methods = ImmutableSortedSet.<String>naturalOrder().addAll(routes.keySet());
      if (routes.containsKey("GET")) {
        methods.add("HEAD");
      }
      return String.join(", ", methods.build());
    }
  }
}
