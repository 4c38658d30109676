package io.pixsim.logging.collector.ingest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.entry.LogEntry;
import io.pixsim.logging.collector.ingest.IngestAnswer.Remark;
import io.pixsim.logging.collector.ingest.body.BodyException;
import io.pixsim.logging.collector.ingest.body.BodyException.Kind;
import io.pixsim.logging.collector.ingest.body.BodyParser;
import io.pixsim.logging.collector.ingest.body.IngestLimits;
import io.pixsim.logging.collector.ingest.body.Row;
import io.pixsim.logging.collector.ingest.body.Unpacking;
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
    private final IngestCounters counters;
    private final Clock clock;

    /** The way into a store. */
    public Ingestion(LogStore store, Redactor redactor, IngestLimits limits, IngestCounters counters, Clock clock) {
        this.store = store;
        this.redaction = new Redaction(redactor);
        this.limits = limits;
        this.parser = new BodyParser(limits);
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
        return store(Format.PIXSIM, parser.batch(unpacked(body)), body.batchId());
    }

    /**
     * Takes one event, which has to tell its level and service.
     *
     * @return as {@link #batch} does
     * @throws BodyException when the event can't be taken
     */
    public CompletableFuture<IngestAnswer> single(Body body) throws BodyException {
        Row row = parser.single(unpacked(body));
        if (row.event() == null) {
            throw new BodyException(Kind.SHAPE, "the event is " + row.reason());
        }
        for (String name : List.of("level", "service")) {
            if (!(row.event().get(name) instanceof String text) || text.isBlank()) {
                throw new BodyException(Kind.SHAPE, "'" + name + "' is required and has to be a text");
            }
        }
        return store(Format.PIXSIM, List.of(row), body.batchId());
    }

    private byte[] unpacked(Body body) throws BodyException {
        return Unpacking.unpack(body.bytes(), body.encoding(), limits.maxBodyBytes());
    }

    private CompletableFuture<IngestAnswer> store(Format format, List<Row> rows, @Nullable String batchId) {
        counters.received(format, rows.size());
        List<LogEntry> entries = new ArrayList<>();
        List<Remark> rejected = new ArrayList<>();
        List<Remark> repaired = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.event() == null) {
                rejected.add(new Remark(i, String.valueOf(row.reason())));
                continue;
            }
            Made made = make(row.event());
            entries.add(made.entry());
            if (!made.repairs().isEmpty()) {
                repaired.add(new Remark(i, String.join("; ", made.repairs())));
            }
        }
        long arrived = EntryTime.micros(clock.instant());
        return store.append(new Append(batchId, entries)).thenApply(stored -> {
            IngestAnswer answer = new IngestAnswer(
                    stored.firstId(), rows.size(), entries.size(), stored.repeated(), rejected, repaired);
            counters.answered(answer, entries, arrived);
            return answer;
        });
    }

    private Made make(Map<String, @Nullable Object> event) {
        Object uid = event.remove(Wire.EVENT_UID);
        return EntryMaker.make(redaction.redact(event), uid == null ? null : uid.toString(), clock);
    }
}
