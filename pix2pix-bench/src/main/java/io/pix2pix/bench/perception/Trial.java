package io.pix2pix.bench.perception;

/**
 * One question to a participant: which of two images was generated.
 *
 * @param number in its session, from 0
 * @param practice whether the participant is told the answer, which then does not count
 * @param real position of the real image in the split
 * @param generated position of the pair whose condition was translated
 * @param generatedSide where the generated image stands
 */
record Trial(int number, boolean practice, int real, int generated, ScreenSide generatedSide) {}
