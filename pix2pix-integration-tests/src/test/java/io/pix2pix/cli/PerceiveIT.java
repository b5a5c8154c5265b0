package io.pix2pix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pix2pix.cli.perception.JudgedRuns;
import io.pix2pix.train.run.Arithmetic;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerceiveIT {
  private static final String CELL =
      """
      {"name": "a", "title": "A", "values": {}, "seed": 1, "run": "%s", "changes": [],
       "state": "%s", "reason": null, "seconds": 0, "metrics": []}""";
  private static final String STATE =
      """
      {"name": "s", "title": "S", "caption": "", "scale": "full", "axes": [], "metrics": [],
       "pictures": [], "paper": null, "cells": [%s], "source": {
         "software": {"pix2pix": "1", "tensorflow": "2", "java": "17"},
         "machine": {"system": "Linux", "architecture": "amd64", "processors": 2, "processor": null},
         "commit": null, "data": null, "threads": 1, "started": "2026-01-01T00:00:00Z",
         "updated": "2026-01-01T00:00:00Z"}}""";

  private static final Pattern ADDRESS = Pattern.compile("Open (http://\\S+)");
  private static final Pattern SESSION = Pattern.compile("\"session\":\"(\\w+)\"");
  private static final int PATIENCE = 600;

  @TempDir static Path home;
  private static Pix2Pix pix2pix;
  private static String first;
  private static String second;

  @BeforeAll
  static void train() {
    pix2pix = new Pix2Pix(home);
    first = pix2pix.trained("first").toString();
    second = pix2pix.trained("second", "--set", "seed=2").toString();
  }

  @Test
  void servesAStudyAndTellsWhatParticipantsAnswered() throws Exception {
    var folder = home.resolve("judged");
    var served = new StringWriter();
    var serving =
        new Thread(
            () ->
                Main.run(
                    new PrintWriter(served),
                    new PrintWriter(served),
                    arguments(folder, "--repeat")));
    serving.start();
    var address = address(served);
    assertThat(served.toString()).startsWith(Arithmetic.current().sentence());
    for (int participant = 0; participant < 4; participant++) {
      play(address);
    }
    serving.interrupt();
    serving.join();

    var answer = pix2pix.run("perceive", "--results", folder.toString());

    assertThat(answer.code()).as(answer.err()).isZero();
    assertThat(answer.out())
        .containsPattern("first +\\d+\\.\\d % +\\[\\S+, \\S+\\] +2 +6\n")
        .containsPattern("second +\\d+\\.\\d % +\\[\\S+, \\S+\\] +2 +6\n")
        .containsPattern("first - second: -?\\d+\\.\\d points \\[\\S+, \\S+\\], p = [01]\\.\\d{4}");
    assertThat(folder.resolve("images/generated/second"))
        .isDirectoryContaining("glob:**/00001.png");
    pix2pix.run("evaluate", first);
    var reported =
        pix2pix.run("report", pix2pix.runs().toString(), "--perception", folder.toString());
    assertThat(reported.code()).as(reported.err()).isZero();
    assertThat(Files.readString(pix2pix.runs().resolve("report/table.md")))
        .containsPattern("\\| first \\| \\d+\\.\\d \\[\\S+, \\S+\\] \\| 4 \\| 12 \\|");
    var json = Path.of(first, "run.json");
    var kept = Files.readString(json);
    Files.writeString(
        json,
        kept.replaceAll("\"started\" : \"[^\"]+\"", "\"started\" : \"2020-01-01T00:00:00Z\""));
    pix2pix.run("report", pix2pix.runs().toString(), "--perception", folder.toString());
    assertThat(Files.readString(pix2pix.runs().resolve("report/table.md")))
        .contains("first: is not among the runs of this report");
    pix2pix
        .run(arguments(folder, "--repeat"))
        .refuses(1, "answers were given under run first = step", "give another --folder");
    Files.writeString(json, kept);
    pix2pix
        .run(arguments(folder, "--repeat", "--order", "2"))
        .refuses(1, "answers were given under order = 1, not 2; give another --folder");
  }

  @Test
  void saysHowManyImagesAStudyNeeds() {
    pix2pix
        .run("perceive", pix2pix.runs().toString())
        .refuses(1, "split test: holds 2 pairs; 10 practice and 40 other trials need at least 50");
  }

  @Test
  void keepsAnswersInTheStudyOfARunOrBesideIt() throws IOException {
    var study = Files.createDirectories(home.resolve("runs-of-studies/table"));
    Files.writeString(study.resolve("study.json"), "{}");

    assertThat(JudgedRuns.home(study.resolve("cells/l1-seed-1")))
        .isEqualTo(study.resolve("perception"));
    assertThat(JudgedRuns.home(home.resolve("runs/l1"))).isEqualTo(home.resolve("runs/perception"));
  }

  @Test
  void ofAStudyOnlyTheCellsThatAreDoneAreJudged() throws IOException {
    var study = home.resolve("partly-done");
    var cells = new StringBuilder();
    for (var state : List.of("done", "failed", "running")) {
      var run = "cells/" + state;
      Files.createDirectories(study.resolve(run));
      Files.writeString(study.resolve(run + "/experiment.yaml"), "");
      cells.append(cells.isEmpty() ? "" : ", ").append(CELL.formatted(run, state));
    }
    Files.writeString(study.resolve("study.json"), STATE.formatted(cells));

    assertThat(JudgedRuns.folders(List.of(study))).containsExactly(study.resolve("cells/done"));
  }

  @Test
  void refusesWhatHoldsNoRuns() throws IOException {
    var empty = Files.createDirectories(home.resolve("empty")).toString();

    pix2pix.run("perceive").refuses(1, "no runs were given");
    pix2pix.run("perceive", empty).refuses(1, "is no run and holds none");
    pix2pix.run("perceive", empty + "/none").refuses(1, "is not a folder");
    pix2pix.run("perceive", "--results", empty).refuses(1, "answers.sqlite: is not there");
  }

  @Test
  void refusesRunsOfDifferentData() throws IOException {
    Files.createDirectories(home.resolve("elsewhere"));
    var other = new Pix2Pix(home.resolve("elsewhere")).trained("other", "--set", "data.size=32");

    pix2pix.run("perceive", first, other.toString()).refuses(1, "translates other pairs than");
  }

  @Test
  void refusesAPortInUse() throws IOException {
    try (var taken = new ServerSocket(0)) {
      pix2pix
          .run(arguments(home.resolve("unserved"), "--repeat", "--port", "" + taken.getLocalPort()))
          .refuses(1, "cannot be listened at", "give another port");
    }
  }

  private static String[] arguments(Path folder, String... more) {
    var all = new ArrayList<>(List.of("perceive", first, second, "--folder", folder.toString()));
    all.addAll(List.of("--practice", "1", "--trials", "3"));
    all.addAll(List.of(more));
    if (!all.contains("--port")) {
      all.addAll(List.of("--port", "0"));
    }
    return all.toArray(String[]::new);
  }

  private static URI address(StringWriter served) throws InterruptedException {
    for (int i = 0; i < PATIENCE; i++) {
      var found = ADDRESS.matcher(served.toString());
      if (found.find()) {
        return URI.create(found.group(1));
      }
      Thread.sleep(100);
    }
    throw new AssertionError(served.toString());
  }

  private static void play(URI address) throws IOException, InterruptedException {
    var begun = SESSION.matcher(post(address, "sessions"));
    assertThat(begun.find()).isTrue();
    for (int trial = 0; trial < 4; trial++) {
      var path = "sessions/%s/answers/%d/left".formatted(begun.group(1), trial);
      assertThat(post(address, path)).contains("\"trial\":" + (trial + 1));
    }
  }

  private static String post(URI address, String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
