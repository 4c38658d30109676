package io.pixsim.logging.reference;

import java.util.List;
import java.util.function.Consumer;

import org.slf4j.Logger;

/**
 * What is logged for {@code docs/corpus}: events that show each rule of the format, and say in their message what was
 * logged, so that an emitter in another language can log the same and be held to the same lines.
 */
final class Corpus {

    static final List<Part> PARTS = List.of(
            new Part("levels", "each level, and the marker of a critical error", CorpusWords::levels),
            new Part("stages", "each stage in a job's context, and a stage of one's own", CorpusWords::stages),
            new Part(
                    "fields",
                    "each field that a program sets, and texts longer than their columns",
                    CorpusWords::fields),
            new Part("context", "what the context binds, shadows and renames", CorpusContext::context),
            new Part(
                    "names",
                    "names that the encoder or the receiver keeps, and names given twice",
                    CorpusContext::names),
            new Part(
                    "redaction",
                    "secrets under sensitive keys, in any spelling, at any depth",
                    CorpusContext::redaction),
            new Part(
                    "exceptions", "causes, suppressed exceptions, no message, many frames", CorpusFailures::exceptions),
            new Part("values", "numbers, flags, times, containers, and numbers as text", CorpusValues::values),
            new Part(
                    "hostile",
                    "values that throw, contain themselves, nest deep or are no Unicode",
                    CorpusValues::hostile));

    private Corpus() {}

    static String readme() {
        StringBuilder page = new StringBuilder("""
                # Corpus

                Generated: events as encoded lines, at a fixed time on a fixed thread, with strings of at most 1,000 characters. The
                message of each says what was logged. An emitter in another language is right when it writes the same lines,
                but for the names of Java's classes; the order of fields is that of [fields.md](../fields.md). Every line here is valid against
                [event.schema.json](../schema/event.schema.json); in `batch/` are the same events as the PixSim ingest endpoint gets
                them, valid against [batch-event.schema.json](../schema/batch-event.schema.json).

                | file | what it shows |
                |---|---|
                """);
        PARTS.forEach(part -> page.append("| `")
                .append(part.name())
                .append(".jsonl` | ")
                .append(part.about())
                .append(" |\n"));
        return page.toString();
    }

    /**
     * One file.
     *
     * @param name its name, without folder and ending
     * @param about what it shows
     * @param program what is logged
     */
    record Part(String name, String about, Consumer<Logger> program) {
        @Override
        public String toString() {
            return name;
        }
    }
}
