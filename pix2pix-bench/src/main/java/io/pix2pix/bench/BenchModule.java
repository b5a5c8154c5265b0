package io.pix2pix.bench;

import io.pix2pix.api.metric.Metric;
import io.pix2pix.api.plugin.PluginModule;
import io.pix2pix.bench.card.HuggingFaceLayout;
import io.pix2pix.bench.evaluation.Evaluation;
import io.pix2pix.bench.evaluation.RunEvaluation;
import io.pix2pix.bench.metric.Diversity;
import io.pix2pix.bench.metric.MeanAbsoluteError;
import io.pix2pix.bench.metric.MultiScaleSimilarity;
import io.pix2pix.bench.metric.PeakSignalToNoiseRatio;
import io.pix2pix.bench.metric.Sharpness;
import io.pix2pix.bench.metric.StructuralSimilarity;
import io.pix2pix.bench.metric.color.LabHistogram;
import io.pix2pix.bench.metric.feature.FrechetInceptionDistance;
import io.pix2pix.bench.metric.feature.KernelInceptionDistance;
import io.pix2pix.bench.metric.label.FcnScore;
import io.pix2pix.bench.metric.label.LabelAccuracy;
import io.pix2pix.bench.metric.patch.SlicedWasserstein;
import io.pix2pix.bench.report.Report;
import io.pix2pix.bench.speed.endurance.Endurance;
import io.pix2pix.bench.speed.job.JobProgram;
import io.pix2pix.bench.speed.job.Jobs;
import io.pix2pix.bench.speed.roofline.RooflineMeasurement;
import io.pix2pix.bench.study.Study;
import io.pix2pix.bench.study.StudyEstimate;
import io.pix2pix.bench.study.execution.CellRunner;
import io.pix2pix.bench.study.execution.Executor;
import io.pix2pix.bench.study.execution.InProcess;
import io.pix2pix.bench.study.execution.Processes;
import io.pix2pix.bench.study.plan.StudyReader;
import io.pix2pix.bench.study.pruning.Asha;
import io.pix2pix.bench.study.pruning.Pruning;
import io.pix2pix.bench.tracking.Tracker;
import io.pix2pix.bench.tracking.mlflow.Mlflow;
import io.pix2pix.train.layout.ModelLayout;

/**
 * The metrics that runs are measured by, where the cells of studies run and which end early, and
 * model cards.
 */
public final class BenchModule extends PluginModule {
  @Override
  protected void plugins() {
    plugin(Metric.class, "l1", MeanAbsoluteError.class);
    plugin(Metric.class, "psnr", PeakSignalToNoiseRatio.class);
    plugin(Metric.class, "ssim", StructuralSimilarity.class);
    plugin(Metric.class, "ms-ssim", MultiScaleSimilarity.class);
    plugin(Metric.class, "lab-histogram", LabHistogram.class);
    plugin(Metric.class, "fcn-score", FcnScore.class);
    plugin(Metric.class, "label-accuracy", LabelAccuracy.class);
    plugin(Metric.class, "sliced-wasserstein", SlicedWasserstein.class);
    plugin(Metric.class, "kid", KernelInceptionDistance.class);
    plugin(Metric.class, "fid", FrechetInceptionDistance.class);
    plugin(Metric.class, "diversity", Diversity.class);
    plugin(Metric.class, "sharpness", Sharpness.class);
    plugin(Executor.class, "in-process", InProcess.class);
    plugin(Executor.class, "processes", Processes.class);
    plugin(Pruning.class, "asha", Asha.class);
    plugin(ModelLayout.class, "huggingface", HuggingFaceLayout.class);
    plugin(Tracker.class, "mlflow", Mlflow.class);
    bind(Evaluation.class);
    bind(RunEvaluation.class);
    bind(StudyReader.class);
    bind(CellRunner.class);
    bind(Study.class);
    bind(Report.class);
    bind(StudyEstimate.class);
    bind(Jobs.class);
    bind(Endurance.class);
    bind(JobProgram.class);
    bind(RooflineMeasurement.class);
  }
}
