package io.pixsim.logging.collector.web;

import java.util.Map;
import java.util.function.Supplier;

import io.pixsim.logging.collector.query.Json;
import io.pixsim.logging.collector.status.PrometheusText;
import io.pixsim.logging.collector.status.SystemReport;
import io.pixsim.logging.collector.status.SystemState;
import io.pixsim.logging.collector.store.LogStore;

/** Answers how the collector itself is doing. */
final class StatusEndpoints {

    private final LogStore store;
    private final SystemReport report;
    private final PrometheusText metrics;
    private final Workers workers;
    private final Failures failures;

    StatusEndpoints(LogStore store, SystemState state, Workers workers, Failures failures) {
        this.store = store;
        this.report = new SystemReport(state);
        this.metrics = new PrometheusText(state);
        this.workers = workers;
        this.failures = failures;
    }

    void health(Exchange exchange) {
        exchange.reply(status("ok"));
    }

    void ready(Exchange exchange) {
        exchange.reply(store.trouble()
                .map(trouble -> Reply.later(503, "service_unavailable", "the store takes nothing: " + trouble))
                .orElseGet(() -> status("ready")));
    }

    void system(Exchange exchange) {
        answer(exchange, () -> Reply.json(report.json()));
    }

    void metrics(Exchange exchange) {
        answer(exchange, () -> new Reply(200, PrometheusText.MEDIA_TYPE, Map.of(), metrics.bytes()));
    }

    /** The store may have to look at its files for it. */
    private void answer(Exchange exchange, Supplier<Reply> reply) {
        Runnable work = () -> {
            try {
                exchange.reply(reply.get());
            } catch (RuntimeException e) {
                exchange.reply(failures.reply(e));
            }
        };
        if (!workers.submit(work)) {
            exchange.reply(Reply.later(503, "busy", "too many questions wait, try again later"));
        }
    }

    private static Reply status(String status) {
        return Reply.json(Json.object(json -> json.writeStringField("status", status)));
    }
}
