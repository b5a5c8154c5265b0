package io.pix2pix.bench.study.execution;

import com.google.common.base.Ascii;
import com.google.common.base.Enums;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happens to a cell. As text it is one line of JSON, for example {@code
 * {"event":"step","cell":"l1-seed-1","step":5,"of":8}}: the progress that a process prints which
 * runs a {@link CellTask}.
 *
 * @param kind what happens
 * @param cell the name of the cell's run
 * @param step done so far; 0 unless it is a {@link Kind#STEP}
 * @param of all steps; 0 unless it is a {@link Kind#STEP}
 * @param reason why it failed, if it did
 * @param cause what the failure lies in, if it failed
 */
public record CellEvent(
    Kind kind,
    String cell,
    long step,
    long of,
    Optional<String> reason,
    Optional<FailureCause> cause) {
  private static final JsonMapper JSON = new JsonMapper();

  /** The cell begins, or is resumed. */
  public static CellEvent started(String cell) {
    return plain(Kind.STARTED, cell);
  }

  /** Steps are done. */
  public static CellEvent step(String cell, long step, long of) {
    return new CellEvent(Kind.STEP, cell, step, of, Optional.empty(), Optional.empty());
  }

  /** The cell was asked to stop, and did, with a checkpoint. */
  public static CellEvent stopped(String cell) {
    return plain(Kind.STOPPED, cell);
  }

  /** The cell has taken the epochs that its task asks for, and may be resumed after it. */
  public static CellEvent paused(String cell) {
    return plain(Kind.PAUSED, cell);
  }

  /** The cell is trained and measured. */
  public static CellEvent done(String cell) {
    return plain(Kind.DONE, cell);
  }

  /** The cell cannot be done as its experiment says: it would fail the next time, too. */
  public static CellEvent failed(String cell, String reason) {
    return failed(cell, reason, FailureCause.EXPERIMENT);
  }

  /** The cell was lost: its process was killed, memory or disk were full. It may go well again. */
  public static CellEvent lost(String cell, String reason) {
    return failed(cell, reason, FailureCause.MACHINE);
  }

  private static CellEvent failed(String cell, String reason, FailureCause cause) {
    return new CellEvent(Kind.FAILED, cell, 0, 0, Optional.of(reason), Optional.of(cause));
  }

  private static CellEvent plain(Kind kind, String cell) {
    return new CellEvent(kind, cell, 0, 0, Optional.empty(), Optional.empty());
  }

  /** The event as JSON on one line. */
  public String json() {
    var node = JSON.createObjectNode();
    node.put("event", Ascii.toLowerCase(kind.name())).put("cell", cell);
    if (kind == Kind.STEP) {
      node.put("step", step).put("of", of);
    }
    reason.ifPresent(why -> node.put("reason", why));
    cause.ifPresent(why -> node.put("cause", Ascii.toLowerCase(why.name())));
    return node.toString();
  }

  /** The event that a line stands for; empty if it is no event, for example a log message. */
  public static Optional<CellEvent> parse(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      var node = JSON.readTree(line);
      return constant(Kind.class, node, "event").map(known -> of(known, node));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static CellEvent of(Kind kind, JsonNode node) {
    var cause = constant(FailureCause.class, node, "cause").orElse(FailureCause.EXPERIMENT);
    return new CellEvent(
        kind,
        node.path("cell").asString(""),
        node.path("step").asLong(0),
        node.path("of").asLong(0),
        Optional.ofNullable(node.get("reason")).map(why -> why.asString("")),
        kind == Kind.FAILED ? Optional.of(cause) : Optional.empty());
  }

  private static <E extends Enum<E>> Optional<E> constant(
      Class<E> type, JsonNode node, String key) {
    return Enums.getIfPresent(type, Ascii.toUpperCase(node.path(key).asString(""))).toJavaUtil();
  }

  /** What a failure lies in. */
  public enum FailureCause {
    /** What the cell is: input that cannot be used, losses that are not finite. */
    EXPERIMENT,
    /** Where it ran: a process that was killed, memory or a disk that was full, a lost machine. */
    MACHINE
  }

  /** What happens. */
  public enum Kind {
    /** It begins, or is resumed. */
    STARTED,
    /** Steps are done. */
    STEP,
    /** It stopped before its end, with a checkpoint. */
    STOPPED,
    /** It has taken the epochs that its task asks for, and waits for what the study decides. */
    PAUSED,
    /** It is trained and measured. */
    DONE,
    /** It could not be done. */
    FAILED;

    /** Whether nothing comes after it. */
    public boolean isEnd() {
      return this != STARTED && this != STEP;
    }
  }

  /** Is told by an executor what happens to cells, also by several threads at once. */
  public interface Listener {

    /** Something happened to a cell: it started, took steps, or ended. */
    void onEvent(CellEvent event);

    /** Whether cells should stop after their step, with a checkpoint. */
    boolean wantsStop();
  }
}
