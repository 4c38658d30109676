package io.pixsim.logging.test.ingest;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.catalog.Wire;
import io.pixsim.logging.sink.IngestionFormat;
import io.pixsim.logging.sink.Tls;
import io.pixsim.logging.test.recording.Recording;
import org.jspecify.annotations.Nullable;

/**
 * An ingest endpoint: a real HTTP server on a free loopback port that speaks the wire contract, OTLP and the bulk API, records
 * what arrives, and answers badly on command.
 *
 * <pre>{@code
 * try (IngestServer server = IngestServer.start()) {
 *     server.enqueue(Answer.status(503));           // the first call; the next is answered well
 *     … forward to server.url() …
 *     assertThat(server.awaitEvents(7)).hasSize(7);
 *     assertThat(server.batches()).hasSize(2);      // refused once, then stored
 * }
 * }</pre>
 *
 * In a JUnit test, {@link IngestEndpoint} starts one for each test and closes it afterwards. What a job left behind is
 * read as from the backend, {@code GET /api/v1/logs/trace/job/<id>}. Safe for use by many threads. It never keeps a JVM
 * alive.
 */
public final class IngestServer implements AutoCloseable {

    /** How long the {@code await} methods wait unless told otherwise. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Which Python backend the endpoint behaves as when an event breaks the table's rules. */
    public enum Generation {
        /** The first: stores row by row up to the bad one, and answers 200 with a short count. Takes no time zone. */
        S0,
        /** Today's: stores all or nothing, and answers 500. */
        H
    }

    private final Listener listener;
    private final Security security;
    private final Backend backend;
    private final Endpoint endpoint;
    private final Script script = new Script();
    private final Hold hold = new Hold();
    private final Recording<ReceivedBatch> batches = new Recording<>();

    private IngestServer(Generation generation, Security security) {
        this.security = security;
        this.backend = new Backend(generation);
        this.endpoint = new Endpoint(backend, script, hold, batches);
        this.listener = new Listener(endpoint, security);
    }

    /**
     * Starts an endpoint that behaves as today's backend.
     *
     * @return the endpoint, ready to be called
     */
    public static IngestServer start() {
        return start(Generation.H);
    }

    /**
     * Starts an endpoint that behaves as one of the two backends.
     *
     * @param generation which one
     * @return the endpoint, ready to be called
     */
    public static IngestServer start(Generation generation) {
        return start(generation, Security.NONE);
    }

    /**
     * Starts an endpoint that behaves as one of the two backends, with TLS or without.
     *
     * @param generation which one
     * @param security whether it is spoken to over TLS, and whether clients have to show who they are
     * @return the endpoint, ready to be called
     */
    public static IngestServer start(Generation generation, Security security) {
        return new IngestServer(generation, security);
    }

    /**
     * Where batches go.
     *
     * @return the address of the batch endpoint
     */
    public URI url() {
        String scheme = security == Security.NONE ? "http" : "https";
        return URI.create(scheme + "://127.0.0.1:" + listener.port() + Wire.BATCH_PATH);
    }

    /**
     * What a client of an endpoint with TLS is set up with: it trusts the endpoint's certificate, which no JVM does by
     * itself, and shows the one that {@link Security#MUTUAL_TLS} asks for. The keys are part of this library, for everybody to
     * read: they are good for nothing but tests.
     *
     * @return the client's side
     */
    public Tls clientTls() {
        return TestCertificates.client();
    }

    /**
     * Where events go in any of the formats: PixSim batches, OTLP requests, or requests to the bulk API. What arrives is the
     * same event in each.
     *
     * @param format the format
     * @return the address
     */
    public URI url(IngestionFormat format) {
        return switch (format) {
            case PIXSIM -> url();
            case OTLP -> url().resolve(Endpoint.OTLP_PATH);
            case BULK -> url().resolve(Endpoint.BULK_PATH);
        };
    }

    /**
     * From now on PixSim batches packed with gzip are taken, and every answer says so with {@code Accept-Encoding: gzip}. The
     * Python backend refuses them, and so does this endpoint until it is told to take them. OTLP and bulk
     * requests are unpacked in any case.
     */
    public void acceptGzip() {
        endpoint.unpack();
    }

    /**
     * Adds to the script: each answer serves one call, in this order; after the last, all calls get the default answer.
     *
     * @param answers the answers to the next calls that no answer waits for yet
     */
    public void enqueue(Answer... answers) {
        List.of(answers).forEach(script::enqueue);
    }

    /**
     * Sets the default answer, which every call gets that the script has none for. At first it is {@link Answer#ok()}.
     *
     * @param answer the answer
     */
    public void respond(Answer answer) {
        script.otherwise(answer);
    }

