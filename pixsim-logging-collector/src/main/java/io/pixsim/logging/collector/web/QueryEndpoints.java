package io.pixsim.logging.collector.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

import io.pixsim.logging.collector.entry.Column;
import io.pixsim.logging.collector.query.Chunks;
import io.pixsim.logging.collector.query.Counts;
import io.pixsim.logging.collector.query.Entries;
import io.pixsim.logging.collector.query.ParameterException;
import io.pixsim.logging.collector.query.Parameters;
import io.pixsim.logging.collector.query.Values;
import io.pixsim.logging.collector.store.StoreException;

/** Answers questions, each on a thread of its own kind: however long one takes, events are taken in meanwhile. */
final class QueryEndpoints {

    private static final Pattern ENTRY_ID = Pattern.compile("\\d{1,18}");

    private final Entries entries;
    private final Values values;
    private final Counts counts;
    private final Workers workers;
    private final Failures failures;
    private final Askers askers = new Askers();
    /** What packs a long answer takes a quarter of a megabyte as long as that is on its way. */
    private final Semaphore packers = new Semaphore(64);

    QueryEndpoints(Entries entries, Values values, Counts counts, Workers workers, Failures failures) {
        this.entries = entries;
        this.values = values;
        this.counts = counts;
        this.workers = workers;
        this.failures = failures;
    }

    /** A question that is answered at once. */
    private interface Question {

        Reply ask(Parameters parameters) throws ParameterException, StoreException;
    }

    /** A question that is answered in parts. */
    private interface LongQuestion {

        Chunks ask(Parameters parameters) throws ParameterException;
    }

    void query(Exchange exchange) {
        streamInTurn(exchange, entries::query);
    }

    void fields(Exchange exchange) {
        answer(exchange, parameters -> Reply.json(values.fields(parameters)));
    }

    void distinct(Exchange exchange) {
        answer(exchange, parameters -> Reply.json(values.distinct(parameters)));
    }

    void distinctOf(Exchange exchange, String column) {
        answer(exchange, parameters -> {
            byte[] found = values.distinctOf(column);
            return found == null
                    ? Reply.error(400, "invalid_request", "no list of values for: " + column)
                    : Reply.json(found);
        });
    }

    void statistics(Exchange exchange) {
        answer(exchange, parameters -> Reply.json(counts.statistics(parameters)));
    }

    void context(Exchange exchange, String id) {
        if (ENTRY_ID.matcher(id).matches()) {
            streamInTurn(exchange, parameters -> entries.context(Long.parseLong(id), parameters));
        } else {
            exchange.reply(Reply.error(404, "not_found", "no log of the id " + id));
        }
    }

    void trace(Exchange exchange, Column column, String encodedId) {
        String id;
        try {
            id = URLDecoder.decode(encodedId.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            exchange.reply(Reply.error(400, "invalid_request", "the id is not percent-encoded"));
            return;
        }
        stream(exchange, Reply.JSON, entries.trace(column, id));
    }

    void export(Exchange exchange) {
        Entries.Export export;
        try {
            export = entries.export(exchange.parameters());
        } catch (ParameterException | RuntimeException e) {
            exchange.reply(failures.reply(e));
            return;
        }
        exchange.header("Content-Disposition", "attachment; filename=\"" + export.fileName() + "\"");
        stream(exchange, export.mediaType(), export.chunks());
    }

    private void answer(Exchange exchange, Question question) {
        Askers.Turn turn = askers.turn(exchange.header(Askers.HEADER));
        if (!workers.submit(() -> exchange.reply(turn.take(() -> reply(exchange, question, turn))))) {
            turn.end();
            exchange.reply(Reply.later(503, "busy", "too many questions wait, try again later"));
        }
    }

    private void streamInTurn(Exchange exchange, LongQuestion question) {
        Chunks chunks;
        try {
            chunks = question.ask(exchange.parameters());
        } catch (ParameterException | RuntimeException e) {
            exchange.reply(failures.reply(e));
            return;
        }
        stream(exchange, Reply.JSON, askers.turn(exchange.header(Askers.HEADER)).chunks(chunks));
    }

    private Reply reply(Exchange exchange, Question question, Askers.Turn turn) {
        try {
            return question.ask(exchange.parameters());
        } catch (ParameterException | StoreException | RuntimeException e) {
            return turn.isOutdated() ? Askers.outdated() : failures.reply(e);
        }
    }

    private void stream(Exchange exchange, String mediaType, Chunks chunks) {
        new StreamedReply(exchange, mediaType, chunks, workers, packers, failures).start();
    }
}
