package io.pixsim.logging.logback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import io.pixsim.logging.encode.JsonReader;
import io.pixsim.logging.redact.Corpus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.KeyValuePair;

/** Each event of the corpus, through the encoders of a plain logger context. */
class RedactionCorpusTest {

    private final LoggerContext context = new LoggerContext();
    private final JsonLinesEncoder json = new JsonLinesEncoder();
    private final HumanEncoder human = new HumanEncoder();

    static List<Corpus.Event> secrets() {
        return Corpus.secrets();
    }

    static List<Corpus.Event> innocents() {
        return Corpus.innocents();
    }

    @BeforeEach
    void startEncoders() {
        for (EventEncoder encoder : List.of(json, human)) {
            encoder.setContext(context);
            encoder.setMaxStringLength(128);
            encoder.start();
        }
    }

    @AfterEach
    void stopContext() {
        context.stop();
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void noSecretIsOnALine(Corpus.Event event) throws IOException {
        JsonLinesEncoder whole = new JsonLinesEncoder();
        whole.setContext(context);
        whole.start();

        assertThat(written(whole, event)).doesNotContain(event.secrets()).contains(event.keeps());
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void noSecretIsLeftWhereALineIsCut(Corpus.Event event) throws IOException {
        assertThat(written(json, event)).doesNotContain(event.secrets());
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void noSecretIsShownToPeople(Corpus.Event event) {
        String line = new String(human.encode(loggingEvent(event)), StandardCharsets.UTF_8);

        assertThat(line.replace('·', ' ')).doesNotContain(event.secrets());
    }

    @ParameterizedTest
    @MethodSource("innocents")
    void nothingIsHiddenOfWhatHoldsNoSecret(Corpus.Event event) throws IOException {
        JsonLinesEncoder whole = new JsonLinesEncoder();
        whole.setContext(context);
        whole.start();

        assertThat(written(whole, event)).contains(event.keeps());
    }

    @Test
    void theOwnSettingsOfAnEncoderCount() {
        JsonLinesEncoder own = new JsonLinesEncoder();
        own.setContext(context);
        own.setRedactKeys("render_ticket, -");
        own.setAllowKeys("csrf_token");
        own.setHideAddresses(true);
        own.setFingerprintKey("0123456789abcdef");
        own.start();
        LoggingEvent event = event("app", "from anna@example.com at 10.0.0.1", "main");
        event.addKeyValuePair(new KeyValuePair("RenderTicket", "r-1"));
        event.addKeyValuePair(new KeyValuePair("csrf_token", "c-1"));
        event.setMDCPropertyMap(Map.of());

        String line = new String(own.encode(event), StandardCharsets.UTF_8);

        assertThat(line)
                .doesNotContain("r-1", "anna@example.com", "10.0.0.1")
                .contains("c-1")
                .containsPattern("\"RenderTicket\":\"[*]{3}redacted:[0-9a-f]{8}[*]{3}\"");
        assertThat(context.getStatusManager().getCopyOfStatusList().toString()).contains("redactKeys has '-'");
    }

    /** The values of a line, read back and put side by side, names included. */
    private static String written(EventEncoder encoder, Corpus.Event event) throws IOException {
        byte[] line = encoder.encode(loggingEvent(event));
        return flat(JsonReader.readObject(line));
    }

    private static LoggingEvent loggingEvent(Corpus.Event event) {
        LoggingEvent made = event(event.logger(), event.message(), event.thread());
        made.setArgumentArray(event.arguments());
        event.fields().forEach((key, value) -> made.addKeyValuePair(new KeyValuePair(key, value)));
        made.setMDCPropertyMap(context(event));
        if (!event.failures().isEmpty()) {
            made.setThrowableProxy(new ThrowableProxy(failure(event.failures())));
        }
        return made;
    }

    private static Map<String, String> context(Corpus.Event event) {
        return event.context().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    private static Throwable failure(List<List<String>> failures) {
        Throwable cause = failures.size() > 1 ? failure(failures.subList(1, failures.size())) : null;
        String message = failures.get(0).get(1);
        return switch (failures.get(0).get(0)) {
            case "java.io.IOException" -> new IOException(message, cause);
            case "java.lang.IllegalStateException" -> new IllegalStateException(message, cause);
            default -> new RuntimeException(message, cause);
        };
    }

    private static LoggingEvent event(String logger, String message, String thread) {
        LoggingEvent event = new LoggingEvent();
        event.setLoggerName(logger);
        event.setLevel(Level.INFO);
        event.setMessage(message);
        event.setThreadName(thread);
        event.setTimeStamp(1_700_000_000_000L);
        return event;
    }

    private static String flat(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + " -> " + flat(entry.getValue()))
                    .collect(Collectors.joining("\n"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RedactionCorpusTest::flat).collect(Collectors.joining("\n"));
        }
        return String.valueOf(value);
    }
}
