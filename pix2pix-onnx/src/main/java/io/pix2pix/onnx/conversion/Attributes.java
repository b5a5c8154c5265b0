package io.pix2pix.onnx.conversion;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import com.google.common.primitives.Longs;
import com.google.protobuf.ByteString;
import java.util.List;

/** Attributes of nodes. */
public final class Attributes {
  private Attributes() {}

  /** A whole number. */
  public static AttributeProto of(String name, long value) {
    return named(name, AttributeType.INT).setI(value).build();
  }

  /** A number. */
  public static AttributeProto of(String name, float value) {
    return named(name, AttributeType.FLOAT).setF(value).build();
  }

  /** A word. */
  public static AttributeProto of(String name, String value) {
    return named(name, AttributeType.STRING).setS(ByteString.copyFromUtf8(value)).build();
  }

  /** Whole numbers. */
  public static AttributeProto of(String name, List<? extends Number> values) {
    return named(name, AttributeType.INTS).addAllInts(Longs.asList(Longs.toArray(values))).build();
  }

  private static AttributeProto.Builder named(String name, AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }
}
