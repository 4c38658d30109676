package io.pixsim.logging.collector.ingest.otlp;

import io.pixsim.logging.collector.ingest.body.BodyException;
import io.pixsim.logging.collector.ingest.body.BodyException.Kind;
import io.pixsim.logging.collector.ingest.body.IngestLimits;
import io.pixsim.logging.collector.ingest.body.RowSink;

/**
 * The records of a request, as they are read. What a resource says is said of each of its records, and a few bytes could so
 * stand for gigabytes: what all of them make together has a limit, too.
 */
final class Records {

    private static final int MOST_TIMES_A_BODY = 4;

    private final IngestLimits limits;
    private final RowSink rows;
    private int read;
    private long bytes;

    Records(IngestLimits limits, RowSink rows) {
        this.rows = rows;
        this.limits = limits;
    }

    /** One more is about to be read. */
    void begin() throws BodyException {
        limits.requireRoom(read++);
    }

    /** Takes a record that was read. */
    void add(LogRecord record, Scope scope, Attributes resource) throws BodyException {
        record.bytes += resource.bytes() + scope.attributes().bytes();
        bytes += record.bytes;
        if (bytes > (long) MOST_TIMES_A_BODY * limits.maxBodyBytes()) {
            throw new BodyException(Kind.TOO_LARGE, "too large with what resources say of each record");
        }
        check(record, resource, scope.attributes());
        rows.take(record.row(resource, scope));
    }

    private void check(LogRecord record, Attributes resource, Attributes scope) {
        if (record.fault != null) {
            return;
        }
        if (record.bytes > limits.maxEventBytes()) {
            record.fault = "larger than " + limits.maxEventBytes() + " bytes: " + record.bytes;
        } else {
            record.fault = resource.fault() != null ? resource.fault() : scope.fault();
        }
    }
}
