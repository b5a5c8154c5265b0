package io.pix2pix.train.weights.pytorch;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.api.error.InvalidInputException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** PyTorch's {@code state_dict}: a dictionary of tensors by name. */
final class StateDictionary {
  private static final int KEYS_SHOWN = 6;

  private StateDictionary() {}

  /**
   * The tensors of what a file holds.
   *
   * @throws InvalidInputException if it is anything else
   */
  static ImmutableMap<String, TensorView> of(Path file, Object saved) {
    if (!(saved instanceof Map<?, ?> map)) {
      throw new InvalidInputException(
          file
              + ": holds no weights by name; save them with torch.save(network.state_dict(), FILE)");
    }
    var tensors = ImmutableMap.<String, TensorView>builder();
    for (var entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String name)
          || !(entry.getValue() instanceof TensorView tensor)) {
        throw notWeights(file, map);
      }
      tensors.put(readable(name), tensor);
    }
    return tensors.buildKeepingLast();
  }

  private static InvalidInputException notWeights(Path file, Map<?, ?> map) {
    var keys =
        map.keySet().stream()
            .limit(KEYS_SHOWN)
            .map(key -> readable(String.valueOf(key)))
            .collect(Collectors.joining(", "));
    var more = map.size() > KEYS_SHOWN ? " and " + (map.size() - KEYS_SHOWN) + " more" : "";
    return new InvalidInputException(
        String.format(
            "%s: holds more than the weights of one network: %s%s; save those alone, for example"
                + " with torch.save(checkpoint[\"state_dict\"], FILE)",
            file, keys, more));
  }

  private static String readable(String name) {
    return CharMatcher.javaIsoControl().replaceFrom(name, '?');
  }
}