    /** Lets every call go on that hangs or is delayed now. */
    public void release() {
        hold.release();
    }

    /**
     * Closes the port and every connection, answered or not, as a server does that is down, until {@link #up()}. What was
     * recorded stays, and so does the script.
     */
    public void down() {
        listener.close();
    }

    /** Opens the same port again after {@link #down()}. */
    public void up() {
        listener.open();
    }

    /**
     * Every call to the ingest endpoint, in the order of arrival, whatever it was answered.
     *
     * @return an immutable list
     */
    public List<ReceivedBatch> batches() {
        return batches.snapshot();
    }

    /**
     * Every event that was stored, in the order of arrival; one that a client sent twice and that was stored twice is
     * there twice.
     *
     * @return an immutable list of decoded events
     */
    public List<Map<String, @Nullable Object>> events() {
        return backend.rows().snapshot().stream().map(StoredRow::event).toList();
    }

    /**
     * How many events arrived in all calls, stored or not, repeats included.
     *
     * @return the number
     */
    public int received() {
        return batches().stream().mapToInt(batch -> batch.events().size()).sum();
    }

    /**
     * What became of events that are told apart by {@code event_uid}, which the forwarder gives to each: how many are stored,
     * which of them more than once, and which numbers of a run are not there.
     *
     * @return the account of what is stored by now
     */
    public Accounting accounting() {
        return Accounting.byUid(events());
    }

    /**
     * The same for events that the test has numbered itself, from 0 on.
     *
     * @param sequence the name of the field that holds the number; events without it count for nothing
     * @return the account of what is stored by now
     */
    public Accounting accounting(String sequence) {
        return Accounting.bySequence(events(), sequence);
    }

    /**
     * Waits until so many calls have arrived, whatever they are answered.
     *
     * @param atLeast how many
     * @return what {@link #batches()} tells then
     * @throws AssertionError when they have not arrived within {@link #PATIENCE}
     */
    public List<ReceivedBatch> awaitBatches(int atLeast) {
        require(batches.await(calls -> calls.size() >= atLeast, PATIENCE), atLeast + " calls", PATIENCE);
        return batches();
    }

    /**
     * Waits until so many events are stored.
     *
     * @param atLeast how many
     * @return what {@link #events()} tells then
     * @throws AssertionError when they are not within {@link #PATIENCE}
     */
    public List<Map<String, @Nullable Object>> awaitEvents(int atLeast) {
        return awaitEvents(atLeast, PATIENCE);
    }

    /**
     * Waits until so many events are stored.
     *
     * @param atLeast how many
     * @param atMost how long to wait
     * @return what {@link #events()} tells then
     * @throws AssertionError when they are not by then
     */
    public List<Map<String, @Nullable Object>> awaitEvents(int atLeast, Duration atMost) {
        require(backend.rows().await(rows -> rows.size() >= atLeast, atMost), atLeast + " stored events", atMost);
        return events();
    }

    /**
     * Waits until an event of a job is stored.
     *
     * @param jobId the job's number
     * @return the job's events by now, in the order of arrival
     * @throws AssertionError when there is none within {@link #PATIENCE}
     */
    public List<Map<String, @Nullable Object>> awaitJob(long jobId) {
        return awaitJob(String.valueOf(jobId));
    }

    /**
     * Waits until an event of a job is stored.
     *
     * @param jobId the job's id; text such as {@code job-abc123} arrives as {@code job_id_raw}
     * @return the job's events by now, in the order of arrival
     * @throws AssertionError when there is none within {@link #PATIENCE}
     */
    public List<Map<String, @Nullable Object>> awaitJob(String jobId) {
        Recording<StoredRow> rows = backend.rows();
        boolean stored = rows.await(all -> all.stream().anyMatch(row -> row.isOfJob(jobId)), PATIENCE);
        require(stored, "an event of job " + jobId, PATIENCE);
        return rows.snapshot().stream()
                .filter(row -> row.isOfJob(jobId))
                .map(StoredRow::event)
                .toList();
    }

    /** Closes the port and every connection, answered or not, and ends its threads. What was recorded can still be read. */
    @Override
    public void close() {
        listener.end();
    }

    private void require(boolean met, String expected, Duration waited) {
        if (met) {
            return;
        }
        StringBuilder text = new StringBuilder("expected " + expected + " within " + waited + ", but there are "
                + batches().size() + " calls and " + events().size() + " stored events:");
        events().forEach(event -> text.append("\n  ").append(event));
        throw new AssertionError(text.toString());
    }
}
