package io.pix2pix.spark.driver;

import io.pix2pix.spark.worker.CellFunction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Tells of cells that begin, and of their steps, which come with the heartbeats of executors.
 *
 * <p>Safe for use by several threads.
 */
final class CellProgress extends SparkListener {
  /** The property of a job that names its cell. */
  static final String CELL = "pix2pix.cell";

  private final Answers answers;
  private final Map<Integer, String> byStage = new HashMap<>();
  private final Map<String, Counters> counters = new HashMap<>();
  private final Map<String, Long> told = new HashMap<>();
  private final Set<String> begun = new HashSet<>();

  CellProgress(Answers answers) {
    this.answers = answers;
  }

  private record Counters(long step, long of) {}

  /** Names the counters of a cell. */
  synchronized void expect(String cell, long step, long of) {
    counters.put(cell, new Counters(step, of));
  }

  synchronized boolean hasBegun(String cell) {
    return begun.contains(cell);
  }

  @Override
  public synchronized void onJobStart(SparkListenerJobStart job) {
    var cell = job.properties().getProperty(CELL);
    if (cell != null) {
      CollectionConverters.asJava(job.stageInfos())
          .forEach(stage -> byStage.put(stage.stageId(), cell));
    }
  }

  @Override
  public synchronized void onTaskStart(SparkListenerTaskStart task) {
    var cell = byStage.get(task.stageId());
    if (cell != null && begun.add(cell)) {
      answers.event(CellFunction.event("started", cell));
    }
  }

  @Override
  public synchronized void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
    for (var task : CollectionConverters.asJava(update.accumUpdates())) {
      var cell = byStage.get((Integer) task._2());
      if (cell != null) {
        var values = new HashMap<Long, Long>();
        CollectionConverters.asJava(task._4())
            .forEach(
                info -> {
                  if (info.update().isDefined() && info.update().get() instanceof Long value) {
                    values.put(info.id(), value);
                  }
                });
        tell(cell, values);
      }
    }
  }

  private void tell(String cell, Map<Long, Long> values) {
    var its = Objects.requireNonNull(counters.get(cell));
    long step = values.getOrDefault(its.step(), 0L);
    long of = values.getOrDefault(its.of(), 0L);
    if (of > 0 && !Long.valueOf(step).equals(told.put(cell, step))) {
      answers.event(CellFunction.event("step", cell).put("step", step).put("of", of));
    }
  }
}
