package io.pixsim.logging.collector.web;

import static org.eclipse.jetty.http.UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING;
import static org.eclipse.jetty.http.UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR;
import static org.eclipse.jetty.http.UriCompliance.Violation.SUSPICIOUS_PATH_CHARACTERS;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import io.pixsim.logging.collector.ingest.IngestCounters;
import io.pixsim.logging.collector.ingest.Ingestion;
import io.pixsim.logging.collector.query.Counts;
import io.pixsim.logging.collector.query.Entries;
import io.pixsim.logging.collector.query.LineTail;
import io.pixsim.logging.collector.query.Values;
import io.pixsim.logging.collector.status.SystemState;
import io.pixsim.logging.collector.store.LogStore;
import io.pixsim.logging.diagnostics.LibraryThread;
import io.pixsim.logging.redact.Redactor;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** The API on a port. Its threads never keep a JVM alive. */
public final class CollectorServer implements AutoCloseable {

    private static final int MAX_THREADS = 32;
    private static final int MIN_THREADS = 4;
    private static final int IDLE_MILLIS = 60_000;
    private static final int ACCEPT_QUEUE = 1_024;
    private static final int INGEST_WAITING = 1_000;
    private static final int QUERY_THREADS = 4;
    private static final int QUERY_WAITING = 256;
    private static final int TAIL_THREADS = 2;
    private static final int TAIL_WAITING = 2_000;
    private static final long STOP_MILLIS = TimeUnit.SECONDS.toMillis(5);

    private final Server server;
    private final ServerConnector connector;
    private final Consumer<Throwable> unexpected;
    private final GracefulHandler inFlight;
    private final TailEndpoint tails;
    private final Workers ingestWorkers;
    private final Workers queryWorkers;
    private final Workers tailWorkers;

    private CollectorServer(
            LogStore store, Redactor redactor, WebOptions options, Clock clock, Consumer<Throwable> unexpected) {
        QueuedThreadPool threads = new QueuedThreadPool(
                MAX_THREADS,
                MIN_THREADS,
                IDLE_MILLIS,
                -1,
                null,
                null,
                work -> new LibraryThread("collector-http", work));
        this.unexpected = unexpected;
        Failures failures = new Failures(unexpected);
        ingestWorkers = new Workers("ingest", Math.max(2, Runtime.getRuntime().availableProcessors()), INGEST_WAITING);
        queryWorkers = new Workers("query", QUERY_THREADS, QUERY_WAITING);
        tailWorkers = new Workers("viewer", TAIL_THREADS, TAIL_WAITING);
        tails = new TailEndpoint(store, tailWorkers, failures);
        IngestCounters counters = new IngestCounters();
        Ingestion ingestion = new Ingestion(store, redactor, options.limits(), counters, clock);
        IngestEndpoint ingest = new IngestEndpoint(options.limits().maxBodyBytes(), ingestWorkers, threads, failures);
        QueryEndpoints queries = new QueryEndpoints(
                new Entries(store), new Values(store), new Counts(store, clock), queryWorkers, failures);
        Access access = new Access(new Tokens(options.writeToken(), options.readToken()));
        // The one of Jetty's own would keep the JVM alive.
        server = new Server(threads, new ScheduledExecutorScheduler("pixsim-logging-collector-timer", true), null);
        connector = connector(options);
        server.addConnector(connector);
        server.setErrorHandler(new PlainErrors());
        inFlight = new GracefulHandler(new Routes(
                new WriteRoutes(ingestion, ingest, access, counters),
                queries,
                tails,
                new LineTailEndpoint(new LineTail(store), access, queryWorkers, failures),
                new StatusEndpoints(
                        new SystemState(store, counters, options.retention(), tails::viewers, clock),
                        queryWorkers,
                        failures),
                access,
                new HostCheck(options.host(), options.hosts()),
                new CrossOrigin(options.origins())));
        server.setHandler(inFlight);
    }

    private ServerConnector connector(WebOptions options) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // Nothing here is a file: an id may hold whatever can be encoded, also a slash.
        http.setUriCompliance(UriCompliance.DEFAULT.with(
                "PIXSIM", AMBIGUOUS_PATH_SEPARATOR, AMBIGUOUS_PATH_ENCODING, SUSPICIOUS_PATH_CHARACTERS));
        ServerConnector listening = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        listening.setHost(options.host());
        listening.setPort(options.port());
        // With the usual fifty, services that start all at once wait a second for each try.
        listening.setAcceptQueueSize(ACCEPT_QUEUE);
        return listening;
    }

    /**
     * Opens the port.
     *
     * @param store where entries are; not closed by the server
     * @param redactor what is hidden of events
     * @param options where and for whom
     * @param clock what time it is
     * @param unexpected told of failures that nobody foresaw; called by many threads
     * @throws IOException when the port can't be had
     */
    public static CollectorServer start(
            LogStore store, Redactor redactor, WebOptions options, Clock clock, Consumer<Throwable> unexpected)
            throws IOException {
        CollectorServer server = new CollectorServer(store, redactor, options, clock, unexpected);
        try {
            server.server.start();
        } catch (Exception e) { // Jetty declares no less
            server.close();
            throw new IOException("no server on " + options.host() + ":" + options.port() + ": " + e.getMessage(), e);
        }
        server.tails.start();
        return server;
    }

    /** The port that is listened on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Takes no more requests, answers those that are there, and ends. */
    @Override
    public void close() {
        // Kept for later: with it nobody is waited for, and the port stays open.
        boolean interrupted = Thread.interrupted();
        tails.close();
        try {
            interrupted |= !answerAll();
            server.stop();
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (Exception e) { // Jetty declares no less
            unexpected.accept(e);
        }
        ingestWorkers.close();
        queryWorkers.close();
        tailWorkers.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for requests, not for connections: clients keep those open as long as they can. False when interrupted. */
    private boolean answerAll() throws ExecutionException {
        if (!server.isStarted()) {
            return true;
        }
        try {
            inFlight.shutdown().get(STOP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) { // a client that takes its answer too slowly
            connector.setShutdownIdleTimeout(1);
        } catch (InterruptedException e) {
            return false;
        }
        return true;
    }
}
