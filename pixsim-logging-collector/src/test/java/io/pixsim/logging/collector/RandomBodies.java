package io.pixsim.logging.collector;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;

/** Bodies of each format, good ones and ones that something happened to. The same seed gives the same bodies. */
final class RandomBodies {

    private static final String[] NAMES = {
        "timestamp",
        "level",
        "service",
        "msg",
        "job_id",
        "stage",
        "event",
        "extra",
        "trace_id",
        "duration_ms",
        "attempt",
        "error",
        "service.name",
        "@timestamp",
        "log",
        "_index",
        "event_uid2",
        "password",
        "lost",
        "\\u0000",
        ""
    };
    private static final String[] VALUES = {
        "null",
        "true",
        "0",
        "-1",
        "1e400",
        "NaN",
        "123456789012345678901234567890",
        "\"\"",
        "\"info\"",
        "\"2026-01-02T03:04:05Z\"",
        "\"9999-99-99\"",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"log:loss\"",
        "\"=1+1\"",
        "{}",
        "[]",
        "[[1,[2]],{\"a\":{\"b\":null}}]",
        "{\"name\":\"x\",\"sampled\":{\"none\":-5},\"queue_full\":1e3}"
    };
    private static final String STRUCTURE = "{}[]\",:0-eEnNtf\\u\n\r \u0000\u00ff";
    private static final int DEEPEST = 2_000;

    private final Random random;

    RandomBodies(long seed) {
        this.random = new Random(seed);
    }

    /** How events are put together. */
    enum Kind {
        BATCH("/api/v1/logs/ingest/batch", "application/json"),
        SINGLE("/api/v1/logs/ingest", "application/json"),
        LINES("/api/v1/logs/ingest/ndjson", "application/x-ndjson"),
        BULK("/_bulk", "application/x-ndjson"),
        OTLP("/v1/logs", "application/x-protobuf"),
        OTLP_JSON("/v1/logs", "application/json");

        final String path;
        final String mediaType;

        Kind(String path, String mediaType) {
            this.path = path;
            this.mediaType = mediaType;
        }
    }

    Kind kind() {
        return Kind.values()[random.nextInt(Kind.values().length)];
    }

    int events(Kind kind) {
        return kind == Kind.SINGLE ? 1 : 1 + random.nextInt(4);
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    byte[] good(Kind kind, int events) {
        return switch (kind) {
            case BATCH -> utf8("{\"logs\":[" + joined(events, ",", "") + "]}");
            case SINGLE -> utf8(event());
            case LINES -> utf8(joined(events, "\n", ""));
            case BULK -> utf8(joined(events, "\n", "{\"create\":{\"_index\":\"x\"}}\n") + "\n");
            case OTLP -> otlp(events);
            case OTLP_JSON ->
                utf8("{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":["
                        + IntStream.range(0, events)
                                .mapToObj(i -> "{\"body\":{\"stringValue\":\"m\"},\"attributes\":[{\"key\":\"a\","
                                        + "\"value\":{\"arrayValue\":{\"values\":[{\"intValue\":\"5\"}]}}}]}")
                                .collect(Collectors.joining(","))
                        + "]}]}]}");
        };
    }

    private String joined(int events, String between, String before) {
        return IntStream.range(0, events).mapToObj(i -> before + event()).collect(Collectors.joining(between));
    }

    /** Strange, and an event all the same. */
    private String event() {
        StringBuilder event = new StringBuilder("{\"level\":\"info\",\"service\":\"fuzz\"");
        for (int n = random.nextInt(5); n > 0; n--) {
            String name = NAMES[3 + random.nextInt(NAMES.length - 3)];
            event.append(",\"").append(name).append("\":").append(VALUES[random.nextInt(VALUES.length)]);
        }
        return event.append('}').toString();
    }

    private byte[] otlp(int events) {
        ScopeLogs.Builder scope = ScopeLogs.newBuilder();
        for (int i = 0; i < events; i++) {
            scope.addLogRecords(LogRecord.newBuilder()
                    .setTimeUnixNano(random.nextLong())
                    .setSeverityNumberValue(random.nextInt(30))
                    .setBody(AnyValue.newBuilder().setStringValue("m"))
                    .addAttributes(KeyValue.newBuilder()
                            .setKey(NAMES[random.nextInt(NAMES.length)])
                            .setValue(AnyValue.newBuilder().setDoubleValue(random.nextGaussian()))));
        }
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder().addScopeLogs(scope))
                .build()
                .toByteArray();
    }

    /** A body that something happened to. */
    byte[] broken(byte[] good) {
        byte[] body = good;
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            body = body.length == 0 ? body : brokenOnce(body);
        }
        return body;
    }

    private byte[] brokenOnce(byte[] body) {
        int at = random.nextInt(body.length);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(body, at);
            case 1 -> replaced(body, at, (byte) random.nextInt(256));
            case 2 -> replaced(body, at, (byte) STRUCTURE.charAt(random.nextInt(STRUCTURE.length())));
            case 3 ->
                inserted(body, at, utf8((random.nextBoolean() ? "[" : "{\"a\":").repeat(random.nextInt(DEEPEST))));
            case 4 -> inserted(body, at, Arrays.copyOfRange(body, random.nextInt(at + 1), at));
            default -> inserted(body, at, bytes(random.nextInt(12)));
        };
    }

    byte[] packed(byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] replaced(byte[] body, int at, byte value) {
        byte[] copy = body.clone();
        copy[at] = value;
        return copy;
    }

    private static byte[] inserted(byte[] body, int at, byte[] more) {
        byte[] longer = new byte[body.length + more.length];
        System.arraycopy(body, 0, longer, 0, at);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(body, at, longer, at + more.length, body.length - at);
        return longer;
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
