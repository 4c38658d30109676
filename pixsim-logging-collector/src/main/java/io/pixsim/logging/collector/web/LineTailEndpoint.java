package io.pixsim.logging.collector.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.query.LineTail;
import io.pixsim.logging.collector.query.ParameterException;
import io.pixsim.logging.collector.store.EntryFilter;
import io.pixsim.logging.collector.store.StoreException;
import org.jspecify.annotations.Nullable;

/** The last bytes of the log of a job or a service, at the addresses where viewers of log files look for them. */
final class LineTailEndpoint {

    private static final Pattern JOB = Pattern.compile("/api/projects/([^/]+)/jobs/([^/]+)/log");
    private static final Pattern SERVICE = Pattern.compile("/api/system/logs/([^/]+)");
    private static final String MEDIA_TYPE = "application/x-ndjson";
    private static final int USUAL_BYTES = 80_000;
    private static final int MOST_BYTES = 10 << 20;

    private final LineTail tail;
    private final Access access;
    private final Workers workers;
    private final Failures failures;

    LineTailEndpoint(LineTail tail, Access access, Workers workers, Failures failures) {
        this.tail = tail;
        this.access = access;
        this.workers = workers;
        this.failures = failures;
    }

    /** Whether a path is one of these. */
    boolean isAnswered(Exchange exchange, String path) {
        Matcher job = JOB.matcher(path);
        Matcher service = SERVICE.matcher(path);
        if (job.matches()) {
            answer(exchange, Column.JOB_ID, job.group(2), job.group(1));
            return true;
        }
        if (service.matches()) {
            answer(exchange, Column.SERVICE, service.group(1), null);
            return true;
        }
        return false;
    }

    private void answer(Exchange exchange, Column column, String value, @Nullable String project) {
        if (!access.mayRead(exchange)) {
            return;
        }
        Runnable work = () -> {
            try {
                int bytes = exchange.parameters().number("tailBytes", 1, MOST_BYTES, USUAL_BYTES);
                EntryFilter filter = exchange.parameters().filter().toBuilder()
                        .equal(column, decoded(value))
                        .build();
                byte[] lines = tail.last(filter, project == null ? null : decoded(project), bytes);
                exchange.reply(new Reply(200, MEDIA_TYPE, Map.of(), lines));
            } catch (ParameterException | StoreException | RuntimeException e) {
                exchange.reply(failures.reply(e));
            }
        };
        if (!workers.submit(work)) {
            exchange.reply(Reply.later(503, "busy", "too many questions wait, try again later"));
        }
    }

    private static String decoded(String text) throws ParameterException {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ParameterException("path", "the path is not percent-encoded");
        }
    }
}
