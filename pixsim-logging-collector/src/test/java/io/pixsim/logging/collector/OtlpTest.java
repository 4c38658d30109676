package io.pixsim.logging.collector;

import static io.pixsim.logging.collector.Running.API;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.resource.v1.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** OpenTelemetry's records, as its own classes write them. */
class OtlpTest {

    private static final long NANOS = 1_763_000_000_123_456_789L;

    @TempDir
    Path folder;

    private Running running;
    private Client client;

    @BeforeEach
    void start() throws IOException {
        running = Running.in(folder, builder -> builder.writeToken("w"));
        client = running.client;
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void aRecordIsAnEventInTheNamesOfTheHouse() throws IOException {
        Client.Answer answer = protobuf(request(record().setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_WARN3)
                .setSeverityText("NOTICE")
                .setTraceId(ByteString.fromHex("0af7651916cd43dd8448eb211c80319c"))
                .setSpanId(ByteString.fromHex("b7ad6b7169203331"))
                .addAttributes(pair("job_id", AnyValue.newBuilder().setIntValue(123)))
                .addAttributes(pair("exception.type", text("TimeoutException")))
                .addAttributes(pair("exception.message", text("no answer")))
                .addAttributes(pair("ratio", AnyValue.newBuilder().setDoubleValue(0.5)))
                .addAttributes(pair("nothing", AnyValue.newBuilder()))
                .addAttributes(pair("raw", AnyValue.newBuilder().setBytesValue(ByteString.copyFromUtf8("abc"))))
                .setEventName("provider:error")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(ExportLogsServiceResponse.parseFrom(answer.bytes()).hasPartialSuccess())
                .isFalse();
        assertThat(client.get(API + "/trace/job/123").list().get(0))
                .containsEntry("timestamp", "2025-11-13T02:13:20.123456Z")
                .containsEntry("level", "warning")
                .containsEntry("service", "worker")
                .containsEntry("env", "prod")
                .containsEntry("msg", "submit failed")
                .containsEntry("trace_id", "0af7651916cd43dd8448eb211c80319c")
                .containsEntry("stage", "provider:error")
                .containsEntry("error", "no answer")
                .containsEntry("error_type", "TimeoutException")
                .containsEntry("job_id", 123L)
                .satisfies(entry -> assertThat(extra(entry))
                        .containsEntry("severity_text", "NOTICE")
                        .containsEntry("span_id", "b7ad6b7169203331")
                        .containsEntry("logger", "io.acme.Submitter")
                        .containsEntry("host.name", "node-1")
                        .containsEntry("raw", "YWJj")
                        .containsEntry("nothing", null));
    }

    @Test
    void whatIsNestedStaysSoAndSecretsInItAreHidden() {
        KeyValueList inner = KeyValueList.newBuilder()
                .addValues(pair("password", text("hunter2")))
                .addValues(pair(
                        "list",
                        AnyValue.newBuilder()
                                .setArrayValue(ArrayValue.newBuilder()
                                        .addValues(AnyValue.newBuilder().setIntValue(1))
                                        .addValues(text("two")))))
                .build();
        protobuf(request(
                record().addAttributes(pair("params", AnyValue.newBuilder().setKvlistValue(inner)))));

        assertThat(extra(client.get(API + "/query").logs().get(0)))
                .containsEntry("params", Map.of("password", "***redacted***", "list", List.of(1L, "two")));
    }

    @Test
    void aRecordThatCantBeTakenCostsNoOther() throws IOException {
        AnyValue deep = text("x").build();
        for (int i = 0; i < 33; i++) {
            deep = AnyValue.newBuilder()
                    .setArrayValue(ArrayValue.newBuilder().addValues(deep))
                    .build();
        }
        Client.Answer answer = protobuf(request(
                record(),
                record().setBody(deep.toBuilder()),
                record().setBody(text("x".repeat((1 << 20) + 1))),
                record()));

        assertThat(answer.status()).isEqualTo(200);
        ExportLogsServiceResponse response = ExportLogsServiceResponse.parseFrom(answer.bytes());
        assertThat(response.getPartialSuccess().getRejectedLogRecords()).isEqualTo(2);
        assertThat(response.getPartialSuccess().getErrorMessage()).isEqualTo("record 1 is nested deeper than 32");
        assertThat(client.get(API + "/query").logs()).hasSize(2);
    }

    @Test
    void aResourceThatStandsBehindItsRecordsCountsAsWell() {
        byte[] records = ResourceLogs.newBuilder()
                .addScopeLogs(ScopeLogs.newBuilder().addLogRecords(record()))
                .build()
                .toByteArray();
        byte[] resource = ResourceLogs.newBuilder()
                .setResource(Resource.newBuilder().addAttributes(pair("service.name", text("late"))))
                .build()
                .toByteArray();
        byte[] both = new byte[records.length + resource.length + 2];
        both[0] = 0x0a;
        both[1] = (byte) (records.length + resource.length);
        System.arraycopy(records, 0, both, 2, records.length);
        System.arraycopy(resource, 0, both, 2 + records.length, resource.length);

        assertThat(both.length).isLessThan(130);
        assertThat(post(both, "application/x-protobuf").status()).isEqualTo(200);
        assertThat(client.get(API + "/query").logs().get(0)).containsEntry("service", "late");
    }

    @Test
    void aLargeResourceOfManyRecordsDoesNotFillTheMemory() throws IOException {
        ScopeLogs.Builder records = ScopeLogs.newBuilder();
        for (int i = 0; i < 10_000; i++) {
            records.addLogRecords(record());
        }
        byte[] body = ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(pair("big", text("x".repeat(1_000_000)))))
                        .addScopeLogs(records))
                .build()
                .toByteArray();

        Client.Answer answer = post(body, "application/x-protobuf");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(status(answer).getErrorMessage()).contains("resources");
    }

