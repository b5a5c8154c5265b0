package io.pix2pix.train.weights.pickle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The instructions of Python's {@code pickletools} that values need which hold tensors. */
@SuppressWarnings("ImmutableEnumChecker") // what an instruction does has no state
enum Instruction {
  PROTO(0x80, machine -> machine.input().unsignedByte()),
  FRAME(0x95, machine -> machine.input().longInteger()),
  MARK('(', PickleMachine::mark),

  NONE('N', machine -> machine.push(None.NONE)),
  NEWTRUE(0x88, machine -> machine.push(true)),
  NEWFALSE(0x89, machine -> machine.push(false)),
  BININT('J', machine -> machine.push((long) machine.input().integer())),
  BININT1('K', machine -> machine.push((long) machine.input().unsignedByte())),
  BININT2('M', machine -> machine.push((long) machine.input().unsignedShort())),
  LONG1(0x8a, machine -> machine.push(whole(machine, machine.input().unsignedByte()))),
  BINFLOAT('G', machine -> machine.push(machine.input().bigEndianDouble())),
  BINUNICODE('X', machine -> text(machine, machine.input().unsignedInteger())),
  SHORT_BINUNICODE(0x8c, machine -> text(machine, machine.input().unsignedByte())),
  BINUNICODE8(0x8d, machine -> text(machine, machine.input().longInteger())),
  BINSTRING('T', machine -> text(machine, machine.input().integer())),
  SHORT_BINSTRING('U', machine -> text(machine, machine.input().unsignedByte())),

  EMPTY_TUPLE(')', machine -> machine.push(ImmutableList.of())),
  TUPLE('t', machine -> machine.push(machine.popToMark())),
  TUPLE1(0x85, machine -> machine.push(machine.pop(1))),
  TUPLE2(0x86, machine -> machine.push(machine.pop(2))),
  TUPLE3(0x87, machine -> machine.push(machine.pop(3))),
  EMPTY_LIST(']', machine -> machine.push(new ArrayList<>())),
  APPEND('a', machine -> machine.addAll(machine.pop(1))),
  APPENDS('e', machine -> machine.addAll(machine.popToMark())),
  EMPTY_DICT('}', machine -> machine.push(new LinkedHashMap<>())),
  SETITEM('s', machine -> machine.putAll(machine.pop(2))),
  SETITEMS('u', machine -> machine.putAll(machine.popToMark())),

  BINPUT('q', machine -> machine.remember(machine.input().unsignedByte())),
  LONG_BINPUT('r', machine -> machine.remember(machine.input().unsignedInteger())),
  MEMOIZE(0x94, PickleMachine::remember),
  BINGET('h', machine -> machine.recall(machine.input().unsignedByte())),
  LONG_BINGET('j', machine -> machine.recall(machine.input().unsignedInteger())),

  GLOBAL('c', Instruction::findNext),
  STACK_GLOBAL(0x93, Instruction::findOnStack),
  REDUCE('R', PickleMachine::call),
  BINPERSID('Q', PickleMachine::lookOutside),
  BUILD('b', Instruction::build),
  /** Calls at once what it names; only to say what was asked for. */
  INST('i', machine -> refuse(machine));

  /** Ends a pickle. */
  static final int STOP = '.';

  private static final ImmutableMap<Integer, Instruction> BY_CODE =
      Maps.uniqueIndex(Arrays.asList(values()), instruction -> instruction.code);

  private final int code;
  private final Consumer<PickleMachine> effect;

  Instruction(int code, Consumer<PickleMachine> effect) {
    this.code = code;
    this.effect = effect;
  }

  static Optional<Instruction> of(int code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  void run(PickleMachine machine) {
    effect.accept(machine);
  }

  private static void text(PickleMachine machine, long length) {
    machine.push(machine.input().text(length));
  }

  /** A number of any width, as a {@code long} where it fits. */
  private static Number whole(PickleMachine machine, int length) {
    var bytes = machine.input().bytes(length).array();
    if (bytes.length == 0) {
      return 0L;
    }
    var bigEndian = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      bigEndian[i] = bytes[bytes.length - 1 - i];
    }
    var number = new BigInteger(bigEndian);
    return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
  }

  private static void findNext(PickleMachine machine) {
    var module = machine.input().line();
    machine.find(module, machine.input().line());
  }

  private static void findOnStack(PickleMachine machine) {
    var name = machine.pop(String.class);
    machine.find(machine.pop(String.class), name);
  }

  private static void refuse(PickleMachine machine) {
    findNext(machine);
    throw machine.damaged();
  }

  /** Attributes of a dictionary, such as PyTorch's versions of its modules, are not needed. */
  private static void build(PickleMachine machine) {
    machine.pop(Map.class);
    machine.top(Map.class);
  }
}
