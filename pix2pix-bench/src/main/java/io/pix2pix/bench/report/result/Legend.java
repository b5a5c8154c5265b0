package io.pix2pix.bench.report.result;

/** How to read a table, in the words that stand below each. */
public final class Legend {
  public static final String TEXT =
      "Mean over seeds ± standard deviation over seeds; in brackets the 95 % bootstrap interval of"
          + " the mean over images. Bold: the best, where the 95 % interval of its difference to"
          + " every other cell leaves out zero, in 1000 paired draws of the same images. That"
          + " tests the choice of images; how much another seed changes a value is what ± says."
          + " Nothing is bold where cells have different numbers of seeds, or evaluations kept no"
          + " evidence of single images.";

  private Legend() {}
}
