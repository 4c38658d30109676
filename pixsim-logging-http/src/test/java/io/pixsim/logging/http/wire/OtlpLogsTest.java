package io.pixsim.logging.http.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Written by hand, read by the official classes. */
class OtlpLogsTest {

    private static final long NOW = 1_700_000_000_000_000_000L;

    private final OtlpLogs otlp = new OtlpLogs(() -> NOW);
    private final WireBuffer out = new WireBuffer();

    @Test
    void whatOtlpHasAPlaceForGoesThere() {
        LogRecord record = record("""
                {"timestamp":"2025-11-12T12:34:57.010203Z","level":"error","msg":"submit failed","service":"worker",\
                "env":"prod","trace_id":"0af7651916cd43dd8448eb211c80319c","span_id":"b7ad6b7169203331",\
                "job_id":123,"stage":"provider:error","ratio":0.5,"cold":true,"tags":["a",1],"extra":{"b":null}}
                """);

        assertThat(Instant.ofEpochSecond(0, record.getTimeUnixNano()))
                .isEqualTo(Instant.parse("2025-11-12T12:34:57.010203Z"));
        assertThat(record.getObservedTimeUnixNano()).isEqualTo(record.getTimeUnixNano());
        assertThat(record.getBody().getStringValue()).isEqualTo("submit failed");
        assertThat(HexFormat.of().formatHex(record.getTraceId().toByteArray()))
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(HexFormat.of().formatHex(record.getSpanId().toByteArray())).isEqualTo("b7ad6b7169203331");
        assertThat(record.getEventName()).isEqualTo("provider:error");
        assertThat(record.getAttributesList().stream().map(KeyValue::getKey))
                .containsExactly("job_id", "stage", "ratio", "cold", "tags", "extra");
        assertThat(record.getAttributes(0).getValue().getIntValue()).isEqualTo(123);
        assertThat(record.getAttributes(2).getValue().getDoubleValue()).isEqualTo(0.5);
        assertThat(record.getAttributes(3).getValue().getBoolValue()).isTrue();
        assertThat(record.getAttributes(4)
                        .getValue()
                        .getArrayValue()
                        .getValues(1)
                        .getIntValue())
                .isEqualTo(1);
        assertThat(record.getAttributes(5)
                        .getValue()
                        .getKvlistValue()
                        .getValues(0)
                        .getKey())
                .isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource({
        "debug, DEBUG, SEVERITY_NUMBER_DEBUG",
        "info, INFO, SEVERITY_NUMBER_INFO",
        "warning, WARN, SEVERITY_NUMBER_WARN",
        "WARN, WARN, SEVERITY_NUMBER_WARN",
        "error, ERROR, SEVERITY_NUMBER_ERROR",
        "critical, FATAL, SEVERITY_NUMBER_FATAL"
    })
    void aLevelHasANumberAndAName(String level, String text, SeverityNumber number) {
        LogRecord record = record("{\"level\":\"" + level + "\"}");

        assertThat(record.getSeverityText()).isEqualTo(text);
        assertThat(record.getSeverityNumber()).isEqualTo(number);
        assertThat(record.getAttributesList()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"trace_id\":\"00000000000000000000000000000000\"}",
                "{\"trace_id\":\"0af7651916cd43dd8448eb211c80319\"}",
                "{\"trace_id\":\"0af7651916cd43dd8448eb211c80319x\"}",
                "{\"span_id\":\"t-1\"}",
                "{\"level\":\"loud\"}",
                "{\"timestamp\":\"yesterday\"}",
                "{\"timestamp\":\"1969-12-31T23:59:59.000000Z\"}",
                "{\"service\":5}"
            })
    void whatDoesNotFitItsPlaceStaysAnAttribute(String event) {
        LogRecord record = record(event);

        assertThat(record.getAttributesList()).hasSize(1);
        assertThat(record.getTraceId().isEmpty()).isTrue();
        assertThat(record.getSpanId().isEmpty()).isTrue();
        assertThat(record.getTimeUnixNano()).isZero();
        assertThat(record.getObservedTimeUnixNano()).isEqualTo(NOW);
    }

    @Test
    void anEventOfItsOwnNameIsKnownByThat() {
        assertThat(record("{\"stage\":\"a:b\",\"event\":\"job_done\"}").getEventName())
                .isEqualTo("job_done");
    }

    @Test
    void eventsInARowOfOneServiceShareAResource() {
        ExportLogsServiceRequest request =
                written(List.of(of("worker", "dev"), of("worker", "dev"), of("api", "dev"), of("worker", "dev")));

        assertThat(request.getResourceLogsList())
                .extracting(logs -> logs.getScopeLogs(0).getLogRecordsCount())
                .containsExactly(2, 1, 1);
        assertThat(request.getResourceLogs(1).getResource().getAttributesList())
                .extracting(KeyValue::getKey, pair -> pair.getValue().getStringValue())
                .containsExactly(
                        tuple("service.name", "api"),
                        tuple("deployment.environment.name", "dev"),
                        tuple("deployment.environment", "dev"));
        assertThat(request.getResourceLogs(0).getScopeLogs(0).getScope().getName())
                .isEqualTo(OtlpLogs.SCOPE);
    }

    @Test
    void whatIsNoEventIsSentAsTextAndCostsNoOther() {
        ExportLogsServiceRequest request =
                written(List.of(bytes("{\"a\":1}"), bytes("{\"a\":1,oops"), bytes("no JSON"), bytes("{\"b\":2}")));

        assertThat(records(request))
                .extracting(record -> record.getBody().getStringValue())
                .containsExactly("", "{\"a\":1,oops", "no JSON", "");
    }

    @Test
    void whatNestsDeeperThanReadersGoIsText() {
        LogRecord record =
                record(new String(RandomEvents.bytes(Map.of("deep", RandomEvents.nested(32))), StandardCharsets.UTF_8));

        assertThat(OtlpReading.value(record.getAttributes(0).getValue()))
                .isEqualTo(OtlpReading.expected(RandomEvents.nested(32), 0));
    }

    @Test
    void anyEventIsReadAsItWasWritten() {
        for (long seed = 0; seed < 300; seed++) {
            RandomEvents random = new RandomEvents(seed);
            List<Map<String, Object>> events =
                    Stream.generate(random::event).limit(1 + seed % 40).toList();

            List<Map<String, Object>> read = new ArrayList<>();
            for (ResourceLogs logs :
                    written(events.stream().map(RandomEvents::bytes).toList()).getResourceLogsList()) {
                logs.getScopeLogs(0)
                        .getLogRecordsList()
                        .forEach(record -> read.add(OtlpReading.event(logs.getResource(), record)));
            }

            assertThat(read)
                    .as("seed %d", seed)
                    .isEqualTo(events.stream().map(OtlpReading::expected).toList());
        }
    }

    @Test
    void aYesMayRejectSome() {
        byte[] response = ExportLogsServiceResponse.newBuilder()
                .setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                        .setRejectedLogRecords(2)
                        .setErrorMessage("too\nold"))
                .build()
                .toByteArray();

        assertThat(receipt("application/x-protobuf", response))
                .isEqualTo(new Receipt.Each(
                        List.of(), List.of(2, 3), "2 of 4, not told which: too old", Receipt.Cause.NO_TIME));
    }

