package io.pix2pix.testing;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import java.lang.reflect.Field;
import java.util.Map;
import org.tensorflow.Graph;

/**
 * What TensorFlow for Java holds outside of the Java heap at a moment: tensors, graphs, sessions,
 * and everything else that has to be closed.
 */
public final class NativeHandles {
  /** JavaCPP's list of what is open but graphs, which it keeps to itself. */
  private static final Class<?> OPENED = type("org.bytedeco.javacpp.Pointer$DeallocatorReference");

  /** The thread that closes what garbage collection has found; it begins with that list. */
  private static final String COLLECTOR = "JavaCPP Deallocator";

  private static final Field FIRST = field(OPENED, "head");
  private static final Field NEXT = field(OPENED, "next");
  private static final Field CLOSER = field(OPENED, "deallocator");

  /** Graphs have no closer: they stay until somebody closes them. */
  private static final Field GRAPHS = field(Graph.class, "ALL_GRAPHS");

  private final ImmutableSet<Object> open;

  private NativeHandles(ImmutableSet<Object> open) {
    this.open = open;
  }

  /**
   * Lets garbage collection close nothing more in this process: what was forgotten stays open, and
   * a test sees it. Without, it would see only what no collection has found meanwhile.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public static void keepWhatIsForgotten() throws InterruptedException {
    for (var thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(COLLECTOR)) {
        thread.interrupt();
        thread.join();
      }
    }
  }

  /** Those that are open now. */
  public static NativeHandles now() {
    var open = ImmutableSet.builder();
    var graphs = (Map<?, ?>) value(GRAPHS, Graph.class);
    synchronized (graphs) {
      open.addAll(graphs.values());
    }
    synchronized (OPENED) {
      for (var one = value(FIRST, OPENED); one != OPENED; one = value(NEXT, one)) {
        open.add(one);
      }
    }
    return new NativeHandles(open.build());
  }

  /**
   * Those that were opened since and are still open, for example {@code TF_Tensor}, each as often
   * as there are such.
   */
  public ImmutableMultiset<String> openedSince() {
    return now().open.stream()
        .filter(one -> !open.contains(one))
        .map(NativeHandles::kind)
        .collect(ImmutableMultiset.toImmutableMultiset());
  }

  /** What closes a tensor is called {@code AbstractTF_Tensor$DeleteDeallocator}. */
  private static String kind(Object one) {
    if (!OPENED.isInstance(one)) {
      return "TF_Graph";
    }
    var closer = value(CLOSER, one).getClass();
    var owner = closer.getEnclosingClass() == null ? closer : closer.getEnclosingClass();
    return owner.getSimpleName().replaceFirst("^Abstract", "");
  }

  /** A field's value, or the list's class where there is none. */
  private static Object value(Field field, Object of) {
    try {
      var value = field.get(of);
      return value == null ? OPENED : value;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " cannot be read", e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("JavaCPP keeps its list elsewhere", e);
    }
  }

  private static Field field(Class<?> type, String name) {
    try {
      var field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(type + " keeps its list in another way", e);
    }
  }
}
