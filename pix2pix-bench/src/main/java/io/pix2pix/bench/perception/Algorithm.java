package io.pix2pix.bench.perception;

import io.pix2pix.train.translation.Translator;
import java.util.function.Supplier;

/**
 * What participants judge: a trained generator.
 *
 * @param name in tables, and of its folder of images
 * @param weights of which step, and how they are used: answers are kept for these alone
 * @param translator opened where images have to be made, and closed then
 */
public record Algorithm(String name, String weights, Supplier<Translator> translator) {}
