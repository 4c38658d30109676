package io.pixsim.logging.encode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.redact.RedactionPolicy;
import io.pixsim.logging.redact.Redactor;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;

/** An event made by hand, and the ways to encode it. */
final class TestEvent implements LogEvent {

    static final Redactor REDACTOR = new Redactor(RedactionPolicy.standard());
    static final Origin WORKER = new Origin("worker", "dev");

    private Instant instant = Instant.parse("2025-11-12T12:34:57.010Z");
    private Level level = Level.INFO;
    private String message = "";
    private Object[] arguments = {};
    private String loggerName = "io.pixsim.JobProcessor";
    private final List<Marker> markers = new ArrayList<>();
    private final List<KeyValuePair> keyValues = new ArrayList<>();
    private Map<String, String> context = new LinkedHashMap<>();
    private Failure failure;
    private boolean tellsThread = true;

    static TestEvent saying(String message, Object... arguments) {
        TestEvent event = new TestEvent();
        event.message = message;
        event.arguments = arguments;
        return event;
    }

    TestEvent at(String instant) {
        this.instant = Instant.parse(instant);
        return this;
    }

    TestEvent level(Level level) {
        this.level = level;
        return this;
    }

    TestEvent marked(Marker marker) {
        markers.add(marker);
        return this;
    }

    TestEvent with(String key, Object value) {
        keyValues.add(new KeyValuePair(key, value));
        return this;
    }

    TestEvent in(String key, String value) {
        context.put(key, value);
        return this;
    }

    /** In a context that is this object, not a copy of it. */
    TestEvent inAll(Map<String, String> context) {
        this.context = context;
        return this;
    }

    TestEvent failingToTellItsThread() {
        this.tellsThread = false;
        return this;
    }

    TestEvent from(String loggerName) {
        this.loggerName = loggerName;
        return this;
    }

    TestEvent failing(Failure failure) {
        this.failure = failure;
        return this;
    }

    String line() {
        return line(Limits.DEFAULT, Dialect.LINES);
    }

    String line(Limits limits, Dialect dialect) {
        return new String(new JsonLines(WORKER, REDACTOR, limits, dialect).encode(this), StandardCharsets.UTF_8);
    }

    String line(Spelling spelling) {
        JsonLines lines = new JsonLines(WORKER, REDACTOR, Limits.DEFAULT, Dialect.LINES, spelling);
        return new String(lines.encode(this), StandardCharsets.UTF_8);
    }

    Map<String, Object> json() {
        return parse(line());
    }

    Map<String, Object> batchJson() {
        return parse(line(Limits.DEFAULT, Dialect.PIXSIM_BATCH));
    }

    static Map<String, Object> parse(String line) {
        try {
            return JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    @Override
    public Instant instant() {
        return instant;
    }

    @Override
    public Level level() {
        return level;
    }

    @Override
    public String loggerName() {
        return loggerName;
    }

    @Override
    public String threadName() {
        if (!tellsThread) {
            throw new IllegalStateException("no thread");
        }
        return "main";
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public Object[] arguments() {
        return arguments;
    }

    @Override
    public List<Marker> markers() {
        return markers;
    }

    @Override
    public List<KeyValuePair> keyValues() {
        return keyValues;
    }

    @Override
    public Map<String, String> context() {
        return context;
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
