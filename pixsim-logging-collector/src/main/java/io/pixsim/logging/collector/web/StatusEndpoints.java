package io.pixsim.logging.collector.web;

import java.util.Map;

import io.pixsim.logging.collector.query.Json;
import io.pixsim.logging.collector.status.PrometheusText;
import io.pixsim.logging.collector.status.SystemReport;
import io.pixsim.logging.collector.status.SystemState;
import io.pixsim.logging.collector.store.StoreException;

/** Answers how the collector itself is doing. */
final class StatusEndpoints {

    private final SystemState state;
    private final SystemReport report;
    private final PrometheusText metrics;
    private final OpenApi openApi = new OpenApi();
    private final Workers workers;
    private final Failures failures;

    StatusEndpoints(SystemState state, Workers workers, Failures failures) {
        this.state = state;
        this.report = new SystemReport(state);
        this.metrics = new PrometheusText(state);
        this.workers = workers;
        this.failures = failures;
    }

    /** A look at the state. */
    private interface Look {

        Reply look() throws StoreException;
    }

    void health(Exchange exchange) {
        exchange.reply(status("ok"));
    }

    void ready(Exchange exchange) {
        exchange.reply(state.trouble()
                .map(trouble -> Reply.later(503, "service_unavailable", "the store takes nothing: " + trouble))
                .orElseGet(() -> status("ready")));
    }

    void openApi(Exchange exchange) {
        exchange.reply(openApi.reply());
    }

    void system(Exchange exchange) {
        answer(exchange, () -> Reply.json(report.json()));
    }

    void metrics(Exchange exchange) {
        answer(exchange, () -> new Reply(200, PrometheusText.MEDIA_TYPE, Map.of(), metrics.bytes()));
    }

    /** The store may have to look at its files for it. */
    private void answer(Exchange exchange, Look look) {
        Runnable work = () -> {
            try {
                exchange.reply(look.look());
            } catch (StoreException | RuntimeException e) {
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