    @Test
    void aYesMayWarn() {
        byte[] response = ExportLogsServiceResponse.newBuilder()
                .setPartialSuccess(ExportLogsPartialSuccess.newBuilder().setErrorMessage("deprecated"))
                .build()
                .toByteArray();

        assertThat(receipt("application/x-protobuf", response)).isEqualTo(new Receipt.Stored(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"partialSuccess\":{\"rejectedLogRecords\":\"9\",\"errorMessage\":\"no\"}}",
                "{\"partialSuccess\":{\"rejectedLogRecords\":4,\"errorMessage\":\"no\"}}"
            })
    void aYesInJsonIsReadToo(String response) {
        assertThat(receipt("application/json", bytes(response)))
                .isEqualTo(new Receipt.Each(List.of(), List.of(0, 1, 2, 3), "no", Receipt.Cause.NO_TIME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"partialSuccess\":{}}", "ok", "{\"partial"})
    void anyOtherYesIsForAll(String response) {
        assertThat(receipt("", bytes(response))).isEqualTo(new Receipt.Stored(4));
    }

    @Test
    void whateverAYesHoldsItIsRead() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] garbage = new byte[random.nextInt(30)];
            random.nextBytes(garbage);

            assertThat(receipt("application/x-protobuf", garbage)).isNotNull();
            assertThat(otlp.complaint(new AnswerBody("application/x-protobuf", garbage)))
                    .hasSizeLessThanOrEqualTo(Excerpt.MOST_CHARACTERS + 6);
        }
    }

    @Test
    void theReasonOfANoIsThatOfItsStatus() {
        // google.rpc.Status: code = 3, message = "bad time"
        byte[] status = {8, 3, 18, 8, 'b', 'a', 'd', ' ', 't', 'i', 'm', 'e'};

        assertThat(otlp.complaint(new AnswerBody("application/x-protobuf", status)))
                .isEqualTo("bad time");
        assertThat(otlp.complaint(new AnswerBody("text/plain", bytes("bad day"))))
                .isEqualTo("bad day");
    }

    private Receipt receipt(String type, byte[] response) {
        byte[] event = bytes("{}");
        return otlp.receipt(List.of(event, event, event, event), new AnswerBody(type, response));
    }

    private LogRecord record(String event) {
        return records(written(List.of(bytes(event)))).get(0);
    }

    private static List<LogRecord> records(ExportLogsServiceRequest request) {
        return request.getResourceLogsList().stream()
                .flatMap(logs -> logs.getScopeLogs(0).getLogRecordsList().stream())
                .toList();
    }

    private ExportLogsServiceRequest written(List<byte[]> events) {
        out.clear();
        otlp.write(events, out);
        try {
            return ExportLogsServiceRequest.parser().parseFrom(out.array(), 0, out.size());
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] of(String service, String env) {
        return bytes("{\"service\":\"" + service + "\",\"env\":\"" + env + "\"}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
