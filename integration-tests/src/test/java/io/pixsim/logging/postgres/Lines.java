package io.pixsim.logging.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.pixsim.logging.encode.Dialect;
import io.pixsim.logging.reference.OwnEncoder;

/** All that is to be stored: the corpus, the conformance suite, and calls at random. */
final class Lines {

    private static final Path CORPUS = Path.of("..", "docs", "corpus");
    private static final long SEED = 20_251_113;
    private static final int RANDOM_CALLS = 2_000;
    private static final Map<Dialect, List<String>> KNOWN = new EnumMap<>(Dialect.class);

    private Lines() {}

    /** The same lines for each test. */
    static synchronized List<String> of(Dialect dialect) throws IOException, InterruptedException {
        if (!KNOWN.containsKey(dialect)) {
            List<String> lines = corpus(dialect);
            lines.addAll(OwnEncoder.conformanceLines(dialect));
            lines.addAll(OwnEncoder.randomLines(dialect, SEED, RANDOM_CALLS));
            KNOWN.put(dialect, lines);
        }
        return KNOWN.get(dialect);
    }

    private static List<String> corpus(Dialect dialect) throws IOException {
        List<String> lines = new ArrayList<>();
        Path folder = dialect == Dialect.LINES ? CORPUS : CORPUS.resolve("batch");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
                lines.addAll(List.of(Files.readString(file).split("\n", -1)));
            }
        }
        lines.removeIf(String::isEmpty);
        return lines;
    }
}
