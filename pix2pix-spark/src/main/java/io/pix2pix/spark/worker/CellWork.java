package io.pix2pix.spark.worker;

import java.io.Serializable;

/**
 * What a worker does of a study: a cell.
 *
 * @param launch of the process that does it
 * @param folder that all machines see
 * @param study the parcel with what the study is
 * @param name of the folder of the study
 * @param data the parcel with the data; empty if there is none, or the worker has it
 * @param cell the name of its run
 * @param kept where its snapshots lie, in the folder that all machines see
 * @param task as JSON, with folders of another machine
 * @param stop the file that tells to stop, in the folder that all machines see
 */
public record CellWork(
    Launch launch,
    String folder,
    String study,
    String name,
    String data,
    String cell,
    String kept,
    String task,
    String stop)
    implements Serializable {}
