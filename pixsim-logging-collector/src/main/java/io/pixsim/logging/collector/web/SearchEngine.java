package io.pixsim.logging.collector.web;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pixsim.logging.collector.query.Json;

/**
 * What clients of Elasticsearch and OpenSearch want to hear before they send: who is there, whether it is well, and what it may
 * do. Only the bulk API is behind it.
 */
final class SearchEngine {

    /** Clients look into it to know which requests they may make; the bulk API has not changed since. */
    private static final String VERSION = "8.19.0";

    private static final String CLUSTER = "pixsim-logging-collector";
    /** The official clients refuse whoever does not send it. */
    private static final String PRODUCT_HEADER = "X-Elastic-Product";

    private SearchEngine() {}

    /** Whether a path is one of these. */
    static boolean isAsked(String path) {
        return path.equals("/") || path.equals("/_license") || path.equals("/_cluster/health");
    }

    static Reply answer(String path) {
        byte[] body = Json.object(json -> {
            switch (path) {
                case "/" -> banner(json);
                case "/_license" -> license(json);
                default -> health(json);
            }
        });
        return Reply.json(body);
    }

    /** Whatever is answered, comes from where its clients expect it. */
    static void introduce(Exchange exchange) {
        exchange.header(PRODUCT_HEADER, "Elasticsearch");
    }

    private static void banner(JsonGenerator json) throws IOException {
        json.writeStringField("name", CLUSTER);
        json.writeStringField("cluster_name", CLUSTER);
        json.writeStringField("cluster_uuid", CLUSTER);
        json.writeObjectFieldStart("version");
        json.writeStringField("number", VERSION);
        json.writeStringField("distribution", CLUSTER);
        json.writeStringField("build_flavor", "default");
        json.writeStringField("minimum_wire_compatibility_version", "7.17.0");
        json.writeStringField("minimum_index_compatibility_version", "7.0.0");
        json.writeEndObject();
        json.writeStringField("tagline", "You Know, for Search");
    }

    private static void license(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("license");
        json.writeStringField("status", "active");
        json.writeStringField("uid", CLUSTER);
        json.writeStringField("type", "basic");
        json.writeStringField("mode", "basic");
        json.writeEndObject();
    }

    private static void health(JsonGenerator json) throws IOException {
        json.writeStringField("cluster_name", CLUSTER);
        json.writeStringField("status", "green");
        json.writeBooleanField("timed_out", false);
        json.writeNumberField("number_of_nodes", 1);
        json.writeNumberField("number_of_data_nodes", 1);
    }
}