    @Test
    void refusalsAreInTheEncodingOfTheRequest() throws IOException {
        Client.Answer broken = post(new byte[] {0x0a, 0x7f}, "application/x-protobuf");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.header("Content-Type")).isEqualTo("application/x-protobuf");
        assertThat(status(broken).getRejectedLogRecords()).isEqualTo(3);
        assertThat(status(broken).getErrorMessage()).startsWith("the body is not Protocol Buffers");

        Client.Answer json = post("[]".getBytes(StandardCharsets.UTF_8), "application/json");
        assertThat(json.status()).isEqualTo(400);
        assertThat(json.object()).containsEntry("code", 3L).containsKey("message");

        Client.Answer open = client.post("/v1/logs", new byte[0], "Content-Type", "application/x-protobuf");
        assertThat(open.status()).isEqualTo(401);
        assertThat(status(open).getRejectedLogRecords()).isEqualTo(16);
        assertThat(post(new byte[0], "text/plain").status()).isEqualTo(415);
    }

    @Test
    void jsonMeansTheSame() {
        Client.Answer answer = post("""
                {"resourceLogs":[{"scopeLogs":[{"logRecords":[
                  {"timeUnixNano":"1763000000123456789","severityNumber":17,"severityText":"ERROR",
                   "body":{"stringValue":"submit failed"},"traceId":"0AF7651916CD43DD8448EB211C80319C",
                   "attributes":[{"key":"job_id","value":{"intValue":"123"}},
                                 {"key":"list","value":{"arrayValue":{"values":[{"boolValue":true}]}}}]},
                  5,
                  {"severity_number":"SEVERITY_NUMBER_DEBUG2","body":{"kvlistValue":{"values":[]}}}],
                  "scope":{"name":"lib"}}],
                  "resource":{"attributes":[{"key":"service.name","value":{"stringValue":"worker"}}]}}]}""".getBytes(StandardCharsets.UTF_8), "application/json; charset=utf-8");

        assertThat(answer.text())
                .isEqualTo("{\"partialSuccess\":{\"rejectedLogRecords\":\"1\","
                        + "\"errorMessage\":\"record 1 is not a JSON object, but a number\"}}");
        assertThat(client.get(API + "/trace/job/123").list().get(0))
                .containsEntry("timestamp", "2025-11-13T02:13:20.123456Z")
                .containsEntry("level", "error")
                .containsEntry("service", "worker")
                .containsEntry("trace_id", "0af7651916cd43dd8448eb211c80319c")
                .satisfies(entry -> assertThat(extra(entry))
                        .containsEntry("list", List.of(true))
                        .containsEntry("logger", "lib")
                        .doesNotContainKey("severity_text"));
        assertThat(client.get(API + "/query", "level", "debug").logs()).hasSize(1);
    }

    @Test
    void whatIsNullInJsonIsNotSet() {
        Client.Answer answer = post("""
                {"resourceLogs":[
                  {"resource":null,"scopeLogs":[{"scope":null,"logRecords":[{"body":{"stringValue":"one"}}]}]},
                  {"scopeLogs":null},{"scopeLogs":[{"logRecords":null}]}]}""".getBytes(StandardCharsets.UTF_8), "application/json");

        assertThat(answer.text()).isEqualTo("{}");
        assertThat(client.get(API + "/query").logs()).hasSize(1);
    }

    /** A status has a number and a text at the same places as this message, and no class of its own here. */
    private static ExportLogsPartialSuccess status(Client.Answer answer) throws IOException {
        return ExportLogsPartialSuccess.parseFrom(answer.bytes());
    }

    private Client.Answer protobuf(ExportLogsServiceRequest request) {
        return post(request.toByteArray(), "application/x-protobuf");
    }

    private Client.Answer post(byte[] body, String type) {
        return client.post("/v1/logs", body, "Content-Type", type, "Authorization", "Bearer w");
    }

    private static ExportLogsServiceRequest request(LogRecord.Builder... records) {
        ScopeLogs.Builder scope = ScopeLogs.newBuilder()
                .setScope(InstrumentationScope.newBuilder().setName("io.acme.Submitter"));
        for (LogRecord.Builder record : records) {
            scope.addLogRecords(record);
        }
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder()
                        .setResource(Resource.newBuilder()
                                .addAttributes(pair("service.name", text("worker")))
                                .addAttributes(pair("deployment.environment.name", text("prod")))
                                .addAttributes(pair("host.name", text("node-1"))))
                        .addScopeLogs(scope))
                .build();
    }

    private static LogRecord.Builder record() {
        return LogRecord.newBuilder()
                .setTimeUnixNano(NANOS)
                .setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_INFO)
                .setBody(text("submit failed"));
    }

    private static KeyValue pair(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }

    private static AnyValue.Builder text(String text) {
        return AnyValue.newBuilder().setStringValue(text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> extra(Map<String, Object> entry) {
        return (Map<String, Object>) entry.get("extra");
    }
}
