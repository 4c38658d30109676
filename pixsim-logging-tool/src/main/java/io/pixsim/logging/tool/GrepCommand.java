package io.pixsim.logging.tool;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.pixsim.logging.catalog.Severity;
import io.pixsim.logging.encode.Terminal;
import io.pixsim.logging.files.LogQuery;
import io.pixsim.logging.files.LogReader;
import io.pixsim.logging.files.LoggedEvent;

/** Shows the events that filters let through. */
final class GrepCommand {

    private static final Set<String> NAMED = Set.of(
            "--job",
            "--request",
            "--stage",
            "--level",
            "--min-level",
            "--service",
            "--provider",
            "--from",
            "--to",
            "--text",
            "--limit");

    private final Output out;
    private final PrintStream err;
    private final Terminal terminal;

    GrepCommand(Output out, PrintStream err, Terminal terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    boolean run(List<String> words) throws IOException {
        Arguments arguments = Arguments.parse(words, NAMED, Set.of("--newest-first", "--json"));
        if (arguments.others().isEmpty()) {
            throw new UsageException("grep takes a file or a folder");
        }
        EventLine look = new EventLine(arguments.paint(terminal));
        boolean raw = arguments.has("--json");
        boolean found = false;
        try (LogReader reader = Places.read(query(arguments), arguments.others())) {
            while (reader.hasNext()) {
                LoggedEvent event = reader.next();
                out.line(raw ? RawLine.of(event.line()) : look.of(event));
                found = true;
            }
            tellTrouble(reader, err);
        }
        return found;
    }

    /** Says what could not be read. */
    static void tellTrouble(LogReader reader, PrintStream err) {
        if (reader.skippedLines() > 0 || reader.failedFiles() > 0) {
            err.println("not read: lines " + reader.skippedLines() + ", files " + reader.failedFiles());
        }
    }

    private static LogQuery query(Arguments arguments) {
        Instant now = Instant.now();
        LogQuery query = LogQuery.all();
        query = arguments.value("--job").map(query::job).orElse(query);
        query = arguments.value("--request").map(query::request).orElse(query);
        query = arguments.value("--stage").map(query::stage).orElse(query);
        query = arguments
                .value("--level")
                .map(GrepCommand::level)
                .map(query::level)
                .orElse(query);
        query = arguments
                .value("--min-level")
                .map(GrepCommand::level)
                .map(query::minLevel)
                .orElse(query);
        query = arguments.value("--service").map(query::service).orElse(query);
        query = arguments.value("--provider").map(query::provider).orElse(query);
        query = Times.within(arguments, query, now);
        query = arguments.value("--text").map(query::text).orElse(query);
        query = arguments.count("--limit").map(query::limit).orElse(query);
        return arguments.has("--newest-first") ? query.newestFirst() : query;
    }

    private static Severity level(String name) {
        return Severity.parse(name)
                .orElseThrow(() -> new UsageException(
                        "no level: " + name + ", which may be debug, info, warning, error or critical"));
    }
}
