package io.pix2pix.train.workers;

import java.lang.reflect.InvocationTargetException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.Graph;
import org.tensorflow.Server;
import org.tensorflow.Session;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Server;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.ConfigProto;

/**
 * Opens sessions of a server. TensorFlow for Java 1.1.0 has no public way to do so: its sessions
 * know no target. This class makes one as {@link Session} itself does, names the target, and wraps
 * it by a constructor that is not public. It goes with that version alone, which its test would
 * tell.
 */
final class RemoteSession {
  private static final String OTHER_VERSION = "TensorFlow for Java is not the version 1.1.0";

  private RemoteSession() {}

  /**
   * Opens a session; the caller closes it. Initial values are set by nobody but the caller.
   *
   * @param target of the server, for example {@code grpc://localhost:2222}
   */
  @SuppressWarnings("try") // a scope works by being there
  static Session open(String target, Graph graph, ConfigProto configuration) {
    // What is made within a scope is given back at its end, unless somebody retains it.
    try (var scope = new PointerScope()) {
      var options = TF_SessionOptions.newSessionOptions();
      var status = TF_Status.newStatus();
      var config = new BytePointer(configuration.toByteArray());
      tensorflow.TF_SetTarget(options, target);
      tensorflow.TF_SetConfig(options, config, config.capacity(), status);
      status.throwExceptionIfNotOK();
      var session = TF_Session.newSession(handle(graph), options, status);
      status.throwExceptionIfNotOK();
      session.retainReference();
      return wrapped(graph, session);
    } catch (NoSuchFieldException | NoSuchMethodException | IllegalAccessException e) {
      throw new IllegalStateException(OTHER_VERSION, e);
    } catch (InstantiationException | InvocationTargetException e) {
      throw new IllegalStateException("a session of " + target + " cannot be opened", e);
    }
  }

  /** What sessions of a server name it by. */
  static String target(Server server) {
    try {
      var handle = Server.class.getDeclaredField("nativeHandle");
      handle.setAccessible(true);
      return tensorflow.TF_ServerTarget((TF_Server) handle.get(server)).getString();
    } catch (NoSuchFieldException | IllegalAccessException e) {
      throw new IllegalStateException(OTHER_VERSION, e);
    }
  }

  private static TF_Graph handle(Graph graph) throws NoSuchFieldException, IllegalAccessException {
    var handle = Graph.class.getDeclaredField("nativeHandle");
    handle.setAccessible(true);
    return (TF_Graph) handle.get(graph);
  }

  private static Session wrapped(Graph graph, TF_Session session)
      throws NoSuchMethodException,
          InstantiationException,
          IllegalAccessException,
          InvocationTargetException {
    var constructor = Session.class.getDeclaredConstructor(Graph.class, TF_Session.class);
    constructor.setAccessible(true);
    return constructor.newInstance(graph, session);
  }
}
