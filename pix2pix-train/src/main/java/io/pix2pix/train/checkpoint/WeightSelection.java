package io.pix2pix.train.checkpoint;

import java.util.Set;

/** Which of the generator's weights a checkpoint is asked for. */
public enum WeightSelection {
  /** Those that the last step left. */
  TRAINED,
  /** The moving average of them, where a run keeps it. */
  AVERAGED;

  private static final String AVERAGE = "average/";

  /** Where checkpoints keep the average of a parameter. */
  public static String averageOf(String parameter) {
    return AVERAGE + parameter;
  }

  /**
   * The name under which a checkpoint keeps the value of a variable; running statistics have no
   * average, as they are one.
   *
   * @param names in the checkpoint
   */
  public String source(String variable, Set<String> names) {
    var average = averageOf(variable);
    return this == AVERAGED && names.contains(average) ? average : variable;
  }
}
