package io.pix2pix.train.weights.pickle;

import io.pix2pix.api.error.InvalidInputException;

/**
 * Reads pickles. Nothing is run: a pickle can only arrange values, and call what the vocabulary
 * has. Used by one thread at a time.
 */
public final class Unpickler {
  // A network of a thousand tensors takes a tenth of it; with more, memory could run out.
  private static final int MOST_INSTRUCTIONS = 1 << 20;
  private final PickleInput input;
  private final Vocabulary vocabulary;

  /**
   * @param vocabulary the only names that the pickle may ask for
   */
  public Unpickler(PickleInput input, Vocabulary vocabulary) {
    this.input = input;
    this.vocabulary = vocabulary;
  }

  /**
   * The next pickle.
   *
   * @return a text, a number, a truth value, {@link None}, a list (tuples are immutable ones), a
   *     map with texts or numbers as keys, or what the vocabulary gave
   * @throws InvalidInputException if it is damaged, asks for what the vocabulary lacks, or is
   *     unreasonably long
   */
  public Object read() {
    var machine = new PickleMachine(input, vocabulary);
    for (int count = 0; count < MOST_INSTRUCTIONS; count++) {
      int code = input.unsignedByte();
      if (code == Instruction.STOP) {
        return machine.pop();
      }
      Instruction.of(code).orElseThrow(() -> refused(code)).run(machine);
    }
    throw input.problem(
        "its pickle takes more than " + MOST_INSTRUCTIONS + " instructions; it is refused");
  }

  private InvalidInputException refused(int code) {
    return input.problem(
        String.format(
            "its pickle uses the instruction 0x%02x, which no tensor needs; it is refused", code));
  }
}
