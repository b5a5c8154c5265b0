package io.pix2pix.train.weights.pytorch;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.pix2pix.train.weights.ElementType;
import io.pix2pix.train.weights.pickle.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that a pickle of tensors may ask for. */
final class TensorVocabulary implements Vocabulary {
  private static final ImmutableMap<String, Constructor> CONSTRUCTORS =
      ImmutableMap.of(
          "collections.OrderedDict", TensorVocabulary::dictionary,
          "torch._utils._rebuild_tensor_v2", TensorVocabulary::tensor,
          "torch._utils._rebuild_parameter", TensorVocabulary::parameter);
  private static final String TORCH = "torch.";
  private final Map<String, ElementType> types = new LinkedHashMap<>();

  /** The types of all storages that were asked for, by key. */
  ImmutableMap<String, ElementType> types() {
    return ImmutableMap.copyOf(types);
  }

  @Override
  public Optional<Object> find(String name) {
    if (name.startsWith(TORCH)) {
      var storage = ElementType.ofStorage(name.substring(TORCH.length()));
      if (storage.isPresent()) {
        return Optional.of(storage.get());
      }
    }
    return Optional.ofNullable(CONSTRUCTORS.get(name));
  }

  @Override
  public Optional<Object> call(Object callable, ImmutableList<Object> arguments) {
    return callable instanceof Constructor constructor
        ? constructor.make(arguments)
        : Optional.empty();
  }

  /** {@code ("storage", type, key, device, elements)}, and in the older format a view or none. */
  @Override
  public Optional<Object> outside(Object reference) {
    if (reference instanceof ImmutableList<?> tuple
        && tuple.size() >= 5
        && tuple.get(0).equals("storage")
        && tuple.get(1) instanceof ElementType type
        && tuple.get(2) instanceof String key
        && tuple.get(4) instanceof Long elements
        && type == types.computeIfAbsent(key, unused -> type)) {
      return Optional.of(storage(type, key, elements, tuple));
    }
    return Optional.empty();
  }

  /** A view is {@code (key, first element, elements)}. */
  private static Storage storage(
      ElementType type, String key, long elements, ImmutableList<?> tuple) {
    if (tuple.size() == 6
        && tuple.get(5) instanceof ImmutableList<?> view
        && view.size() == 3
        && view.get(1) instanceof Long begin
        && view.get(2) instanceof Long length) {
      return new Storage(type, key, length, begin);
    }
    return new Storage(type, key, elements, 0);
  }

  /** Empty, or from a list of keys and values as Python 2 wrote it. */
  private static Optional<Object> dictionary(ImmutableList<Object> arguments) {
    var dictionary = new LinkedHashMap<Object, Object>();
    if (!arguments.isEmpty() && arguments.get(0) instanceof List<?> entries) {
      for (var entry : entries) {
        if (!(entry instanceof List<?> pair)
            || pair.size() != 2
            || !(pair.get(0) instanceof String key)) {
          return Optional.empty();
        }
        dictionary.put(key, pair.get(1));
      }
    }
    return Optional.of(dictionary);
  }

  /** {@code (storage, offset, shape, strides, requires gradient, hooks)}. */
  private static Optional<Object> tensor(ImmutableList<Object> arguments) {
    if (arguments.size() >= 4
        && arguments.get(0) instanceof Storage storage
        && arguments.get(1) instanceof Long offset) {
      var shape = numbers(arguments.get(2));
      var strides = numbers(arguments.get(3));
      if (shape.isPresent() && strides.isPresent()) {
        return Optional.of(new TensorView(storage, offset, shape.get(), strides.get()));
      }
    }
    return Optional.empty();
  }

  /** {@code (tensor, requires gradient, hooks)}. */
  private static Optional<Object> parameter(ImmutableList<Object> arguments) {
    return arguments.stream().limit(1).filter(TensorView.class::isInstance).findFirst();
  }

  private static Optional<ImmutableList<Long>> numbers(Object tuple) {
    if (tuple instanceof ImmutableList<?> list && list.stream().allMatch(Long.class::isInstance)) {
      return Optional.of(
          list.stream().map(Long.class::cast).collect(ImmutableList.toImmutableList()));
    }
    return Optional.empty();
  }

  @FunctionalInterface
  private interface Constructor {
    Optional<Object> make(ImmutableList<Object> arguments);
  }
}
