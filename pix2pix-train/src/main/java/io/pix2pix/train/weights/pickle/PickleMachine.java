package io.pix2pix.train.weights.pickle;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.pix2pix.api.error.InvalidInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A stack, marks on it, and a memory of what was on it. It never looks into values that lie within
 * values: a pickle can nest them as deep as it likes, and into themselves.
 */
final class PickleMachine {
  private static final int LONGEST_NAME = 200;
  private final PickleInput input;
  private final Vocabulary vocabulary;
  private final List<Object> stack = new ArrayList<>();
  private final List<Integer> marks = new ArrayList<>();
  private final Map<Long, Object> memory = new HashMap<>();

  PickleMachine(PickleInput input, Vocabulary vocabulary) {
    this.input = input;
    this.vocabulary = vocabulary;
  }

  PickleInput input() {
    return input;
  }

  void push(Object value) {
    stack.add(value);
  }

  Object pop() {
    if (stack.isEmpty()) {
      throw damaged();
    }
    return stack.remove(stack.size() - 1);
  }

  <T> T pop(Class<T> type) {
    return cast(type, pop());
  }

  Object top() {
    if (stack.isEmpty()) {
      throw damaged();
    }
    return stack.get(stack.size() - 1);
  }

  <T> T top(Class<T> type) {
    return cast(type, top());
  }

  void mark() {
    marks.add(stack.size());
  }

  /** Takes everything above the last mark, and the mark. */
  ImmutableList<Object> popToMark() {
    if (marks.isEmpty()) {
      throw damaged();
    }
    return pop(stack.size() - marks.remove(marks.size() - 1));
  }

  /** Takes that many values, the last pushed last. */
  ImmutableList<Object> pop(int count) {
    if (count < 0 || count > stack.size()) {
      throw damaged();
    }
    var taken = stack.subList(stack.size() - count, stack.size());
    var values = ImmutableList.copyOf(taken);
    taken.clear();
    return values;
  }

  void remember(long key) {
    memory.put(key, top());
  }

  /** Remembers under the next number that is free. */
  void remember() {
    remember(memory.size());
  }

  void recall(long key) {
    var value = memory.get(key);
    if (value == null) {
      throw damaged();
    }
    push(value);
  }

  /** Looks a name up, or refuses it. */
  void find(String module, String name) {
    var full = Ascii.truncate(module + "." + name, LONGEST_NAME, "...");
    push(
        vocabulary
            .find(full)
            .orElseThrow(
                () ->
                    input.problem(
                        "asks for "
                            + full
                            + ", which is no part of a tensor; it is refused: save tensors alone,"
                            + " with torch.save(network.state_dict(), FILE)")));
  }

  void call() {
    var arguments = popTuple();
    push(vocabulary.call(pop(), arguments).orElseThrow(this::damaged));
  }

  void lookOutside() {
    push(vocabulary.outside(pop()).orElseThrow(this::damaged));
  }

  /** Puts keys and values, in turns, into the map on top. */
  @SuppressWarnings("unchecked") // maps are made by the machine and its vocabulary only
  void putAll(ImmutableList<Object> entries) {
    var map = (Map<Object, Object>) top(Map.class);
    if (entries.size() % 2 != 0) {
      throw damaged();
    }
    for (int i = 0; i < entries.size(); i += 2) {
      map.put(key(entries.get(i)), entries.get(i + 1));
    }
  }

  /** Puts values at the end of the list on top. */
  @SuppressWarnings("unchecked") // lists are made by the machine only
  void addAll(ImmutableList<Object> values) {
    var list = top(List.class);
    if (list instanceof ImmutableList) {
      throw damaged();
    }
    ((List<Object>) list).addAll(values);
  }

  InvalidInputException damaged() {
    return input.problem("its pickle is damaged; use another copy");
  }

  @SuppressWarnings("unchecked") // tuples are made by the machine only
  private ImmutableList<Object> popTuple() {
    return (ImmutableList<Object>) pop(ImmutableList.class);
  }

  /** Others could take for ever to compare. */
  private Object key(Object value) {
    if (value instanceof String || value instanceof Number) {
      return value;
    }
    throw damaged();
  }

  private <T> T cast(Class<T> type, Object value) {
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    throw damaged();
  }
}
