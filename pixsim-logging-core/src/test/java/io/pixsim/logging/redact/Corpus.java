package io.pixsim.logging.redact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.pixsim.logging.encode.JsonReader;

/** The events of the corpus in the test resources; see the README beside them. */
public final class Corpus {

    private Corpus() {}

    /** Those that hold secrets. */
    public static List<Event> secrets() {
        return read("/redaction/secrets.jsonl");
    }

    /** Those that hold none. */
    public static List<Event> innocents() {
        return read("/redaction/innocents.jsonl");
    }

    private static List<Event> read(String resource) {
        try (InputStream in = Objects.requireNonNull(Corpus.class.getResourceAsStream(resource))) {
            String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("§", "");
            return lines.lines().map(Corpus::event).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Event event(String line) {
        try {
            return new Event(line, JsonReader.readObject(line.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
    }

    /** One event, and what is expected of it. */
    public record Event(String line, Map<String, Object> members) {

        public String family() {
            return text("family", "");
        }

        public boolean isHard() {
            return text("case", "").equals("hard");
        }

        public List<String> secrets() {
            return list("secrets").stream().map(String::valueOf).toList();
        }

        public List<String> keeps() {
            return list("keeps").stream().map(String::valueOf).toList();
        }

        public String message() {
            return text("message", "");
        }

        public Object[] arguments() {
            return list("args").toArray();
        }

        public String thread() {
            return text("thread", "main");
        }

        public String logger() {
            return text("logger", "app.worker");
        }

        public Map<String, Object> fields() {
            return map("fields");
        }

        public Map<String, Object> context() {
            return map("context");
        }

        /** Type and message of each, outermost first. */
        public List<List<String>> failures() {
            return list("exception").stream()
                    .map(each -> ((List<?>) each).stream().map(String::valueOf).toList())
                    .toList();
        }

        /** All of its texts that are no value under a key. */
        public Stream<String> texts() {
            return Stream.concat(
                    Stream.of(message(), thread(), logger()),
                    failures().stream().map(failure -> failure.get(1)));
        }

        @Override
        public String toString() {
            return line;
        }

        private String text(String name, String fallback) {
            return (String) members.getOrDefault(name, fallback);
        }

        private List<?> list(String name) {
            return (List<?>) members.getOrDefault(name, List.of());
        }

        @SuppressWarnings("unchecked")
        private Map<String, Object> map(String name) {
            return (Map<String, Object>) members.getOrDefault(name, Map.of());
        }
    }
}
