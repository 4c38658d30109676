package io.pixsim.logging.collector.ingest.body;

/** Takes rows as they are read, so that not all of a body has to be in memory in the form of plain values. */
public interface RowSink {

    /** The next row. */
    void take(Row row);
}
