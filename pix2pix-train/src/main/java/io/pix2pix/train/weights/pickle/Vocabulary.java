package io.pix2pix.train.weights.pickle;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** The only names that a pickle may ask for, and what they stand for. */
public interface Vocabulary {

  /**
   * What a name stands for; empty if it is refused.
   *
   * @param name in full, for example {@code collections.OrderedDict}
   */
  Optional<Object> find(String name);

  /**
   * What comes of calling something with arguments.
   *
   * @param callable that {@link #find} gave
   * @param arguments texts, numbers, tuples and so on
   * @return empty if it cannot be called so
   */
  Optional<Object> call(Object callable, ImmutableList<Object> arguments);

  /**
   * What a pickle refers to but does not hold.
   *
   * @param reference a tuple as a rule
   * @return empty if it is nothing that can be referred to
   */
  Optional<Object> outside(Object reference);
}
