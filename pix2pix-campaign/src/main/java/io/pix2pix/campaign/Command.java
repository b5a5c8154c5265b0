package io.pix2pix.campaign;

import com.google.common.collect.ImmutableList;

/**
 * A command, and what it leaves.
 *
 * @param name for the table
 * @param arguments with {@code @} in the place of the folder of the case
 * @param results files, or folders of files, from the folder of the case: equal wherever the
 *     command found everything as it was
 */
record Command(String name, ImmutableList<String> arguments, ImmutableList<String> results) {
  private static final String EXPERIMENT = "@/tiny.yaml";
  private static final String RUN = "runs/run/";

  private static final ImmutableList<String> TRAINED =
      ImmutableList.of(
          RUN + "losses.csv",
          RUN + "validation.csv",
          RUN + "samples/step-000012.png",
          RUN + "checkpoints/step-00000012.safetensors");

  /** A new run of all twelve steps. */
  static final Command TRAIN =
      of("train", "train @/tiny.yaml --data @/data --runs @/fresh --set training.epochs=3")
          .leaving(
              "fresh/tiny/losses.csv",
              "fresh/tiny/validation.csv",
              "fresh/tiny/checkpoints/step-00000012.safetensors");

  /** What is to be done after it was killed. */
  static final Command TRAIN_ON = new Command("train", args(TRAIN, "--resume"), TRAIN.results());

  /** The last four of twelve steps. */
  static final Command RESUME =
      new Command(
          "resume",
          of(
                  "",
                  "train "
                      + EXPERIMENT
                      + " --data @/data --runs @/runs --name run --resume"
                      + " --set training.epochs=3")
              .arguments(),
          TRAINED);

  static final Command TRANSLATE =
      of("translate", "translate @/runs/run @/input.png @/out.png").leaving("out.png");

  static final Command TRANSLATE_FOLDER =
      of("translate folder", "translate @/runs/run @/data/test @/out --pairs").leaving("out");

  static final Command EVALUATE =
      of("evaluate", "evaluate @/runs/run").leaving(RUN + "metrics.csv", RUN + "evaluations");

  static final Command EXPORT =
      of("export", "export @/runs/run @/out.safetensors").leaving("out.safetensors");

  static final Command INITIALIZE =
      of(
              "initialize",
              "train @/tiny.yaml --data @/data --runs @/fresh --name other --set training.epochs=1"
                  + " --initialize-from @/runs/run")
          .leaving("fresh/other/losses.csv");

  static final Command REPORT = of("report", "report @/runs").leaving("runs/report");

  static final Command STUDY =
      of("study", "study @/study.yaml --data @/data --runs @/runs")
          .leaving(
              "runs/study/cells/l1-seed-1/metrics.csv",
              "runs/study/cells/l1-seed-1/translated",
              "runs/study/cells/l1-seed-1/checkpoints/step-00000004.safetensors",
              "runs/study/cells/cgan-seed-1/metrics.csv",
              "runs/study/cells/cgan-seed-1/translated",
              "runs/study/cells/cgan-seed-1/checkpoints/step-00000004.safetensors");

  static final Command STUDY_REPORT =
      of("study report", "report @/runs/study").leaving("runs/study/report");

  static final Command DATA_CHECK =
      of("data check", "data check @/data --json @/check.json").leaving("check.json");

  private static Command of(String name, String line) {
    return new Command(name, ImmutableList.copyOf(line.split(" ")), ImmutableList.of());
  }

  private Command leaving(String... files) {
    return new Command(name, arguments, ImmutableList.copyOf(files));
  }

  private static ImmutableList<String> args(Command command, String more) {
    return ImmutableList.<String>builder().addAll(command.arguments()).add(more).build();
  }

  /** The arguments in the folder of a case. */
  String[] in(Workplace workplace) {
    var home = workplace.home().toString();
    return arguments.stream().map(one -> one.replace("@", home)).toArray(String[]::new);
  }
}
