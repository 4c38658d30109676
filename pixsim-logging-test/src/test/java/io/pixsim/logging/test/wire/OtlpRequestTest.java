package io.pixsim.logging.test.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.resource.v1.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests as the official classes write them. */
class OtlpRequestTest {

    private static final AnyValue NOTHING = AnyValue.getDefaultInstance();

    @Test
    void aRecordIsTheEventThatItWasMadeFrom() throws IOException {
        LogRecord record = LogRecord.newBuilder()
                .setTimeUnixNano(1_763_000_000_123_456_000L)
                .setObservedTimeUnixNano(5)
                .setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_WARN)
                .setSeverityText("WARN")
                .setBody(text("hello"))
                .setTraceId(ByteString.fromHex("0af7651916cd43dd8448eb211c80319c"))
                .setSpanId(ByteString.fromHex("b7ad6b7169203331"))
                .setEventName("provider:submit")
                .addAttributes(pair("stage", text("provider:submit")))
                .addAttributes(
                        pair("job_id", AnyValue.newBuilder().setIntValue(-7).build()))
                .build();

        assertThat(OtlpRequest.events(request(record)))
                .containsExactly(Map.of(
                        "service", "worker",
                        "env", "prod",
                        "timestamp", "2025-11-13T02:13:20.123456Z",
                        "level", "warning",
                        "msg", "hello",
                        "trace_id", "0af7651916cd43dd8448eb211c80319c",
                        "span_id", "b7ad6b7169203331",
                        "stage", "provider:submit",
                        "job_id", -7L));
    }

    @Test
    void valuesKeepTheirTypes() throws IOException {
        AnyValue list = AnyValue.newBuilder()
                .setArrayValue(ArrayValue.newBuilder().addValues(text("a")).addValues(NOTHING))
                .build();
        LogRecord record = LogRecord.newBuilder()
                .addAttributes(
                        pair("flag", AnyValue.newBuilder().setBoolValue(false).build()))
                .addAttributes(
                        pair("ratio", AnyValue.newBuilder().setDoubleValue(0.1).build()))
                .addAttributes(pair(
                        "nan", AnyValue.newBuilder().setDoubleValue(Double.NaN).build()))
                .addAttributes(pair(
                        "bytes",
                        AnyValue.newBuilder()
                                .setBytesValue(ByteString.copyFromUtf8("hi"))
                                .build()))
                .addAttributes(pair("empty", text("")))
                .addAttributes(pair("none", NOTHING))
                .addAttributes(pair("list", list))
                .addAttributes(pair(
                        "map",
                        AnyValue.newBuilder()
                                .setKvlistValue(KeyValueList.newBuilder().addValues(pair("inner", list)))
                                .build()))
                .build();

        Map<String, Object> event = OtlpRequest.events(request(record)).get(0);

        assertThat(event)
                .containsEntry("flag", false)
                .containsEntry("ratio", new BigDecimal("0.1"))
                .containsEntry("nan", "NaN")
                .containsEntry("bytes", "aGk=")
                .containsEntry("empty", "")
                .containsEntry("none", null)
                .containsEntry("list", Arrays.asList("a", null))
                .containsEntry("map", Map.of("inner", Arrays.asList("a", null)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, debug",
        "5, debug",
        "8, debug",
        "9, info",
        "13, warning",
        "20, error",
        "21, critical",
        "24, critical"
    })
    void aSeverityIsALevel(int number, String level) throws IOException {
        byte[] request =
                request(LogRecord.newBuilder().setSeverityNumberValue(number).build());

        assertThat(OtlpRequest.events(request).get(0)).containsEntry("level", level);
    }

    @Test
    void whatSaysNeitherTimeNorSeverityHasNone() throws IOException {
        byte[] request = request(LogRecord.newBuilder().setBody(text("x")).build());

        assertThat(OtlpRequest.events(request).get(0)).doesNotContainKeys("level", "timestamp", "trace_id", "event");
    }

    @Test
    void theNameOfAnEventThatStandsNowhereElseIsItsEvent() throws IOException {
        byte[] request = request(LogRecord.newBuilder().setEventName("job.done").build());

        assertThat(OtlpRequest.events(request).get(0)).containsEntry("event", "job.done");
    }

    @Test
    void theTimeOfWhoObservedItStandsInForItsOwn() throws IOException {
        byte[] request = request(LogRecord.newBuilder()
                .setObservedTimeUnixNano(1_763_000_000_000_000_000L)
                .build());

        assertThat(OtlpRequest.events(request).get(0)).containsEntry("timestamp", "2025-11-13T02:13:20.000000Z");
    }

    @Test
    void noEventsAreNone() throws IOException {
        assertThat(OtlpRequest.events(new byte[0])).isEmpty();
    }

    @Test
    void aRequestThatIsCutOffIsNone() {
        byte[] whole = request(LogRecord.newBuilder().setBody(text("hello")).build());

        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> OtlpRequest.events(cut)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whateverBytesComeAreAnswered() {
        Random random = new Random(11);
        byte[] whole = request(LogRecord.newBuilder()
                .setBody(text("hello"))
                .addAttributes(pair("k", text("v")))
                .build());
        for (int round = 0; round < 20_000; round++) {
            byte[] changed = round % 2 == 0 ? whole.clone() : new byte[random.nextInt(60)];
            if (round % 2 == 0) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            } else {
                random.nextBytes(changed);
            }
            try {
                assertThat(OtlpRequest.events(changed)).isNotNull();
            } catch (IOException refused) {
                assertThat(refused).hasMessageMatching(".+");
            }
        }
    }

    @Test
    void valuesThatNestTooDeepAreRefused() {
        AnyValue value = text("x");
        for (int depth = 0; depth < 40; depth++) {
            value = AnyValue.newBuilder()
                    .setArrayValue(ArrayValue.newBuilder().addValues(value))
                    .build();
        }
        byte[] deep = request(LogRecord.newBuilder().setBody(value).build());

        assertThatThrownBy(() -> OtlpRequest.events(deep))
                .isInstanceOf(IOException.class)
                .hasMessage("values nest deeper than 33");
    }

    private static byte[] request(LogRecord... records) {
        Resource resource = Resource.newBuilder()
                .addAttributes(pair("service.name", text("worker")))
                .addAttributes(pair("deployment.environment", text("prod")))
                .addAttributes(pair("host.name", text("elsewhere")))
                .build();
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder()
                        .setResource(resource)
                        .addScopeLogs(ScopeLogs.newBuilder().addAllLogRecords(List.of(records))))
                .build()
                .toByteArray();
    }

    private static KeyValue pair(String key, AnyValue value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }

    private static AnyValue text(String text) {
        return AnyValue.newBuilder().setStringValue(text).build();
    }
}
