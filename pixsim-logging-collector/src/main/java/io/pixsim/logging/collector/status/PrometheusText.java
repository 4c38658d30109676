package io.pixsim.logging.collector.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.pixsim.logging.collector.ingest.ClientState;
import io.pixsim.logging.collector.ingest.Format;
import io.pixsim.logging.collector.ingest.IngestCounters;
import io.pixsim.logging.collector.ingest.Refusal;
import io.pixsim.logging.collector.store.StoreException;
import io.pixsim.logging.collector.store.StoreSize;

/** How the collector is doing, in the text format of Prometheus. */
public final class PrometheusText {

    /** What the text is sent as. */
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final String PREFIX = "pixsim_collector_";
    private static final double MICROS = 1_000_000;

    private final SystemState state;

    /** A text of what the state is when it is asked for. */
    public PrometheusText(SystemState state) {
        this.state = state;
    }

    /** All metrics. */
    public byte[] bytes() throws StoreException {
        StoreSize size = state.store().size();
        IngestCounters.State counters = state.counters();
        Families text = new Families(PREFIX);
        events(text, counters);
        clients(text, counters.clients());
        text.family("viewers", "gauge", "Who watches the tail.");
        text.count(state.viewers());
        text.family("store_up", "gauge", "1 while the store takes events.");
        text.count(state.store().trouble().isEmpty() ? 1 : 0);
        text.family("store_bytes", "gauge", "How much room the store takes.");
        text.count(size.bytes());
        text.family("store_entries", "gauge", "How many entries the store holds.");
        text.count(size.entries());
        text.family("start_time_seconds", "gauge", "When the collector was started, in seconds since 1970.");
        text.gauge(state.startedAt().toEpochMilli() / 1000.0);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void events(Families text, IngestCounters.State counters) {
        text.family("received_events_total", "counter", "Events that were read, by format.");
        for (Map.Entry<Format, Long> format : counters.received().entrySet()) {
            text.count(format.getValue(), "format", format.getKey().wireName());
        }
        text.family("events_total", "counter", "What became of events.");
        text.count(counters.stored(), "result", "stored");
        text.count(counters.repeated(), "result", "repeated");
        text.count(counters.rejected(), "result", "rejected");
        text.family("repaired_events_total", "counter", "Events that were stored in another form than they came in.");
        text.count(counters.repaired());
        text.family("refused_requests_total", "counter", "Requests of which nothing was stored, by reason.");
        for (Map.Entry<Refusal, Long> refusal : counters.refused().entrySet()) {
            text.count(refusal.getValue(), "reason", refusal.getKey().wireName());
        }
    }

    private static void clients(Families text, List<ClientState> clients) {
        text.family("client_events_total", "counter", "Events stored, by service.");
        clients.forEach(client -> text.count(client.events(), "service", client.service()));
        each(
                text,
                "client_last_seen_seconds",
                "gauge",
                "When a service last sent something, in seconds since 1970.",
                clients,
                client -> client.lastSeen() / MICROS);
        each(
                text,
                "client_lag_seconds",
                "gauge",
                "How long the newest event of what a service last sent was on its way.",
                clients,
                client -> client.lag() / MICROS);
        text.family("client_lost_events_total", "counter", "What clients told that they lost, by service and reason.");
        for (ClientState client : clients) {
            for (Map.Entry<String, Long> lost : client.lost().entrySet()) {
                text.count(lost.getValue(), "service", client.service(), "reason", lost.getKey());
            }
        }
    }

    private static void each(
            Families text,
            String name,
            String type,
            String help,
            List<ClientState> clients,
            ToDoubleFunction<ClientState> value) {
        text.family(name, type, help);
        clients.forEach(client -> text.gauge(value.applyAsDouble(client), "service", client.service()));
    }
}
