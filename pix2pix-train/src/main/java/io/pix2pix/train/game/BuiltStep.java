package io.pix2pix.train.game;

import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.types.TFloat32;

/**
 * What a step runs.
 *
 * @param all the updates of all networks
 * @param discriminatorAlone that of D
 * @param values of the terms
 */
record BuiltStep(Op all, Op discriminatorAlone, Operand<TFloat32> values) {}
