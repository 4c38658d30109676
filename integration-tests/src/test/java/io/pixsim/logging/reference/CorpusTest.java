package io.pixsim.logging.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import io.pixsim.logging.encode.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The lines that emitters in other languages are held to are those that this library writes, and valid. */
class CorpusTest {

    static final List<Corpus.Part> PARTS = Corpus.PARTS;

    @ParameterizedTest
    @FieldSource("PARTS")
    void theCommittedLinesAreThoseThatTheEncoderWrites(Corpus.Part part) throws IOException {
        Map<Dialect, List<String>> lines = Recorder.linesOf(part.program());

        Reference.check("corpus/" + part.name() + ".jsonl", String.join("", lines.get(Dialect.LINES)));
        Reference.check("corpus/batch/" + part.name() + ".jsonl", String.join("", lines.get(Dialect.PIXSIM_BATCH)));
    }

    @ParameterizedTest
    @FieldSource("PARTS")
    void everyLineIsValid(Corpus.Part part) {
        Recorder.linesOf(part.program()).forEach((dialect, lines) -> {
            assertThat(lines).isNotEmpty();
            lines.forEach(Schemas.of(dialect)::assertValid);
        });
    }

    @Test
    void theFilesAreListed() throws IOException {
        Reference.check("corpus/README.md", Corpus.readme());
    }
}
