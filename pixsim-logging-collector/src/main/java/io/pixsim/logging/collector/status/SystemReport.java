package io.pixsim.logging.collector.status;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pixsim.logging.collector.entry.EntryTime;
import io.pixsim.logging.collector.ingest.ClientState;
import io.pixsim.logging.collector.ingest.Format;
import io.pixsim.logging.collector.ingest.IngestCounters;
import io.pixsim.logging.collector.ingest.Refusal;
import io.pixsim.logging.collector.query.Json;
import io.pixsim.logging.collector.store.StoreException;
import io.pixsim.logging.collector.store.StoreSize;

/** How the collector is doing, as JSON. */
public final class SystemReport {

    private final SystemState state;

    /** A report of what the state is when it is asked for. */
    public SystemReport(SystemState state) {
        this.state = state;
    }

    /** The report. */
    public byte[] json() throws StoreException {
        StoreSize size = state.store().size();
        IngestCounters.State counters = state.counters();
        return Json.object(json -> {
            json.writeStringField("started_at", EntryTime.format(EntryTime.micros(state.startedAt())));
            json.writeStringField("now", EntryTime.format(EntryTime.micros(state.now())));
            json.writeNumberField("viewers", state.viewers());
            ingestion(json, counters);
            clients(json, counters.clients());
            StoreReport.store(json, state.store(), size);
            StoreReport.retention(json, state.retention());
        });
    }

    private static void ingestion(JsonGenerator json, IngestCounters.State counters) throws IOException {
        json.writeObjectFieldStart("ingestion");
        json.writeNumberField("accepted", counters.stored() + counters.repeated());
        json.writeNumberField("stored", counters.stored());
        json.writeNumberField("repeated", counters.repeated());
        json.writeNumberField("repaired", counters.repaired());
        json.writeNumberField("rejected", counters.rejected());
        json.writeObjectFieldStart("received");
        for (Map.Entry<Format, Long> format : counters.received().entrySet()) {
            json.writeNumberField(format.getKey().wireName(), format.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("refused_requests");
        for (Map.Entry<Refusal, Long> refusal : counters.refused().entrySet()) {
            json.writeNumberField(refusal.getKey().wireName(), refusal.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void clients(JsonGenerator json, List<ClientState> clients) throws IOException {
        List<ClientState> newestFirst = new ArrayList<>(clients);
        Collections.reverse(newestFirst);
        json.writeArrayFieldStart("clients");
        for (ClientState client : newestFirst) {
            json.writeStartObject();
            json.writeStringField("service", client.service());
            json.writeNumberField("events", client.events());
            json.writeStringField("last_seen", EntryTime.format(client.lastSeen()));
            json.writeStringField("last_event", EntryTime.format(client.lastEvent()));
            json.writeNumberField("lag_ms", TimeUnit.MICROSECONDS.toMillis(client.lag()));
            json.writeNumberField("most_lag_ms", TimeUnit.MICROSECONDS.toMillis(client.mostLag()));
            json.writeNumberField("suppressed", client.suppressed());
            json.writeNumberField("dropped", client.dropped());
            json.writeObjectFieldStart("lost");
            for (Map.Entry<String, Long> lost : client.lost().entrySet()) {
                json.writeNumberField(lost.getKey(), lost.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
