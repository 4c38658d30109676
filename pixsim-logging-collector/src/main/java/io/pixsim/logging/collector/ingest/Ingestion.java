package io.pixsim.logging.collector.ingest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.ingest.body.BodyException;
import io.pixsim.logging.collector.ingest.body.BodyException.Kind;
import io.pixsim.logging.collector.ingest.body.BodyParser;
import io.pixsim.logging.collector.ingest.body.HalfCharacters;
import io.pixsim.logging.collector.ingest.body.IngestLimits;
import io.pixsim.logging.collector.ingest.body.Row;
import io.pixsim.logging.collector.ingest.body.RowSink;
import io.pixsim.logging.collector.ingest.body.Unpacking;
import io.pixsim.logging.collector.ingest.bulk.BulkBodies;
import io.pixsim.logging.collector.ingest.bulk.BulkItem;
import io.pixsim.logging.collector.ingest.otlp.JsonLogs;
import io.pixsim.logging.collector.ingest.otlp.ProtobufLogs;
import io.pixsim.logging.collector.store.Append;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.redact.Redactor;
import org.jspecify.annotations.Nullable;

/**
 * Takes bodies in: unpacked, parsed, redacted, sorted into columns, stored. Row by row: what is wrong with one event costs no
 * other one. Safe for use by many threads.
 */
public final class Ingestion {

    private final LogStore store;
    private final Redaction redaction;
    private final IngestLimits limits;
    private final BodyParser parser;
    private final BulkBodies bulk;
    private final IngestCounters counters;
    private final Clock clock;

    /** The way into a store. */
    public Ingestion(LogStore store, Redactor redactor, IngestLimits limits, IngestCounters counters, Clock clock) {
        this.store = store;
        this.redaction = new Redaction(redactor);
        this.limits = limits;
        this.parser = new BodyParser(limits);
        this.bulk = new BulkBodies(limits);
        this.counters = counters;
        this.clock = clock;
    }

    /**
     * A body as it came.
     *
     * @param bytes the bytes
     * @param encoding how they are packed, or null
     * @param batchId what the sender calls the request in each try, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    public record Body(
            byte[] bytes,
            @Nullable String encoding,
            @Nullable String batchId) {}

    /**
     * Takes a batch.
     *
     * @return done when the events are durable; failed with a {@link io.pixsim.logging.collector.store.StoreException}
     * @throws BodyException when the body can't be taken as a whole
     */
    public CompletableFuture<IngestAnswer> batch(Body body) throws BodyException {
        return store(Format.PIXSIM, body, parser::batch);
    }

    /**
     * Takes events, one on each line.
     *
     * @return as {@link #batch} does
     * @throws BodyException when the body can't be taken as a whole
     */
    public CompletableFuture<IngestAnswer> lines(Body body) throws BodyException {
        return store(Format.NDJSON, body, parser::lines);
    }

    /**
     * Takes one event, which has to tell its level and service.
     *
     * @return as {@link #batch} does
     * @throws BodyException when the event can't be taken
     */
    public CompletableFuture<IngestAnswer> single(Body body) throws BodyException {
        return store(Format.PIXSIM, body, (bytes, rows) -> rows.take(complete(parser.single(bytes))));
    }

    private static Row complete(Row row) throws BodyException {
        if (row.event() == null) {
            throw new BodyException(Kind.SHAPE, "the event is " + row.reason());
        }
        for (String name : List.of("level", "service")) {
            if (!(row.event().get(name) instanceof String text) || text.isBlank()) {
                throw new BodyException(Kind.SHAPE, "'" + name + "' is required and has to be a text");
            }
        }
        return row;
    }

    /**
     * Takes log records of OpenTelemetry in Protocol Buffers.
     *
     * @return as {@link #batch} does
     * @throws BodyException when the body can't be taken as a whole
     */
    public CompletableFuture<IngestAnswer> otlpProtobuf(Body body) throws BodyException {
        return store(Format.OTLP, body, (bytes, rows) -> ProtobufLogs.read(bytes, limits, rows));
    }

    /**
     * Takes log records of OpenTelemetry in JSON.
     *
     * @return as {@link #batch} does
     * @throws BodyException when the body can't be taken as a whole
     */
    public CompletableFuture<IngestAnswer> otlpJson(Body body) throws BodyException {
        return store(Format.OTLP, body, (bytes, rows) -> JsonLogs.read(bytes, limits, rows));
    }

    /**
     * What became of a bulk request.
     *
     * @param items what was asked for, in order
     * @param answer what became of it; indexes are those of the items
     */
    public record Bulk(List<BulkItem> items, IngestAnswer answer) {

        /** A copy that nobody changes. */
        public Bulk {
            items = List.copyOf(items);
        }
    }

    /**
     * Takes a bulk request.
     *
     * @param index where documents go that do not say, or null
     * @return as {@link #batch} does
     * @throws BodyException when the body can't be taken as a whole
     */
    public CompletableFuture<Bulk> bulk(Body body, @Nullable String index) throws BodyException {
        List<BulkItem> items = new ArrayList<>();
        return store(Format.BULK, body, (bytes, rows) -> items.addAll(bulk.read(bytes, index, rows)))
                .thenApply(answer -> new Bulk(items, answer));
    }

    /** How the rows of a body are read. */
    private interface Reading {

        void read(byte[] body, RowSink rows) throws BodyException;
    }

    /** A second time, with what parsers don't take put right, before a body is given up for it. */
    private Intake intake(byte[] body, Reading reading) throws BodyException {
        Intake intake = new Intake(redaction, clock);
        try {
            reading.read(body, intake);
            return intake;
        } catch (BodyException e) {
            if (e.kind() != Kind.MALFORMED || !HalfCharacters.replace(body, 0, body.length)) {
                throw e;
            }
        }
        Intake again = new Intake(redaction, clock);
        reading.read(body, again);
        return again;
    }

    private CompletableFuture<IngestAnswer> store(Format format, Body body, Reading reading) throws BodyException {
        Intake intake = intake(Unpacking.unpack(body.bytes(), body.encoding(), limits.maxBodyBytes()), reading);
        counters.received(format, intake.rows());
        long arrived = EntryTime.micros(clock.instant());
        return store.append(new Append(body.batchId(), intake.entries())).thenApply(stored -> {
            IngestAnswer answer = intake.answer(stored);
            counters.answered(answer, intake.news(stored), arrived);
            return answer;
        });
    }
}
