package io.pix2pix.bench.data;

import io.pix2pix.data.check.DataReport;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was found in a data set, for programs. */
public final class DataReportJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DataReportJson() {}

  /** The contents of a file: all that the record has, and whether the data can be used. */
  public static String of(DataReport report) {
    ObjectNode root = JSON.createObjectNode();
    root.put("usable", report.isUsable());
    root.setAll((ObjectNode) JSON.valueToTree(report));
    return JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(root) + "\n";
  }
}
